using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Domain.Organisations;

/// <summary>What kind of body an organisation is. Registered kinds need their number. RULEBOOK 3 B1.</summary>
public enum OrganisationType
{
    /// <summary>Registered charity, including a CIO; needs a charity number.</summary>
    RegisteredCharity,

    /// <summary>Company, including a CIC; needs a company number.</summary>
    Company,

    /// <summary>Club, society or group without a registration.</summary>
    UnincorporatedGroup,

    /// <summary>Place of worship or faith body without its own registration.</summary>
    FaithBody,

    /// <summary>Party, branch or campaign.</summary>
    PoliticalParty,

    /// <summary>Another public body: parish council, health trust, police.</summary>
    PublicBody,

    /// <summary>A council department or maintained school.</summary>
    InternalBody,

    /// <summary>A private person of 18 or over.</summary>
    Individual,
}

/// <summary>A hirer and, later, a grant applicant: one record for both. RULEBOOK 3 B1.</summary>
public sealed class Organisation
{
    private readonly List<OfficeHolder> officeHolders = [];
    private readonly List<Membership> memberships = [];

    private Organisation() { }

    /// <summary>A new organisation as its first member describes it.</summary>
    public Organisation(Guid id, HirerKind kind, OrganisationFacts facts, DateTime nowUtc)
    {
        (Id, Kind, CreatedUtc) = (id, kind, nowUtc);
        Describe(facts, nowUtc);
    }

    /// <summary>The organisation's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Group, individual or internal body.</summary>
    public HirerKind Kind { get; private set; }

    /// <summary>Type of body.</summary>
    public OrganisationType Type { get; private set; }

    /// <summary>Legal name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Other names it is known by.</summary>
    public IReadOnlyList<string> OtherNames { get; private set; } = [];

    /// <summary>Charity number, 6–7 digits or SC and six; null when not registered.</summary>
    public string? CharityNumber { get; private set; }

    /// <summary>Company number, 8 characters; null when not registered.</summary>
    public string? CompanyNumber { get; private set; }

    /// <summary>Postal address, one line a line.</summary>
    public string Address { get; private set; } = "";

    /// <summary>How its people asked to have letters besides e-mail: "large print, by post". Only how, never why. Null when e-mail is enough.</summary>
    public string? LetterFormat { get; private set; }

    /// <summary>When it was first recorded.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>When it last changed.</summary>
    public DateTime ChangedUtc { get; private set; }

    /// <summary>When name, registration or office-holders last changed after the start: the declaration is then signed again. RULEBOOK 5.</summary>
    public DateTime? IdentityChangedUtc { get; private set; }

    /// <summary>Rises by one with every change, against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Office-holders now in post; two are needed of bodies.</summary>
    public IReadOnlyList<OfficeHolder> OfficeHolders => officeHolders;

    /// <summary>People who may act for it.</summary>
    public IReadOnlyList<Membership> Memberships => memberships;

    /// <summary>Notes how its people want their letters.</summary>
    public void AskForFormat(string? format, DateTime nowUtc)
    {
        LetterFormat = format;
        Touch(nowUtc);
    }

    /// <summary>Takes over the facts its lead contact entered.</summary>
    public void Describe(OrganisationFacts facts, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Name.Length > 0 && IsAnother(facts))
            IdentityChangedUtc = nowUtc;
        (Type, Name, OtherNames, Address) = (facts.Type, facts.Name, facts.OtherNames, facts.Address);
        (CharityNumber, CompanyNumber) = (facts.CharityNumber, facts.CompanyNumber);
        officeHolders.Clear();
        // Ids a millisecond apart keep the order in which they were entered
        officeHolders.AddRange(facts.OfficeHolders.Select((h, place) =>
            new OfficeHolder(Guid.CreateVersion7(new DateTimeOffset(nowUtc).AddMilliseconds(place)), Id, h.Name, h.Role)));
        Touch(nowUtc);
    }

    private bool IsAnother(OrganisationFacts facts) =>
        (Type, Name, CharityNumber, CompanyNumber) != (facts.Type, facts.Name, facts.CharityNumber, facts.CompanyNumber)
        || !officeHolders.Select(holder => holder.Name).ToHashSet().SetEquals(facts.OfficeHolders.Select(holder => holder.Name));

    /// <summary>Gives a person roles in this organisation, adding to none: the roles given are the roles held.</summary>
    public void Join(Guid userId, Roles roles, DateTime nowUtc)
    {
        if (memberships.Find(m => m.UserId == userId) is { } member)
            member.Hold(roles & Roles.AnyGroupRole);
        else
            memberships.Add(new Membership(Id, userId, roles & Roles.AnyGroupRole, nowUtc));
        Touch(nowUtc);
    }

    /// <summary>Changes what a member may do. There is always a lead contact, and nobody without any role. RULEBOOK 1.</summary>
    public Outcome ChangeRoles(Guid userId, Roles roles, DateTime nowUtc)
    {
        if (memberships.Find(m => m.UserId == userId) is not { } member)
            return Outcome.NotFound();
        if ((roles & Roles.AnyGroupRole) == Roles.None)
            return Outcome.Refused(NoRole);
        if (!roles.HasFlag(Roles.LeadContact) && IsOnlyLead(userId))
            return Outcome.Refused(OnlyLead);
        member.Hold(roles & Roles.AnyGroupRole);
        Touch(nowUtc);
        return Outcome.Ok();
    }

    /// <summary>Ends a membership, unless nobody would be left to lead. RULEBOOK 1.</summary>
    public Outcome Remove(Guid userId, DateTime nowUtc)
    {
        if (memberships.TrueForAll(m => m.UserId != userId))
            return Outcome.NotFound();
        if (IsOnlyLead(userId))
            return Outcome.Refused(OnlyLead);
        Leave(userId, nowUtc);
        return Outcome.Ok();
    }

    /// <summary>Passes the lead contact from one member to another; other roles stay with whoever holds them.</summary>
    public Outcome HandOver(Guid fromId, Guid toId, DateTime nowUtc)
    {
        if (memberships.Find(m => m.UserId == fromId) is not { } from || memberships.Find(m => m.UserId == toId) is not { } to || from == to)
            return Outcome.NotFound();
        to.Hold(to.Roles | Roles.LeadContact);
        from.Hold(from.Roles & ~Roles.LeadContact);
        Touch(nowUtc);
        return Outcome.Ok();
    }

    /// <summary>Ends a person's membership.</summary>
    public void Leave(Guid userId, DateTime nowUtc)
    {
        memberships.RemoveAll(m => m.UserId == userId);
        Touch(nowUtc);
    }

    /// <summary>The group roles a person holds here; none for strangers.</summary>
    public Roles RolesOf(Guid userId) => memberships.FirstOrDefault(m => m.UserId == userId)?.Roles ?? Roles.None;

    /// <summary>The refusal for a member without any role.</summary>
    public static Refusal NoRole { get; } = new("NoRole", "Choose at least one role", "Roles");

    private static Refusal OnlyLead { get; } = new("OnlyLead", "A group always has a lead contact. Hand over to somebody else first", "Roles");

    private bool IsOnlyLead(Guid userId) =>
        RolesOf(userId).HasFlag(Roles.LeadContact) && !memberships.Exists(m => m.UserId != userId && m.Roles.HasFlag(Roles.LeadContact));

    private void Touch(DateTime nowUtc) => (ChangedUtc, Version) = (nowUtc, Version + 1);
}

/// <summary>What an organisation says about itself.</summary>
public sealed record OrganisationFacts(
    OrganisationType Type,
    string Name,
    IReadOnlyList<string> OtherNames,
    string? CharityNumber,
    string? CompanyNumber,
    string Address,
    IReadOnlyList<OfficeHolderFacts> OfficeHolders);

/// <summary>An office-holder as entered.</summary>
public sealed record OfficeHolderFacts(string Name, string Role);

/// <summary>Someone who holds an office: trustee, director, committee officer.</summary>
public sealed class OfficeHolder
{
    private OfficeHolder() { }

    internal OfficeHolder(Guid id, Guid organisationId, string name, string role) =>
        (Id, OrganisationId, Name, Role) = (id, organisationId, name, role);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Full name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The office: Chair, Treasurer, Director.</summary>
    public string Role { get; private set; } = "";
}

/// <summary>A person's place in an organisation.</summary>
public sealed class Membership
{
    private Membership() { }

    internal Membership(Guid organisationId, Guid userId, Roles roles, DateTime sinceUtc) =>
        (OrganisationId, UserId, Roles, SinceUtc) = (organisationId, userId, roles, sinceUtc);

    /// <summary>The organisation.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The person.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Group roles held; one person may hold all three.</summary>
    public Roles Roles { get; private set; }

    /// <summary>Since when.</summary>
    public DateTime SinceUtc { get; private set; }

    internal void Hold(Roles roles) => Roles = roles;
}

/// <summary>An invitation, or a request to join, waiting for the other side.</summary>
public sealed class Invitation
{
    private Invitation() { }

    /// <summary>A new invitation; only the hash of its link's secret is kept.</summary>
    /// <param name="id">Id.</param>
    /// <param name="organisationId">The organisation, or null for an invitation to become council staff.</param>
    /// <param name="email">Whom it was sent to, or who asks.</param>
    /// <param name="roles">Roles offered.</param>
    /// <param name="secretHash">SHA-256 of the secret in the link, hexadecimal; null for a request to join.</param>
    /// <param name="byUserId">Who invited or asks.</param>
    /// <param name="nowUtc">Now.</param>
    /// <param name="expiresUtc">From this instant it no longer works.</param>
    public Invitation(Guid id, Guid? organisationId, string email, Roles roles, string? secretHash, Guid byUserId, DateTime nowUtc, DateTime expiresUtc)
    {
        (Id, OrganisationId, Email, Roles, SecretHash) = (id, organisationId, email, roles, secretHash);
        (ByUserId, CreatedUtc, ExpiresUtc) = (byUserId, nowUtc, expiresUtc);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The organisation; null for council staff.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Whom it was sent to, or who asks.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Roles offered.</summary>
    public Roles Roles { get; private set; }

    /// <summary>Hash of the link's secret; null for a request to join, which has no link.</summary>
    public string? SecretHash { get; private set; }

    /// <summary>Who invited or asks.</summary>
    public Guid ByUserId { get; private set; }

    /// <summary>When made.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>From this instant it no longer works.</summary>
    public DateTime ExpiresUtc { get; private set; }

    /// <summary>When accepted, declined or withdrawn; null while open.</summary>
    public DateTime? ClosedUtc { get; private set; }

    /// <summary>The council that lends a guest officer; null for the council's own people and for groups.</summary>
    public string? GuestOf { get; private set; }

    /// <summary>Last day of the guest's stay.</summary>
    public DateOnly? GuestUntil { get; private set; }

    /// <summary>Says that the officer invited is a guest of another council until a day.</summary>
    public void AsGuest(string council, DateOnly until) => (GuestOf, GuestUntil) = (council, until);

    /// <summary>True while it can be accepted.</summary>
    public bool IsOpen(DateTime nowUtc) => ClosedUtc is null && nowUtc < ExpiresUtc;

    /// <summary>Closes it, whatever the answer was.</summary>
    public void Close(DateTime nowUtc) => ClosedUtc = nowUtc;
}
