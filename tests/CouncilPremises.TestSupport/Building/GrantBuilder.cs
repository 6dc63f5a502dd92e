using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.TestSupport.Building;

/// <summary>An application for a grant that walked the workflow to where it stands.</summary>
public sealed record TestGrant(TestDatabase Database, string Reference, TestGroup Group, TestRound Round)
{
    /// <summary>The case as it is now.</summary>
    public Task<Case> CaseAsync() => Database.With<AppDbContext, Case>(db => db.Cases.AsNoTracking().SingleAsync(one => one.Reference == Reference));

    /// <summary>Its state now.</summary>
    public async Task<CaseState> StateAsync() => (await CaseAsync()).State;

    /// <summary>Its version now: what a page that was just opened shows.</summary>
    public async Task<int> VersionAsync() => (await CaseAsync()).Version;

    /// <summary>Everything that hangs on it, as somebody sees it.</summary>
    public async Task<GrantFile> FileAsync(Actor actor) =>
        await Database.With<CaseFiles, GrantFile?>(files => files.LoadGrantAsync(Reference, actor, CancellationToken.None)) ?? throw new InvalidOperationException("Not visible.");

    /// <summary>Makes an officer's statement that they have no interest.</summary>
    public Task StateNoInterestAsync(Actor officer) => Database.With<Triage>(triage =>
        Walk.Must(triage.StateInterestAsync(Reference, new StateInterest(false, null), officer, CancellationToken.None)));

    /// <summary>Records a check with evidence in every field it asks for.</summary>
    public async Task RecordAsync(CheckCode code, CheckOutcome outcome, Actor officer)
    {
        var input = new RecordCheck(code, outcome, TestHire.EvidenceFor(code), null, "Seen and compared by the officer.", await VersionAsync());
        await Database.With<CheckRecording>(recording => Walk.Must(recording.RecordAsync(Reference, input, officer, CancellationToken.None)));
    }

    /// <summary>Scores it: the same number for every criterion, unless said otherwise.</summary>
    public async Task ScoreAsync(Actor assessor, int score, params (Criterion Criterion, int Score)[] others)
    {
        var scores = AssessmentRules.Criteria.Select(one => new CriterionScore(one, others.Where(o => o.Criterion == one).Select(o => (int?)o.Score).FirstOrDefault() ?? score, "What the application says supports this score.")).ToList();
        await Database.With<Assessments>(assessments => Walk.Must(assessments.SaveAsync(Reference, new SaveScores(scores, Give: true), assessor, CancellationToken.None)));
    }

    /// <summary>Finds the cross-community test met.</summary>
    public async Task FindMetAsync(Actor officer)
    {
        var finding = new FindCommunity(CommunityFinding.Met, "Four schools and the football club take part, as the letters of support show.", null, await VersionAsync());
        await Database.With<Assessments>(assessments => Walk.Must(assessments.FindAsync(Reference, finding, officer, CancellationToken.None)));
    }

    /// <summary>Recommends.</summary>
    public async Task RecommendAsync(Actor officer, Ground? refuseOn = null)
    {
        var input = new Recommend(refuseOn is not null, refuseOn, "The scores, the checks and the budget all point the same way, as the file shows.", await VersionAsync());
        await Database.With<Recommendations>(recommendations => Walk.Must(recommendations.RecommendAsync(Reference, input, officer, CancellationToken.None)));
    }

    /// <summary>An award as asked.</summary>
    public async Task<AwardGrant> AwardInputAsync() => new(
        new Dictionary<int, Money?>(), "Need, outcomes and value are well shown, and the group has done this before.", "Workshops that bring young people of four wards together.", [], NoProhibitedReason: true, await VersionAsync());

    /// <summary>Awards it.</summary>
    public async Task AwardAsync(Actor approver)
    {
        var input = await AwardInputAsync();
        await Database.With<GrantDecisions>(decisions => Walk.Must(decisions.ApproveAsync(Reference, input, approver, CancellationToken.None)));
    }

    /// <summary>Publishes what was decided.</summary>
    public Task PublishAsync(Actor officer) => Database.With<GrantOutcomes>(outcomes => Walk.Must(outcomes.PublishAsync(Reference, officer, CancellationToken.None)));
}

/// <summary>The council's people for grants: two assessors, a third, an approver and whoever pays.</summary>
public sealed record GrantTeam(Actor Officer, Actor Second, Actor Third, Actor Approver, Actor OtherApprover, Actor Safeguarding, Actor Finance, Actor OtherFinance)
{
    /// <summary>Adds them.</summary>
    public static async Task<GrantTeam> AddAsync(TestDatabase database) => new(
        await A.Person().Named("Grace Oyelaran").Staff(Roles.GrantOfficer).AddAsync(database),
        await A.Person().Named("Tomasz Zielinski").Staff(Roles.GrantOfficer).AddAsync(database),
        await A.Person().Named("Ifeoma Okafor").Staff(Roles.GrantOfficer).AddAsync(database),
        await A.Person().Named("Gwen Parry").Staff(Roles.GrantApprover).AddAsync(database),
        await A.Person().Named("Harriet Moss").Staff(Roles.GrantApprover).AddAsync(database),
        await A.Person().Named("Naveed Anwar").Staff(Roles.SafeguardingOfficer).AddAsync(database),
        await A.Person().Named("Lucy Tran").Staff(Roles.FinanceOfficer).AddAsync(database),
        await A.Person().Named("Peter Adeyemi").Staff(Roles.FinanceOfficer).AddAsync(database));
}

/// <summary>Walks an application for a grant through its workflow with the product's own services.</summary>
public sealed class GrantBuilder
{
    private static int number;
    private TestGroup? group;
    private TestRound? round;
    private Actor? typist;
    private Func<GrantAnswers, GrantAnswers> change = answers => answers;

    /// <summary>Who asks; a new group when not said.</summary>
    public GrantBuilder By(TestGroup applicant)
    {
        group = applicant;
        return this;
    }

    /// <summary>In which round; a new one when not said.</summary>
    public GrantBuilder In(TestRound of)
    {
        round = of;
        return this;
    }

    /// <summary>Typed by an officer for a caller, from beginning to end.</summary>
    public GrantBuilder TypedBy(Actor officer)
    {
        typist = officer;
        return this;
    }

    /// <summary>Answers that differ from an ordinary project.</summary>
    public GrantBuilder Answering(Func<GrantAnswers, GrantAnswers> answers)
    {
        var before = change;
        change = given => answers(before(given));
        return this;
    }

    /// <summary>Filled in and not sent.</summary>
    public async Task<TestGrant> DraftAsync(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        group ??= await A.Group().WithThreeOfficeHolders().AddAsync(database);
        round ??= await A.Round().AddAsync(database);
        var writer = typist ?? group.Lead;
        var started = typist is null
            ? await database.With<GrantDrafts, Outcome<string>>(drafts => drafts.StartAsync(round.Round.Slug, group.Organisation.Id, group.Lead, CancellationToken.None))
            : await database.With<TypedApplications, Outcome<string>>(typed =>
                typed.StartAsync(group.Organisation.Id, new StartTyped(HeardBy.Telephone, HelpKind.Typed, HasInterest: false, round.Round.Slug), typist, CancellationToken.None));
        var reference = started.Succeeded ? started.Value : throw new InvalidOperationException(started.Refusals[0].Sentence);
        var answers = change(Ordinary(database));
        foreach (var section in Enum.GetValues<GrantSection>())
            await database.With<GrantDrafts>(drafts => Walk.Must(drafts.SaveAsync(reference, new GrantPage(section, _ => answers), writer, CancellationToken.None)));
        return new TestGrant(database, reference, group, round);
    }

    /// <summary>Signed and sent.</summary>
    public async Task<TestGrant> SubmittedAsync(TestDatabase database)
    {
        var grant = await DraftAsync(database);
        var signature = new SignDeclaration(true, "Alex Morgan", "Chair", DeclarationText.V1.Hash);
        await database.With<DeclarationSigning>(signing => Walk.Must(signing.SignAsync(grant.Reference, signature, grant.Group.Lead, CancellationToken.None)));
        await database.With<GrantSubmissions>(submissions => Walk.Must(submissions.SubmitAsync(grant.Reference, typist ?? grant.Group.Lead, CancellationToken.None)));
        return grant;
    }

    /// <summary>Taken by the officer, with every check Clear.</summary>
    public async Task<TestGrant> CheckedAsync(TestDatabase database, GrantTeam team)
    {
        ArgumentNullException.ThrowIfNull(team);
        var grant = await SubmittedAsync(database);
        await grant.StateNoInterestAsync(team.Officer);
        await grant.RecordAsync(CheckCode.REG, CheckOutcome.Clear, team.Officer);
        return grant;
    }

    /// <summary>Scored by two people without a gap, the cross-community test found met.</summary>
    public async Task<TestGrant> ReadyAsync(TestDatabase database, GrantTeam team)
    {
        var grant = await CheckedAsync(database, team);
        await grant.StateNoInterestAsync(team.Second);
        await grant.FindMetAsync(team.Officer);
        await grant.ScoreAsync(team.Officer, 3);
        await grant.ScoreAsync(team.Second, 3);
        return await grant.StateAsync() == CaseState.ReadyForDecision
            ? grant
            : throw new InvalidOperationException($"The application is {await grant.StateAsync()}, not ready: {string.Join(" ", (await grant.FileAsync(team.Officer)).Standings().Where(s => !s.IsSettled).Select(s => s.Sentence))}");
    }

    /// <summary>Recommended by the officer, awarded by the approver, published.</summary>
    public async Task<TestGrant> OfferedAsync(TestDatabase database, GrantTeam team)
    {
        var grant = await ReadyAsync(database, team);
        await grant.RecommendAsync(team.Officer);
        await grant.StateNoInterestAsync(team.Approver);
        await grant.AwardAsync(team.Approver);
        await grant.PublishAsync(team.Officer);
        return grant;
    }

    /// <summary>An ordinary project: £4,800, six months, adults only.</summary>
    public GrantAnswers Ordinary(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var starts = database.Time.Today.AddDays(120);
        // Too few words of need and outcomes to be alike by chance: what two applications share is shown to people
        var because = string.Join(' ', Enumerable.Repeat("It brings people of several wards together around one table.", 3));
        return new GrantAnswers
        {
            Project = new()
            {
                Title = "Open kitchen",
                Starts = starts,
                Ends = starts.AddMonths(5),
                Wards = ["Fernley North"],
                DeliveryPlanLineId = round?.Fund.Lines[0].Id,
                Owner = "Community safety manager",
                Explanation = "At the market, in the library and in the parish magazine.",
                PressContact = "Priya Nandra, chair",
            },
            Objectives = new() { Primary = new() { Objective = Objective.O4, Justification = because }, National = NationalObjective.A2, NationalJustification = because },
            Need = new() { Need = "One in five residents says that they know nobody of another background.", Sources = "Residents' survey 2025, published by the council.", NamesNobody = true },
            Community = new() { WhoBenefits = "Residents of four wards.", HowOthersTakePart = "Cooks and guests of every background share each table.", WhoWorksAlongside = "The library, the mosque, the parish and the food bank." },
            Outcomes = new() { Items = [new() { Indicator = "Friends made", Baseline = 0, Target = 120, Method = "A card at the door.", Due = starts.AddMonths(5) }] },
            Monitoring = new() { Lead = "Owen Hughes", Method = "A short form after each evening." },
            Safeguarding = new() { Under18s = false },
            Budget = new()
            {
                Asked = Money.Pounds(4_800),
                NothingIneligible = true,
                Lines =
                [
                    new() { Category = BudgetCategory.Staff, Description = "Cook, 20 evenings", Quantity = 20, UnitCost = Money.Pounds(150), Requested = Money.Pounds(3_000) },
                    new() { Category = BudgetCategory.Materials, Description = "Food and crockery", Quantity = 20, UnitCost = Money.Pounds(90), Requested = Money.Pounds(1_800) },
                ],
            },
            Partners = new() { HasPartners = false },
            OtherFunding = new() { HasOther = false, IsEnterprise = false },
            Organisation = new() { HasGoverningDocument = true, GoverningDocument = "Constitution of 2019", UnrelatedOfficeHolders = true, Accounts = AccountsKind.LatestAccounts },
            Contact = new ContactAnswers { Name = "Alex Morgan", Role = "Chair", Email = "alex@fernley.example", Phone = $"01632 {960_200 + (Interlocked.Increment(ref number) % 700)}", Over18 = true },
        };
    }
}
