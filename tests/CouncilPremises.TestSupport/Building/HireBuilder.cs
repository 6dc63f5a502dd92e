using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.TestSupport.Building;

/// <summary>An application that walked the workflow to where it stands.</summary>
/// <param name="Database">Where it is.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="Group">Who asks.</param>
/// <param name="Space">For which room.</param>
public sealed record TestHire(TestDatabase Database, string Reference, TestGroup Group, Space Space)
{
    /// <summary>The case as it is now.</summary>
    public Task<Case> CaseAsync() => Database.With<AppDbContext, Case>(db => db.Cases.AsNoTracking().SingleAsync(one => one.Reference == Reference));

    /// <summary>Its state now.</summary>
    public async Task<CaseState> StateAsync() => (await CaseAsync()).State;

    /// <summary>Its version now: what a page that was just opened shows.</summary>
    public async Task<int> VersionAsync() => (await CaseAsync()).Version;

    /// <summary>Makes an officer's statement that they have no interest.</summary>
    public Task StateNoInterestAsync(Actor officer) => Database.With<Triage>(triage =>
        Walk.Must(triage.StateInterestAsync(Reference, new StateInterest(false, null), officer, CancellationToken.None)));

    /// <summary>Records a check with evidence in every field it asks for.</summary>
    public async Task RecordAsync(CheckCode code, CheckOutcome outcome, Actor officer)
    {
        var evidence = CheckRules.EvidenceOf(code, Group.Organisation.Type == OrganisationType.Individual).ToDictionary(field => field.Name, Evidence);
        var input = new RecordCheck(code, outcome, evidence, new DateOnly(2027, 1, 31), "Seen and compared by the officer.", await VersionAsync());
        await Database.With<CheckRecording>(recording => Walk.Must(recording.RecordAsync(Reference, input, officer, CancellationToken.None)));
    }

    /// <summary>Evidence of its kind in every field a check asks for.</summary>
    public static IReadOnlyDictionary<string, string> EvidenceFor(CheckCode code) => CheckRules.For(code).Evidence.ToDictionary(field => field.Name, Evidence);

    private static string Evidence(EvidenceField field) => field.Kind switch
    {
        EvidenceKind.Day => "2026-01-05",
        EvidenceKind.Money => "5000000",
        EvidenceKind.YesNo => "Yes",
        EvidenceKind.Link => "https://example.org/register/1",
        EvidenceKind.Text => "Charity Commission register",
    };
}

/// <summary>Walks an application of a room through its workflow with the product's own services.</summary>
public sealed class HireBuilder
{
    private TestGroup? group;
    private Space? space;
    private DateOnly day = new(2026, 3, 24);
    private (TimeOnly Start, TimeOnly End) times = (new(19, 0), new(21, 0));
    private Func<HireAnswers, HireAnswers> change = answers => answers;
    private Actor? typist;

    /// <summary>Who asks; a new group when not said.</summary>
    public HireBuilder By(TestGroup hirer)
    {
        group = hirer;
        return this;
    }

    /// <summary>For which room; the hall of a new venue when not said.</summary>
    public HireBuilder For(Space room)
    {
        space = room;
        return this;
    }

    /// <summary>When: "2026-03-24", "19:00-21:00".</summary>
    public HireBuilder On(string date, string startAndEnd)
    {
        day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        var parts = startAndEnd.Split('-');
        times = (TimeOnly.Parse(parts[0], CultureInfo.InvariantCulture), TimeOnly.Parse(parts[1], CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>An officer types it for the hirer, on the telephone; it is sent unsigned.</summary>
    public HireBuilder TypedBy(Actor officer)
    {
        typist = officer;
        return this;
    }

    /// <summary>Answers that differ from an ordinary members' meeting.</summary>
    public HireBuilder Answering(Func<HireAnswers, HireAnswers> answers)
    {
        var before = change;
        change = given => answers(before(given));
        return this;
    }

    /// <summary>Filled in and not sent.</summary>
    public async Task<TestHire> DraftAsync(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        group ??= await A.Group().AddAsync(database);
        space ??= (await A.Hall().AddAsync(database)).Hall;
        var started = typist is null
            ? await database.With<HireDrafts, Outcome<string>>(drafts => drafts.StartAsync(group.Organisation.Id, null, group.Lead, CancellationToken.None))
            : await database.With<TypedApplications, Outcome<string>>(typed =>
                typed.StartAsync(group.Organisation.Id, new StartTyped(HeardBy.Telephone, HelpKind.Typed, HasInterest: false), typist, CancellationToken.None));
        var reference = started.Succeeded ? started.Value : throw new InvalidOperationException(started.Refusals[0].Sentence);
        await database.With<HireDrafts>(drafts =>
            Walk.Must(drafts.SaveAsync(reference, HireSection.When, _ => change(Ordinary()), typist ?? group.Lead, CancellationToken.None)));
        return new TestHire(database, reference, group, space);
    }

    /// <summary>Signed and sent.</summary>
    public async Task<TestHire> SubmittedAsync(TestDatabase database)
    {
        var hire = await DraftAsync(database);
        var signature = new SignDeclaration(true, "Alex Morgan", "Chair", DeclarationText.V1.Hash);
        if (typist is null && hire.Group.Organisation.Kind != HirerKind.InternalBody && !change(Ordinary()).IsElectionMeeting())
            await database.With<DeclarationSigning>(signing => Walk.Must(signing.SignAsync(hire.Reference, signature, hire.Group.Lead, CancellationToken.None)));
        await database.With<HireSubmissions>(submissions => Walk.Must(submissions.SubmitAsync(hire.Reference, typist ?? hire.Group.Lead, CancellationToken.None)));
        return hire;
    }

    /// <summary>Taken by an officer, checks under way.</summary>
    public async Task<TestHire> CheckingAsync(TestDatabase database, Actor officer)
    {
        var hire = await SubmittedAsync(database);
        await hire.StateNoInterestAsync(officer);
        return hire;
    }

    /// <summary>Every check of an ordinary application recorded Clear.</summary>
    public async Task<TestHire> ReadyAsync(TestDatabase database, Actor officer)
    {
        var hire = await CheckingAsync(database, officer);
        await hire.RecordAsync(CheckCode.REG, CheckOutcome.Clear, officer);
        await hire.RecordAsync(CheckCode.REF, CheckOutcome.Clear, officer);
        return await hire.StateAsync() == CaseState.ReadyForDecision
            ? hire
            : throw new InvalidOperationException($"The application is {await hire.StateAsync()}, not ready.");
    }

    /// <summary>Approved by the officer and thereby booked.</summary>
    public async Task<TestHire> ConfirmedAsync(TestDatabase database, Actor officer)
    {
        var hire = await ReadyAsync(database, officer);
        var approval = new Approve(null, [], NoProhibitedReason: true, await hire.VersionAsync());
        await database.With<Approvals>(approvals => Walk.Must(approvals.ApproveAsync(hire.Reference, approval, officer, CancellationToken.None)));
        return hire;
    }

    private HireAnswers Ordinary() => new()
    {
        When = new WhenAnswers { SpaceId = space!.Id, FirstDay = day, Start = times.Start, End = times.End },
        Event = new EventAnswers
        {
            Title = "Spring members' meeting",
            Category = ActivityCategory.Meeting,
            Description = "Our members meet to plan the summer programme and to elect the officers for the year.",
        },
        Attendance = new AttendanceAnswers { People = 40 },
        Audience = new AudienceAnswers { Kind = AudienceKind.Members, Advertised = false, Ticketed = false },
        Speakers = new SpeakersAnswers { Kind = SpeakersKind.None },
        PeopleAtRisk = new PeopleAtRiskAnswers { Care = CareKind.None },
        MoneyRaised = new MoneyRaisedAnswers { RaisesMoney = false },
        Recording = new RecordingAnswers { Livestream = false, Recorded = false },
        Political = new PoliticalAnswers { IsPolitical = false },
        Separation = new SeparationAnswers { IsSeparated = false },
        Practical = new PracticalAnswers { Alcohol = false, Music = false },
        Past = new PastAnswers { RefusedElsewhere = false },
        Insurance = new InsuranceAnswers { VenueCover = true },
        OnBehalf = new OnBehalfAnswers { ForAnother = false, SubLetting = false },
        Contact = new ContactAnswers { Name = "Alex Morgan", Role = "Chair", Email = "alex@fernley.example", Phone = "01632 960123", Over18 = true },
    };
}

internal static class Walk
{
    /// <summary>A builder's step must succeed, or the test starts from something impossible.</summary>
    public static async Task Must(Task<Outcome> act)
    {
        var outcome = await act;
        if (!outcome.Succeeded)
            throw new InvalidOperationException(string.Join(" ", outcome.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field}: {refusal.Sentence}")));
    }
}
