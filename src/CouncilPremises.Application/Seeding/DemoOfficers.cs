using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Seeding;

/// <summary>The officers who work the seeded cases.</summary>
internal sealed record DemoTeam(Actor First, Actor Second, Actor Approver, Actor SecondApprover, Actor Safeguarding);

/// <summary>What council staff do with one seeded application, in the order in which they do it.</summary>
internal sealed class DemoOfficers(DemoWalk walk, DemoTeam team, SeedClock clock, OfficersWords words, CancellationToken cancellationToken)
{
    private const string NotTheSame = "Another year of birth and another place: the person on the list is not this one.";

    private readonly HashSet<Guid> stated = [];

    private string Reference => walk.Reference;

    /// <summary>An officer states that there is no interest, which starts the checks.</summary>
    public Task TakeAsync()
    {
        clock.NextWorkingDay();
        return StateNoInterestAsync(team.First);
    }

    /// <summary>Records the first check that is still open, and leaves the others.</summary>
    public async Task BeginChecksAsync()
    {
        var file = await walk.FileAsync(team.First);
        if (file.Standings().FirstOrDefault(standing => standing.Code == CheckCode.REG && !standing.IsSettled) is { } open)
            await RecordAsync(open.Code, file);
    }

    /// <summary>Two officers resolve every hit as a false match and screen again; then every open check is recorded Clear.</summary>
    public async Task SettleChecksAsync(IReadOnlyCollection<CheckCode> leaveOpen)
    {
        clock.NextWorkingDay();
        if ((await walk.FileAsync(team.First)).Hits.Any(hit => hit.State == HitState.Open))
        {
            await ProposeFalseMatchesAsync(NotTheSame);
            await AgreeFalseMatchesAsync();
        }

        var file = await walk.FileAsync(team.First);
        foreach (var standing in file.Standings().Where(standing => !standing.IsSettled && !leaveOpen.Contains(standing.Code)))
            if (standing.Code == CheckCode.XREF)
                await walk.ActAsync<CheckRecording>("Screen again", checks => checks.ScreenAgainAsync(Reference, team.First, cancellationToken));
            else
                await RecordAsync(standing.Code, file);
    }

    /// <summary>One officer proposes that every hit is a false match.</summary>
    public async Task ProposeFalseMatchesAsync(string reason)
    {
        foreach (var hit in (await walk.FileAsync(team.First)).Hits.Where(hit => hit.State == HitState.Open))
            await walk.ActAsync<HitResolutions>("Propose", hits => hits.ProposeAsync(
                Reference,
                new ProposeResolution(hit.Id, HitResolution.FalseMatch, [IdentifierKind.BirthYear, IdentifierKind.Town], reason),
                team.First,
                cancellationToken));
    }

    /// <summary>The group is asked for something.</summary>
    public async Task AskAsync()
    {
        clock.NextWorkingDay();
        await walk.ActAsync<InformationRequests>("Ask", (requests, version) =>
            requests.AskAsync(Reference, new AskGroup([], words.Question), version, team.First, cancellationToken));
    }

    /// <summary>The officer approves a Standard case in which every check is Clear; any other goes to an approver with a recommendation.</summary>
    public async Task ApproveAsync()
    {
        clock.NextWorkingDay();
        var file = await walk.FileAsync(team.First);
        var isPlain = file.Tier == Tier.Standard && words.Conditions.Count == 0 && file.Standings().All(standing => standing.Kind == StandingKind.Clear);
        if (!isPlain)
            await RecommendAsync(refuse: false);
        var decider = isPlain ? team.First : team.Approver;
        await StateNoInterestAsync(decider);
        var conditions = words.Conditions.Select(condition => Condition(condition, file)).ToList();
        await walk.ActAsync<Approvals>("Approve", (approvals, version) => approvals.ApproveAsync(
            Reference, new Approve(words.Reason, conditions, NoProhibitedReason: true, version), decider, cancellationToken));
    }

    /// <summary>One officer recommends; the approver will decide.</summary>
    public Task RecommendAsync(bool refuse) =>
        walk.ActAsync<Recommendations>("Recommend", (recommendations, version) => recommendations.RecommendAsync(
            Reference, new Recommend(refuse, words.Ground, words.Reason, version), team.First, cancellationToken));

    /// <summary>The approver tells the hirer that the council may say no.</summary>
    public async Task MindToRefuseAsync()
    {
        await RecommendAsync(refuse: true);
        clock.NextWorkingDay();
        await StateNoInterestAsync(team.Approver);
        await walk.ActAsync<RefusalDecisions>("Mind to refuse", (refusals, version) => refusals.MindToRefuseAsync(
            Reference, new MindToRefuse(words.Ground, words.Reason, version), team.Approver, cancellationToken));
    }

    /// <summary>The approver refuses.</summary>
    public async Task RefuseAsync()
    {
        await RecommendAsync(refuse: true);
        clock.NextWorkingDay();
        await StateNoInterestAsync(team.Approver);
        await walk.ActAsync<RefusalDecisions>("Refuse", (refusals, version) => refusals.RefuseAsync(
            Reference, new Refuse(words.Ground, words.Reason, words.Answers, NoProhibitedReason: true, version, Alternatives: words.Alternative), team.Approver, cancellationToken));
    }

    /// <summary>Somebody states that there is no interest, once, before their first act.</summary>
    public async Task StateNoInterestAsync(Actor officer)
    {
        if (stated.Add(officer.Id))
            await walk.ActAsync<Triage>("State interest", triage =>
                triage.StateInterestAsync(Reference, new StateInterest(HasInterest: false, Interest: null), officer, cancellationToken));
    }

    private async Task AgreeFalseMatchesAsync()
    {
        await StateNoInterestAsync(team.Second);
        foreach (var hit in (await walk.FileAsync(team.Second)).Hits.Where(hit => hit.State == HitState.Proposed))
            await walk.ActAsync<HitResolutions>("Agree", hits => hits.AnswerAsync(Reference, hit.Id, agree: true, team.Second, cancellationToken));
    }

    private async Task RecordAsync(CheckCode code, HireFile file)
    {
        var recorder = CheckRules.MayNotRecord(code, team.First.StaffRoles) is null ? team.First : team.Safeguarding;
        await StateNoInterestAsync(recorder);
        var expiry = file.Today.AddDays(330);
        var evidence = DemoEvidence.Of(code, file.Organisation, file.Today, expiry);
        await walk.ActAsync<CheckRecording>($"Record {code}", (checks, version) => checks.RecordAsync(
            Reference, new RecordCheck(code, CheckOutcome.Clear, evidence, expiry, Note: null, version), recorder, cancellationToken));
    }

    private static ConditionFacts Condition(ConditionSeed seed, HireFile file) => new(
        seed.Kind,
        seed.Timing,
        seed.Text,
        seed.Reason,
        file.WorkingDays.Add(CouncilTime.DayOf(file.Case.FirstEventUtc!.Value), -file.Policy.ConditionsDueWorkingDays),
        seed.Check);
}
