using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Policies;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>A page of the form as the group leaves it.</summary>
/// <param name="Section">The section it asks for.</param>
/// <param name="Change">Puts the page's answers in.</param>
/// <param name="ForLater">True when the group goes away in the middle: what is there is kept as it is, and the page stays to be done.</param>
public sealed record GrantPage(GrantSection Section, Func<GrantAnswers, GrantAnswers> Change, bool ForLater = false);

/// <summary>Starting an application for a grant and filling it in, page by page. The same rule of what is open serves page, save and sending.</summary>
public sealed class GrantDrafts(
    AppDbContext db, CouncilTime time, AuditLog audit, CaseFiles files, CaseReferences references, PolicySource policies, Transactions transactions, CaseDesk desk)
{
    /// <summary>Starts an application of a group the actor leads, in an open round, and gives its reference. A group that has an open one in the round
    /// goes on with that.</summary>
    public Task<Outcome<string>> StartAsync(string slug, Guid organisationId, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync(async cancel =>
        {
            var organisation = await db.Organisations.Include(o => o.Memberships).VisibleTo(actor, db).FirstOrDefaultAsync(o => o.Id == organisationId, cancel);
            var round = await db.GrantRounds.Include(r => r.LatePermissions).FirstOrDefaultAsync(r => r.Slug == slug, cancel);
            if (organisation is null || round is null)
                return Outcome.NotFound<string>();
            if (!organisation.RolesOf(actor.Id).HasFlag(Roles.LeadContact))
                return Outcome.Refused<string>(new Refusal("Role", "The lead contact of your group starts applications. Ask them, or ask to become the lead contact."));
            if (organisation.Kind != HirerKind.Group)
                return Outcome.Refused<string>(new Refusal("G1", "Grants go to groups only."));
            if (round.WhyClosed(organisation.Id, time.NowUtc) is { } closed)
                return Outcome.Refused<string>(closed);
            var begun = (await BegunAsync(organisationId, round.Id, cancel))?.Reference;
            if (begun is not null)
                return Outcome.Ok(begun);
            var user = await db.Users.AsNoTracking().Where(u => u.Id == actor.Id).Select(u => new { u.FullName, u.Email, u.PhoneNumber }).FirstAsync(cancel);
            var @case = await AddAsync(organisation.Id, round, new ContactAnswers { Name = user.FullName, Email = user.Email, Phone = user.PhoneNumber }, actor, cancel);
            audit.Append(actor, "Grant.Start", new AuditSubject("Case", @case.Id, @case.Id, null, nameof(CaseState.Draft), @case.PolicyVersion));
            await db.SaveChangesAsync(cancel);
            return Outcome.Ok(@case.Reference);
        }, cancellationToken);

    /// <summary>The draft that a group has begun in a round; null when there is none. Whoever asks at the same moment waits: fifty clicks begin one application.</summary>
    internal async Task<Case?> BegunAsync(Guid organisationId, Guid roundId, CancellationToken cancellationToken)
    {
        await db.Organisations.Where(o => o.Id == organisationId).ExecuteUpdateAsync(set => set.SetProperty(o => o.CreatedUtc, o => o.CreatedUtc), cancellationToken);
        return await (from grant in db.GrantApplications
                      join known in db.Cases on grant.CaseId equals known.Id
                      where grant.RoundId == roundId && known.OrganisationId == organisationId && known.State == CaseState.Draft
                      select known).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Adds a draft of a group in a round to the save under way. What the group told last time about itself stands in it.</summary>
    internal async Task<Case> AddAsync(Guid organisationId, GrantRound round, ContactAnswers contact, Actor actor, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceAsync(time.Today, cancellationToken);
        var reference = await references.NextAsync(CaseKind.Grant, cancellationToken);
        var @case = new Case(Guid.CreateVersion7(), CaseKind.Grant, reference, organisationId, actor.Id, round.FormVersion, policy.Number, time.NowUtc);
        var grant = new GrantApplication(@case.Id, round.Id, round.FundId);
        var last = await LastAnswersAsync(organisationId, cancellationToken);
        grant.Prefill(new GrantAnswers
        {
            Contact = last?.Contact ?? contact,
            Organisation = last?.Organisation ?? new GroupAnswers(),
        });
        db.Cases.Add(@case);
        db.GrantApplications.Add(grant);
        return @case;
    }

    /// <summary>Saves one page of what is open: a draft, or a section that a question of the council opened. What the page asks for must be right,
    /// unless the group leaves it for later. A post to another section, or after the round closed, changes nothing and is logged.
    /// Each refusal names its field after its section.</summary>
    public async Task<Outcome> SaveAsync(string reference, GrantPage page, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        AuditSubject? closed = null;
        var outcome = await transactions.RunAsync(async cancel =>
        {
            if (await files.LoadGrantAsync(reference, actor, cancel) is not { } file)
                return Outcome.NotFound();
            if (MayNotWrite(file, page.Section, actor) is { } no)
            {
                closed = new AuditSubject("Case", file.Case.Id, file.Case.Id, file.Case.State.ToString(), file.Case.State.ToString(), file.Policy.Number);
                return Outcome.Refused(no);
            }
            return await SaveAsync(file, page, actor, cancel);
        }, cancellationToken);
        if (!outcome.Succeeded && closed is not null)
            await audit.RefusedAsync(actor, "Grant.SaveSection", closed, outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task<Outcome> SaveAsync(GrantFile file, GrantPage page, Actor actor, CancellationToken cancellationToken)
    {
        var open = Open(file)!;
        var answers = open.With(page.Section, page.Change(open));
        var refusals = page.ForLater ? [] : Mistakes(file, page.Section, answers);
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        if (file.Case.State == CaseState.Draft)
            file.Grant.Save(answers, page.Section, isComplete: !page.ForLater);
        else
            file.Grant.SaveOpened(answers, page.Section, isComplete: !page.ForLater);
        file.Case.Touch(time.NowUtc);
        desk.NoteTyping(file, actor);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    /// <summary>The answers the group may write now; null when none.</summary>
    public static GrantAnswers? Open(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Case.State switch
        {
            CaseState.Draft => file.Grant.Answers,
            CaseState.InfoRequested => file.Grant.Clarification?.Answers,
            _ => null,
        };
    }

    /// <summary>Why somebody may not write a section now; null when they may.</summary>
    public static Refusal? MayNotWrite(GrantFile file, GrantSection section, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.GroupRoles(actor).HasFlag(Roles.LeadContact))
            return new Refusal("Role", "The lead contact of your group writes applications.");
        if (file.CannotSpeakFor(actor) is { } notYet)
            return notYet;
        if (file.Case.State == CaseState.Draft)
            return file.WhyClosed;
        return Open(file) is null || file.Grant.Clarification?.Sections.Contains(section) != true
            ? new Refusal("State", "This part was sent and is not open. We write to you when we need something changed.")
            : null;
    }

    /// <summary>Every problem that stops sending; its field begins with the section it is in.</summary>
    public static IReadOnlyList<Refusal> Problems(GrantFile file, GrantAnswers answers, IEnumerable<GrantSection>? sections = null) =>
        [.. (sections ?? Enum.GetValues<GrantSection>()).SelectMany(section => Mistakes(file, section, answers))];

    private static IReadOnlyList<Refusal> Mistakes(GrantFile file, GrantSection section, GrantAnswers answers) =>
        [.. GrantValidation.Section(section, answers, ContextOf(file)).Select(refusal => refusal with { Field = refusal.Field is null ? null : $"{section}.{refusal.Field}" })];

    /// <summary>What the rules must know besides the answers.</summary>
    public static GrantContext ContextOf(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var policy = file.PolicyOfClocks;
        return new GrantContext
        {
            Today = file.SubmittedOn,
            Limits = new GrantLimits(file.Fund.LowestAward, file.Fund.HighestAward, file.Fund.MatchSharePercent, policy.GrantOverheadsPercent, policy.GrantContingencyPercent),
            HirerKind = file.HirerKind,
            OfficeHolders = file.Organisation.OfficeHolders.Select(holder => holder.Name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            OfficeHoldersNeeded = policy.GrantOfficeHolders,
            IsTyped = file.Case.IsTyped,
            DeliveryPlanLineIds = file.Fund.Lines.Select(line => line.Id).ToHashSet(),
        };
    }

    private async Task<GrantAnswers?> LastAnswersAsync(Guid organisationId, CancellationToken cancellationToken) =>
        await (from submission in db.GrantSubmissions.AsNoTracking()
               join @case in db.Cases on submission.CaseId equals @case.Id
               where @case.OrganisationId == organisationId
               orderby submission.SentUtc descending
               select submission.Answers).FirstOrDefaultAsync(cancellationToken);
}
