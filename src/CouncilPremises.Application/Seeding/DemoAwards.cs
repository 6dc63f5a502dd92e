using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Seeding;

/// <summary>Who acts on a seeded award.</summary>
internal sealed record AwardCast(Actor Officer, Actor Approver, Actor Verifier, Actor Payer, Actor Lead, Actor Signatory, string Payee);

/// <summary>Walks a seeded application on from the scores: awarded, agreed, paid once, and reported on once.</summary>
internal static class DemoAwards
{
    // From the ranges that no bank gives out
    private const string SortCode = "30-94-30";
    private const string AccountNumber = "0073 3445";

    /// <summary>Walks it.</summary>
    public static async Task WalkAsync(DemoWalk walk, SeedClock clock, AwardCast cast, CancellationToken cancellationToken)
    {
        clock.NextWorkingDay();
        await walk.ActAsync<Recommendations>("Recommend", (recommendations, version) => recommendations.RecommendAsync(walk.Reference, new Recommend(
            false, null, "Both sets of scores are high, every check is clear, and the sum is in proportion to what it does.", version), cast.Officer, cancellationToken));
        clock.NextWorkingDay();
        await ScreenAsync(walk, cast, cancellationToken);
        await StateAsync(walk, cast.Approver, cancellationToken);
        await walk.ActAsync<GrantDecisions>("Award", (decisions, version) => decisions.ApproveAsync(walk.Reference, new AwardGrant(
            new Dictionary<int, Money?>(), "The need is shown with figures, the group has done this before, and the plan has nobody else for it.",
            "Evenings at which parents and carers learn whom to ask when they worry about somebody.", [], NoProhibitedReason: true, version), cast.Approver, cancellationToken));
        await walk.ActAsync<GrantOutcomes>("Publish", outcomes => outcomes.PublishAsync(walk.Reference, cast.Officer, cancellationToken));
        await walk.ActAsync<AwardOffers>("Accept", (offers, version) => offers.AcceptAsync(walk.Reference, new AcceptAgreement(true, AgreementText.V1.Hash, version), cast.Signatory, cancellationToken));
        await PayAsync(walk, clock, cast, cancellationToken);
        await ReportAsync(walk, cast, cancellationToken);
    }

    private static async Task PayAsync(DemoWalk walk, SeedClock clock, AwardCast cast, CancellationToken cancellationToken)
    {
        await walk.ActAsync<BankKeeping>("Key bank details", banks => banks.KeyAsync(walk.Reference, new BankFacts(cast.Payee, SortCode, AccountNumber), cast.Lead, cancellationToken));
        clock.NextWorkingDay();
        await StateAsync(walk, cast.Verifier, cancellationToken);
        await StateAsync(walk, cast.Payer, cancellationToken);
        var bank = ((GrantFile)await walk.CaseFileAsync(cast.Verifier)).Bank!;
        await walk.ActAsync<BankKeeping>("Verify bank details", banks => banks.VerifyAsync(
            walk.Reference, new VerifyBank(bank.Id, CheckOutcome.Clear, "The name matches", true, null), cast.Verifier, cancellationToken));
        await ScreenAsync(walk, cast, cancellationToken);
        await walk.ActAsync<Payments>("Release", payments => payments.ReleaseAsync(walk.Reference, 1, cast.Payer, cancellationToken));
    }

    private static async Task ReportAsync(DemoWalk walk, AwardCast cast, CancellationToken cancellationToken)
    {
        var file = (GrantFile)await walk.CaseFileAsync(cast.Lead);
        var content = new ReportContent
        {
            Done = "The first evenings were held early, because two schools asked for them before the summer.",
            Outcomes = file.Grant.Answers.Outcomes.Items.Select((outcome, at) => new OutcomeActual(at + 1, at == 0 ? outcome.Target / 2 : outcome.Target, null)).ToValueList(),
            Spend = file.Award!.Lines.Select(line => new LineSpend(line.Number, new Money(line.Amount.Pence / 4))).ToValueList(),
            Counts = [new PeopleCount("parents and carers", 46), new PeopleCount("people who use an interpreter", 4)],
            Lessons = "Ask at the school gate and not by letter: of those we met there, half came.",
            MayShare = true,
        };
        await walk.ActAsync<GrantReporting>("Report", reports => reports.SendAsync(walk.Reference, new WriteReport(1, content, file.Reports.Single(report => report.Number == 1).Version), cast.Lead, cancellationToken));
        await walk.ActAsync<GrantReporting>("Accept the report", (reports, version) => reports.AcceptAsync(walk.Reference, 1, version, cast.Officer, cancellationToken));
    }

    // Holidays may lie between: what was tried against the lists counts for seven days
    private static Task ScreenAsync(DemoWalk walk, AwardCast cast, CancellationToken cancellationToken) =>
        walk.ActAsync<CheckRecording>("Screen again", checks => checks.ScreenAgainAsync(walk.Reference, cast.Officer, cancellationToken));

    private static Task StateAsync(DemoWalk walk, Actor officer, CancellationToken cancellationToken) =>
        walk.ActAsync<Triage>("State no interest", triage => triage.StateInterestAsync(walk.Reference, new StateInterest(false, null), officer, cancellationToken));
}
