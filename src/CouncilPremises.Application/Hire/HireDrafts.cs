using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Hire;

/// <summary>A page of a draft as the group leaves it.</summary>
/// <param name="Sections">The sections it asks for.</param>
/// <param name="Change">Puts the page's answers in.</param>
/// <param name="ForLater">True when the group goes away in the middle: what is there is kept as it is, and the page stays to be done.</param>
public sealed record DraftPage(IReadOnlyList<HireSection> Sections, Func<HireAnswers, HireAnswers> Change, bool ForLater = false)
{
    /// <summary>Sections of which the page asks only a part: taken over, and gone over on another page.</summary>
    public IReadOnlyList<HireSection> Partly { get; init; } = [];
}

/// <summary>Starting an application and filling it in, page by page. Nothing is asked twice: what the group said last time comes back.</summary>
public sealed class HireDrafts(
    AppDbContext db, CouncilTime time, AuditLog audit, CaseFiles files, CaseReferences references, PolicySource policies, Transactions transactions, Claims claims,
    CaseDesk desk)
{
    /// <summary>Version of the questions asked.</summary>
    public const int FormVersion = 1;

    /// <summary>Starts an application for an organisation the actor leads, and gives its reference.</summary>
    /// <param name="organisationId">The hirer.</param>
    /// <param name="when">Room and time, when the group came from a room's page.</param>
    /// <param name="actor">Its lead contact.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public Task<Outcome<string>> StartAsync(Guid organisationId, WhenAnswers? when, Actor actor, CancellationToken cancellationToken) =>
        StartAsync(organisationId, new HireAnswers { When = when ?? new WhenAnswers() }, actor, cancellationToken);

    private Task<Outcome<string>> StartAsync(Guid organisationId, HireAnswers known, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync(async cancel =>
        {
            var organisation = await db.Organisations.Include(o => o.Memberships).VisibleTo(actor, db)
                .FirstOrDefaultAsync(o => o.Id == organisationId, cancel);
            if (organisation is null)
                return Outcome.NotFound<string>();
            if (!organisation.RolesOf(actor.Id).HasFlag(Roles.LeadContact))
                return Outcome.Refused<string>(new Refusal("Role", "The lead contact of your group starts applications. Ask them, or ask to become the lead contact."));
            var @case = await AddAsync(organisation, known, await OwnContactAsync(actor, cancel), actor, cancel);
            audit.Append(actor, "Hire.Start", new AuditSubject("Case", @case.Id, @case.Id, null, CaseState.Draft.ToString(), @case.PolicyVersion));
            await db.SaveChangesAsync(cancel);
            return Outcome.Ok(@case.Reference);
        }, cancellationToken);

    /// <summary>Adds a draft to the save under way, filled in with what is known of the hirer.</summary>
    internal async Task<Case> AddAsync(Organisation organisation, HireAnswers known, ContactAnswers contact, Actor actor, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceAsync(time.Today, cancellationToken);
        var reference = await references.NextAsync(CaseKind.Hire, cancellationToken);
        var @case = new Case(Guid.CreateVersion7(), CaseKind.Hire, reference, organisation.Id, actor.Id, FormVersion, policy.Number, time.NowUtc);
        var hire = new HireApplication(@case.Id, organisation.Kind);
        var last = await LastAnswersAsync(organisation.Id, cancellationToken);
        hire.Prefill(known with { Contact = last?.Contact ?? contact, Insurance = last?.Insurance ?? new InsuranceAnswers() });
        db.Cases.Add(@case);
        db.HireApplications.Add(hire);
        return @case;
    }

    /// <summary>Starts an application from an earlier one of the same hirer, and gives its reference: its answers come back filled in, to be
    /// gone over page by page. Only the dates are chosen anew, and what happened elsewhere is asked again.</summary>
    public async Task<Outcome<string>> StartAgainAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var earlier = await files.LoadHireAsync(reference, actor, cancellationToken);
        if (earlier is null || earlier.GroupRoles(actor) == Roles.None)
            return Outcome.NotFound<string>();
        var answers = earlier.Hire.Answers;
        return await StartAsync(earlier.Organisation.Id, answers with
        {
            When = new WhenAnswers { SpaceId = answers.When.SpaceId, Start = answers.When.Start, End = answers.When.End },
            Speakers = answers.Speakers with { External = answers.Speakers.External.Select(speaker => speaker with { Dates = [] }).ToValueList() },
            Past = new PastAnswers(),
        }, actor, cancellationToken);
    }

    /// <summary>Saves one section of a draft.</summary>
    public Task<Outcome> SaveAsync(string reference, HireSection section, Func<HireAnswers, HireAnswers> change, Actor actor, CancellationToken cancellationToken) =>
        SaveAsync(reference, new DraftPage([section], change), actor, cancellationToken);

    /// <summary>Saves one page of what is open: a draft, or the sections that a request of the council or a change has opened. What the page
    /// asks for must be right, unless the group leaves it for later. Each refusal's field begins with its section: "Event.Title".
    /// A post to a section that is not open changes nothing and is logged.</summary>
    /// <param name="reference">The application.</param>
    /// <param name="page">The page's sections and answers.</param>
    /// <param name="actor">The lead contact.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task<Outcome> SaveAsync(string reference, DraftPage page, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        AuditSubject? closed = null;
        var outcome = await transactions.RunAsync(async cancel =>
        {
            var file = await files.LoadHireAsync(reference, actor, cancel);
            if (file is null)
                return Outcome.NotFound();
            if (MayNotWrite(file, page, actor) is { } no)
            {
                closed = new AuditSubject("Case", file.Case.Id, file.Case.Id, file.Case.State.ToString(), file.Case.State.ToString(), file.Policy.Number);
                return Outcome.Refused(no);
            }
            return await SaveAsync(file, page, actor, cancel);
        }, cancellationToken);
        if (!outcome.Succeeded && closed is not null)
            await audit.RefusedAsync(actor, "Hire.SaveSection", closed, outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task<Outcome> SaveAsync(HireFile file, DraftPage page, Actor actor, CancellationToken cancellationToken)
    {
        var open = file.Open!;
        var written = page.Change(open.Answers);
        // Of a page only the open sections are taken over
        var answers = open.Change is null ? written : page.Sections.Concat(page.Partly).Aggregate(open.Answers, (kept, section) => kept.With(section, written));
        var refusals = page.ForLater ? [] : await MistakesAsync(file, page.Sections, answers, cancellationToken);
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        if (open.Change is { } change)
            change.Save(answers, page.Sections, isComplete: !page.ForLater);
        else
            foreach (var section in page.Sections)
                file.Hire.Save(answers, section.ToString(), isComplete: !page.ForLater);
        file.Case.Touch(time.NowUtc);
        desk.NoteTyping(file, actor);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    private static Refusal? MayNotWrite(HireFile file, DraftPage page, Actor actor)
    {
        if (file.CannotSpeakFor(actor) is { } notYours)
            return notYours;
        if (file.Open is not { } open)
            return new Refusal(Refusal.ChangedCode, "This application has been sent, so its answers can no longer be changed here.");
        return page.Sections.Concat(page.Partly).All(open.Sections.Contains)
            ? null
            : new Refusal("Closed", "This part of your application is not open for changes. Go back to your application to see what is.");
    }

    /// <summary>Every problem that stops sending; its field begins with the section it is in.</summary>
    public Task<IReadOnlyList<Refusal>> ProblemsAsync(HireFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ProblemsAsync(file, file.Open?.Answers ?? file.Hire.Answers, cancellationToken);
    }

    /// <summary>Every problem of these answers for this application.</summary>
    public async Task<IReadOnlyList<Refusal>> ProblemsAsync(HireFile file, HireAnswers answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var facts = await FactsAsync(file, answers, cancellationToken);
        return Mistakes(file, HireValidation.SectionsFor(answers, facts), answers, facts);
    }

    private async Task<IReadOnlyList<Refusal>> MistakesAsync(HireFile file, IReadOnlyList<HireSection> sections, HireAnswers answers, CancellationToken cancellationToken)
    {
        var facts = await FactsAsync(file, answers, cancellationToken);
        var mistakes = Mistakes(file, sections, answers, facts);
        if (mistakes.Count > 0 || !AsksOfSlot(sections, answers, facts))
            return mistakes;
        // Until it is known whether a candidate claims the room, what is only held does not stand in the way. RULEBOOK 3
        var holdsYield = facts.ElectionPeriod && file.Case.State == CaseState.Draft && (answers.IsElectionMeeting() || answers.Political.IsPolitical is null);
        return await ClashesAsync(file, answers, holdsYield, cancellationToken);
    }

    private static bool AsksOfSlot(IReadOnlyList<HireSection> sections, HireAnswers answers, HireFacts facts) =>
        sections.Contains(HireSection.When)
        || (facts.ElectionPeriod && sections.Contains(HireSection.Political) && answers.When is { SpaceId: not null, Start: not null, End: not null });

    private static List<Refusal> Mistakes(HireFile file, IReadOnlyList<HireSection> sections, HireAnswers answers, HireFacts facts) =>
    [
        .. sections.SelectMany(
            section => HireValidation.Section(section, answers, facts, file.Policy),
            (section, refusal) => refusal with { Field = refusal.Field is null ? null : $"{section}.{refusal.Field}" }),
        .. sections.Contains(HireSection.When) && answers.When.SpaceId is not null && facts.Capacity is null
            ? [new Refusal("B4", "Choose a room", $"{HireSection.When}.{nameof(WhenAnswers.SpaceId)}")]
            : Array.Empty<Refusal>(),
    ];

    // What the application holds already does not stand in its own way
    private async Task<IReadOnlyList<Refusal>> ClashesAsync(HireFile file, HireAnswers answers, bool holdsYield, CancellationToken cancellationToken)
    {
        var slots = HireSlots.Of(answers);
        if (!slots.Succeeded)
            return slots.Refusals;
        var plan = ProposedChange.PlanOf(file, answers);
        IReadOnlyList<HireSlot> wanted = file.Case.State == CaseState.Draft ? slots.Value : [.. plan.Moved.Select(move => move.To), .. plan.Added];
        var own = plan.Moved.Select(move => move.Date.Id).Concat(plan.Removed.Select(date => date.Id)).ToList();
        return await claims.ClashesAsync(wanted, own, answers.Attendance.People ?? 1, holdsYield, cancellationToken);
    }

    private async Task<HireAnswers?> LastAnswersAsync(Guid organisationId, CancellationToken cancellationToken) =>
        await (from submission in db.Submissions.AsNoTracking()
               join @case in db.Cases on submission.CaseId equals @case.Id
               where @case.OrganisationId == organisationId
               orderby submission.SentUtc descending
               select submission.Answers).FirstOrDefaultAsync(cancellationToken);

    private async Task<ContactAnswers> OwnContactAsync(Actor actor, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().Where(u => u.Id == actor.Id).Select(u => new { u.FullName, u.Email, u.PhoneNumber }).FirstAsync(cancellationToken);
        return new ContactAnswers { Name = user.FullName, Email = user.Email, Phone = user.PhoneNumber };
    }

    // The page's own answers may name another room than the saved ones, so its facts are read again.
    private async Task<HireFacts> FactsAsync(HireFile file, HireAnswers answers, CancellationToken cancellationToken)
    {
        if (answers.When == file.Hire.Answers.When)
            return file.Derived.Facts;
        return await files.FactsAsync(file.Organisation, file.Hire, answers, file.Case.SubmittedUtc, file.WorkingDays, cancellationToken);
    }
}
