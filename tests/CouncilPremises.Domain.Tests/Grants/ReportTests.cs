using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

[Trait("Rule", "G7")]
public class ReportTests
{
    private static readonly DateTime Now = new(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Someone = Guid.CreateVersion7();
    private static readonly string Text = new('t', 20);
    private static readonly DateOnly Due = new(2026, 7, 28);

    private static readonly ReportContext Context = new([new AwardLine(1, BudgetCategory.Staff, "Leaders", Money.Pounds(400))], 1, Money.Pounds(400), Money.Pounds(100));

    private static ReportContent Content => new()
    {
        Done = Text,
        Outcomes = [new OutcomeActual(1, 12.5m, null)],
        Spend = [new LineSpend(1, Money.Pounds(300))],
        Counts = [new PeopleCount("Young people", 0)],
        Lessons = Text,
        MayShare = false,
    };

    [Fact]
    public void Missing_Complete_IsEmpty() => ReportRules.Missing(Content, Context).ShouldBeEmpty();

    [Fact]
    public void Missing_NothingWritten_NamesEveryQuestion() =>
        ReportRules.Missing(new ReportContent(), Context).Select(refusal => refusal.Field).ShouldBe(["Done", "Outcomes[0].Actual", "Spend[0].Spent", "Counts[0].What", "Lessons", "MayShare"]);

    [Theory]
    [InlineData(300_00, null)]
    [InlineData(300_01, "Spend[0].Spent")]
    [InlineData(0, null)]
    [InlineData(-1, "Spend[0].Spent")]
    public void Missing_Spend_NeverAboveTheAwardWithTheReportsBefore(long pence, string? field) =>
        ReportRules.Missing(Content with { Spend = [new LineSpend(1, new Money(pence))] }, Context).Select(refusal => refusal.Field).SingleOrDefault().ShouldBe(field);

    [Fact]
    public void Missing_ALineThatIsNotTheAwards_IsRefused()
    {
        ReportRules.Missing(Content with { Spend = [new LineSpend(1, Money.Zero), new LineSpend(2, Money.Zero)] }, Context).ShouldHaveSingleItem().Field.ShouldBe("Spend[0].Spent");
        ReportRules.Missing(Content with { Spend = [new LineSpend(1, Money.Zero), new LineSpend(1, Money.Zero)] }, Context).ShouldHaveSingleItem().Field.ShouldBe("Spend[0].Spent");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    [InlineData(null)]
    public void Missing_Counts_AtTheirEdges(int? people) =>
        ReportRules.Missing(Content with { Counts = [new PeopleCount("Girls", people)] }, Context).ShouldHaveSingleItem().Field.ShouldBe("Counts[0].People");

    [Theory]
    [InlineData(0, "fewer than 5")]
    [InlineData(4, "fewer than 5")]
    [InlineData(5, "5")]
    [InlineData(1234, "1,234")]
    public void Shown_UnderFive_IsSuppressed(int people, string shown) => ReportRules.Shown(people).ShouldBe(shown);

    [Fact]
    public void Overspent_OverAllReports_NamesTheLine() => ReportRules.Overspent(Context.Lines, [Content, Content]).ShouldBe([1]);

    [Theory]
    // £5,000 exactly and six months exactly: half-way and at the end
    [InlineData(5_000_00, "2026-04-01", "2026-09-30", new[] { "2026-06-30", "2026-09-30" })]
    [InlineData(5_000_01, "2026-04-01", "2026-09-30", new[] { "2026-06-30", "2026-09-30" })]
    [InlineData(100_00, "2026-04-01", "2026-10-01", new[] { "2026-06-30", "2026-09-30", "2026-10-01" })]
    [InlineData(9_000_00, "2026-08-31", "2027-02-28", new[] { "2026-11-30", "2027-02-28" })]
    [InlineData(100_00, "2026-04-01", "2026-04-01", new[] { "2026-04-01" })]
    [InlineData(100_00, "2026-04-01", "2026-04-02", new[] { "2026-04-01", "2026-04-02" })]
    public void Schedule_FromFirstDayToLast_LeavesNoGap(long pence, string starts, string ends, string[] untils)
    {
        var reports = GrantReports.Schedule(new Money(pence), DateOnly.Parse(starts), DateOnly.Parse(ends), Policy.Default, A.Calendar);
        reports.Select(report => report.Until.ToString("yyyy-MM-dd")).ShouldBe(untils);
        reports[0].From.ShouldBe(DateOnly.Parse(starts));
        reports.Zip(reports.Skip(1)).ShouldAllBe(pair => pair.Second.From == pair.First.Until.AddDays(1));
        reports.Select(report => report.IsFinal).ShouldBe([.. Enumerable.Repeat(false, untils.Length - 1), true]);
        reports.ShouldAllBe(report => report.DueOn == A.Calendar.Add(report.Until, 20));
    }

    [Fact]
    public void Late_OnTheLastDayAndAfter_BlocksThenIsOverdueThenMaySuspend()
    {
        var report = Report();
        (report.Blocks(Due.AddDays(-1)), report.IsOverdue(Due.AddDays(-1))).ShouldBe((false, false));
        (report.Blocks(Due), report.IsOverdue(Due)).ShouldBe((true, false));
        (report.Blocks(Due.AddDays(1)), report.IsOverdue(Due.AddDays(1))).ShouldBe((true, true));
        var tenth = A.Calendar.Add(Due, 10);
        ReportRules.MaySuspend(report, tenth, A.Calendar).ShouldBeFalse();
        ReportRules.MaySuspend(report, tenth.AddDays(1), A.Calendar).ShouldBeTrue();

        Send(report);
        report.IsOverdue(Due.AddDays(1)).ShouldBeFalse("it lies with the council");
        report.Blocks(Due).ShouldBeTrue("nobody has accepted it");
        ReportRules.MaySuspend(report, tenth.AddDays(1), A.Calendar).ShouldBeFalse();
    }

    [Fact]
    public void LetPay_TheReportItWaitsFor_MustBeAccepted()
    {
        var report = Report();
        var first = new Instalment(Guid.CreateVersion7(), Someone, new PlannedInstalment(1, Money.Pounds(1), Due, null));
        var second = new Instalment(Guid.CreateVersion7(), Someone, new PlannedInstalment(2, Money.Pounds(1), Due, 1));
        ReportRules.LetPay([report], first, Due.AddDays(-1)).ShouldBeTrue();
        ReportRules.LetPay([report], first, Due).ShouldBeFalse();
        ReportRules.LetPay([report], second, Due.AddDays(-1)).ShouldBeFalse();
        ReportRules.LetPay([], second, Due.AddDays(-1)).ShouldBeFalse();
        Send(report);
        Accept(report);
        ReportRules.LetPay([report], second, Due).ShouldBeTrue();
        ReportRules.LetPay([report], second, report.Until).ShouldBeTrue("its last day counts");
        ReportRules.LetPay([report], second, report.Until.AddDays(-1)).ShouldBeFalse("nothing is paid on time that has not been");
    }

    [Fact]
    public void After_WhatWasReported_FollowsOnWithoutAGap()
    {
        var (starts, ends) = (new DateOnly(2026, 4, 1), new DateOnly(2026, 9, 30));
        var halves = GrantReports.Schedule(Money.Pounds(1_000), starts, ends, Policy.Default, A.Calendar);
        GrantReports.After(null, 1, halves).ShouldBe(halves);
        var later = GrantReports.Schedule(Money.Pounds(1_000), starts, ends.AddDays(-2), Policy.Default, A.Calendar);
        GrantReports.After(halves[0].Until.AddDays(-10), 2, later).ShouldHaveSingleItem("of half-way and end the end is left").ShouldBe(later[1] with { From = halves[0].Until.AddDays(-9) });

        var quarters = GrantReports.Schedule(Money.Pounds(9_000), starts, starts.AddYears(1).AddDays(-1), Policy.Default, A.Calendar);
        var left = GrantReports.After(quarters[0].Until, 2, quarters);
        left.Select(period => (period.Number, period.Until)).ShouldBe(quarters.Skip(1).Select(period => (period.Number, period.Until)));
        left[0].From.ShouldBe(quarters[0].Until.AddDays(1));
        GrantReports.After(ends, 3, halves).ShouldBeEmpty();
    }

    [Fact]
    public void Return_ThenSendAgain_KeepsWhatWasWritten()
    {
        var report = Report();
        report.Save(Content);
        Send(report);
        Should.Throw<InvalidOperationException>(() => report.Save(Content));
        report.Take(ReportWorkflow.Table.Try(report.State, ReportAction.Return, Roles.GrantOfficer, new ReportFacts { ActorHasNoInterest = true }).Value, Someone, " Say who came. ", Now);
        (report.State, report.ReturnReason, report.IsWritable, report.Content).ShouldBe((ReportState.Returned, "Say who came.", true, Content));
        Send(report);
        report.ReturnReason.ShouldBeNull();
        Accept(report);
        Should.Throw<InvalidOperationException>(() => report.Save(Content));
    }

    private static GrantReport Report() => new(Guid.CreateVersion7(), Someone, new ReportPeriod(1, new(2026, 4, 1), new(2026, 6, 30), Due, false));

    private static void Send(GrantReport report) =>
        report.Take(ReportWorkflow.Table.Try(report.State, ReportAction.Send, Roles.LeadContact, new ReportFacts { ContentComplete = true, EarlierSent = true }).Value, Someone, null, Now);

    private static void Accept(GrantReport report) =>
        report.Take(ReportWorkflow.Table.Try(report.State, ReportAction.Accept, Roles.GrantOfficer, new ReportFacts { ActorHasNoInterest = true }).Value, Someone, null, Now);
}
