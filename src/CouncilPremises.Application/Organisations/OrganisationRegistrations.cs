using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Organisations;

/// <summary>Registers organisations and keeps what they say about themselves. RULEBOOK 3 B1.</summary>
public sealed class OrganisationRegistrations(AppDbContext db, Transactions transactions, AuditLog audit, CouncilTime time)
{
    /// <summary>The code for a registered number that is with us already: the way on is to ask to join.</summary>
    public const string KnownNumberCode = "KnownNumber";

    private static readonly Refusal KnownNumber = new(KnownNumberCode, "An organisation with this number is registered with us already. Ask to join it");

    private static readonly Refusal StaffAccount = new("StaffAccount",
        "Your account is for council work. To hire a room for your department, ask a facilities officer to enter it; for yourself, register with another e-mail address");

    private static readonly Refusal CouncilSetsUp = new("InternalBody",
        "The council enters its departments and maintained schools itself. Ask the room bookings team to enter yours and to invite you");

    private static readonly Refusal AlreadyYourself = new("AlreadyYourself", "You are registered as a private person already");

    /// <summary>Registers an organisation; whoever does so holds every group role until others join.</summary>
    public async Task<Outcome<Guid>> RegisterAsync(HirerKind kind, OrganisationFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.IsStaff)
        {
            await audit.RefusedAsync(actor, "Organisation.Register", new AuditSubject("User", actor.Id), [StaffAccount], cancellationToken);
            return Outcome.Refused<Guid>(StaffAccount);
        }

        if (kind == HirerKind.InternalBody)
        {
            // Internal bodies skip most checks, so nobody makes themselves one
            await audit.RefusedAsync(actor, "Organisation.Register", new AuditSubject("User", actor.Id), [CouncilSetsUp], cancellationToken);
            return Outcome.Refused<Guid>(CouncilSetsUp);
        }

        return await AddAsync(kind, facts, "Organisation.Register", actor, cancellationToken);
    }

    /// <summary>An officer enters a hirer who does not register: a caller, somebody who wrote on paper, a department or maintained school. Nobody signs in for it yet.</summary>
    public async Task<Outcome<Guid>> EnterAsync(HirerKind kind, OrganisationFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor.StaffRoles.Has(Permission.WorkCases))
            return await AddAsync(kind, facts, "Organisation.Enter", actor, cancellationToken);
        var refusal = new Refusal("Role", "A facilities officer enters hirers who do not register themselves.");
        await audit.RefusedAsync(actor, "Organisation.Enter", new AuditSubject("User", actor.Id), [refusal], cancellationToken);
        return Outcome.Refused<Guid>(refusal);
    }

    private async Task<Outcome<Guid>> AddAsync(HirerKind kind, OrganisationFacts facts, string action, Actor actor, CancellationToken cancellationToken)
    {
        var tidy = Tidy(facts);
        var mistakes = OrganisationValidation.Check(kind, tidy);
        if (mistakes.Count > 0)
            return Outcome.Refused<Guid>(mistakes);
        return await WithNumbers(tidy, null, token => transactions.RunAsync(async ended =>
        {
            if (await KnownAsync(tidy, null, ended) is { } known)
                return Outcome.Refused<Guid>(known);
            if (kind == HirerKind.Individual && !actor.IsStaff && await db.Organisations.AnyAsync(o => o.Kind == kind && o.Memberships.Any(m => m.UserId == actor.Id), ended))
                return Outcome.Refused<Guid>(AlreadyYourself);
            var organisation = new Organisation(Guid.CreateVersion7(), kind, tidy, time.NowUtc);
            if (!actor.IsStaff)
                organisation.Join(actor.Id, Roles.AnyGroupRole, time.NowUtc);
            db.Organisations.Add(organisation);
            audit.Append(actor, action, new AuditSubject("Organisation", organisation.Id), tidy);
            await db.SaveChangesAsync(ended);
            return Outcome.Ok(organisation.Id);
        }, token), cancellationToken);
    }

    /// <summary>Changes the facts, the other names and the office-holders. Lead contact only.</summary>
    /// <param name="id">The organisation.</param>
    /// <param name="version">Its version when the form was shown.</param>
    /// <param name="facts">The facts as they are to be.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task<Outcome<Guid>> ChangeAsync(Guid id, int version, OrganisationFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        var tidy = Tidy(facts);
        return await WithNumbers(tidy, id, token => transactions.RunAsync(async ended =>
        {
            var found = await db.ForLeadAsync(id, actor, ended);
            if (!found.Succeeded)
                return Outcome.Refused<Guid>(found.Refusals);
            var organisation = found.Value;
            var mistakes = OrganisationValidation.Check(organisation.Kind, tidy);
            if (mistakes.Count > 0)
                return Outcome.Refused<Guid>(mistakes);
            if (organisation.Version != version)
                return Outcome.Refused<Guid>(Outcome.Changed().Refusals);
            if (await KnownAsync(tidy, id, ended) is { } known)
                return Outcome.Refused<Guid>(known);
            organisation.Describe(tidy, time.NowUtc);
            audit.Append(actor, "Organisation.Change", new AuditSubject("Organisation", id), tidy);
            await db.SaveChangesAsync(ended);
            return Outcome.Ok(id);
        }, token), cancellationToken);
    }

    /// <summary>Facts without stray spaces, empty rows and spellings of numbers that differ only in looks.</summary>
    public static OrganisationFacts Tidy(OrganisationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts with
        {
            Name = facts.Name.Trim(),
            Address = string.Join('\n', facts.Address.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)),
            OtherNames = [.. facts.OtherNames.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
            CharityNumber = Number(facts.CharityNumber),
            CompanyNumber = Number(facts.CompanyNumber),
            OfficeHolders = [.. facts.OfficeHolders.Select(holder => new OfficeHolderFacts(holder.Name.Trim(), holder.Role.Trim()))
                .Where(holder => holder.Name.Length > 0 || holder.Role.Length > 0)],
        };
    }

    internal static string? Number(string? typed)
    {
        var plain = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        return plain.Length == 0 ? null : plain;
    }

    // Two people may register the same number at the same moment; the database lets one in, and the other hears why
    private async Task<Outcome<Guid>> WithNumbers(OrganisationFacts facts, Guid? self, Func<CancellationToken, Task<Outcome<Guid>>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await KnownAsync(facts, self, cancellationToken) is { } known)
                return Outcome.Refused<Guid>(known);
            throw;
        }
    }

    private async Task<Refusal?> KnownAsync(OrganisationFacts facts, Guid? self, CancellationToken cancellationToken)
    {
        if (facts.CharityNumber is { } charity && await db.Organisations.AnyAsync(o => o.CharityNumber == charity && o.Id != self, cancellationToken))
            return KnownNumber with { Field = nameof(facts.CharityNumber) };
        if (facts.CompanyNumber is { } company && await db.Organisations.AnyAsync(o => o.CompanyNumber == company && o.Id != self, cancellationToken))
            return KnownNumber with { Field = nameof(facts.CompanyNumber) };
        return null;
    }
}
