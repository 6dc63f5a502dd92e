using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Grants;

/// <summary>The programme report, the delivery plan against awards, what is left of a fund, and lines that stay, on both databases.</summary>
public abstract class ProgrammeTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FinancialYear Year => FinancialYear.Of(database.Time.Today);

    [Fact]
    [Trait("Rule", "G7")]
    public async Task Report_OfAFund_AddsUpWhatWasAskedAwardedPaidAndReached()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        var paid = await A.Grant().In(round).Answering(In("Quay", "Fernley North", "Hill")).ActiveAsync(database, team);
        await paid.ReleaseAsync(1, team.OtherFinance);
        await paid.SendReportAsync(1, Money.Pounds(1_500), Money.Pounds(800));
        (await ReadAsync(round, team.Officer)).Report.Total.Outcomes.Unreported.ShouldBe(1, "a report that nobody accepted says nothing");
        await paid.AcceptReportAsync(1, team.Officer);
        await A.Grant().In(round).Answering(In("Quay")).SubmittedAsync(database);
        await A.Grant().In(round).DraftAsync(database);
        var elsewhere = await A.Grant().OfferedAsync(database, team);

        var report = (await ReadAsync(round, team.Officer)).Report;
        (report.Total.Applications, report.Total.Asked, report.Total.Awards, report.Total.Awarded, report.Total.Paid).ShouldBe((2, Money.Pounds(9_600), 1, Money.Pounds(4_800), Money.Pounds(2_400)));
        var row = report.Objectives.Single(one => one.Objective == Objective.O4);
        (row.Sum.Outcomes.Set, row.Sum.Outcomes.UnderWay, row.Sum.Outcomes.AveragePercent, row.People).ShouldBe((1, 1, 50, 64));
        report.Objectives.Where(one => one.Objective != Objective.O4).ShouldAllBe(one => one.Sum.Applications == 0 && one.Sum.Awards == 0);
        report.Wards.Select(ward => (ward.Ward, ward.Sum.Asked.Pence, ward.Sum.Awarded.Pence, ward.Sum.Paid.Pence))
            .ShouldBe([("Fernley North", 160_000, 160_000, 80_000), ("Hill", 160_000, 160_000, 80_000), ("Quay", 640_000, 160_000, 80_000)]);
        (await ReadAsync(elsewhere.Round, team.Officer)).Report.Total.Awarded.ShouldBe(Money.Pounds(4_800));

        (await database.With<ProgrammeQueries, ProgrammeView?>(q => q.ReadAsync(Year.Before, round.Fund.Id, team.Officer, Token)))!.Report.Total.ShouldBe(ProgrammeSum.None, "another year");
        (await database.With<ProgrammeQueries, ProgrammeView?>(q => q.ReadAsync(Year, Guid.CreateVersion7(), team.Officer, Token))).ShouldBeNull();
        (await database.With<ProgrammeQueries, ProgrammeView?>(q => q.ReadAsync(new FinancialYear(1066), round.Fund.Id, team.Officer, Token))).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "Roles")]
    public async Task Report_ByWhoMayNotSeeTheCases_CountsNothingOfThem()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        await A.Grant().In(round).OfferedAsync(database, team);
        var facilities = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        (await ReadAsync(round, facilities)).Report.Total.ShouldBe(ProgrammeSum.None);
        (await ReadAsync(round, await A.Person().Staff(Roles.Auditor).AddAsync(database))).Report.Total.Awards.ShouldBe(1);
    }

    [Fact]
    public async Task Coverage_OfAFund_NamesWhatServesALineAndWhatWaits()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        await ChangeAsync(round, team.Officer, lines => [lines[0] with { Wards = ["Quay", "Hill", "Mill"] }, new DeliveryPlanLineFacts(null, "Debates in schools", Objective.O1, "Head of communities", "12 debates", ["Quay"])]);
        await A.Grant().In(round).Answering(In("Quay")).OfferedAsync(database, team);
        await A.Grant().In(round).Answering(In("Hill")).SubmittedAsync(database);

        var lines = (await database.With<ProgrammeQueries, CoverageView?>(q => q.CoverageAsync(Year, round.Fund.Id, team.Officer, Token)))!.Lines;
        lines.Select(line => (line.IsGap, line.Awards, line.Awarded, line.Waiting)).ShouldBe([(false, 1, Money.Pounds(4_800), 1), (true, 0, Money.Zero, 0)]);
        lines[0].WardsWithout.ShouldBe(["Hill", "Mill"]);
        lines[0].WaitingWards.ShouldBe(["Hill"]);
        lines[1].WardsWithout.ShouldBe(["Quay"]);
        (await database.With<ProgrammeQueries, CoverageView?>(q => q.CoverageAsync(Year, Guid.CreateVersion7(), team.Officer, Token))).ShouldBeNull();
    }

    [Fact]
    public async Task PlanLine_ThatADraftOrAwardPointsAt_CannotBeRemoved()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        var other = new DeliveryPlanLineFacts(null, "Debates in schools", Objective.O1, "Head of communities", "12 debates", []);
        (await ChangeAsync(round, team.Officer, lines => [lines[0], other])).Refusals.ShouldBeEmpty();
        await A.Grant().In(round).DraftAsync(database);

        var no = await ChangeAsync(round, team.Officer, lines => [lines[1]]);
        no.Refusals.ShouldHaveSingleItem().ShouldBe(new Refusal(
            Fund.LineInUseCode, "“Young people meet across wards” has to stay in the plan: an application or award points at it. Change its words if the plan has moved on", "Lines[1].Title"));
        (await FundAsync(round)).Lines.Count.ShouldBe(2);
        (await ChangeAsync(round, team.Officer, lines => [lines[0] with { Title = "Young people meet" }])).Refusals.ShouldBeEmpty("its words may change, and what nothing points at may go");
        (await FundAsync(round)).Lines.ShouldHaveSingleItem().Title.ShouldBe("Young people meet");
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.SubjectId == round.Fund.Id && e.WasRefused && e.Action == "Fund.Change", Token))).ShouldBe(1);
    }

    [Fact]
    public async Task Funds_Listed_SayWhatIsLeft()
    {
        var team = await GrantTeam.AddAsync(database);
        var (round, empty) = (await A.Round().With(Money.Pounds(10_000)).AddAsync(database), await A.Round().With(Money.Pounds(7_000)).AddAsync(database));
        await A.Grant().In(round).OfferedAsync(database, team);
        await A.Grant().In(round).SubmittedAsync(database);
        var rows = await database.With<FundQueries, IReadOnlyList<FundRow>>(q => q.ListAsync(Token));
        rows.Single(row => row.Id == round.Fund.Id).Left.ShouldBe(Money.Pounds(5_200), "an offer counts from its approval on");
        rows.Single(row => row.Id == empty.Fund.Id).Left.ShouldBe(Money.Pounds(7_000));
    }

    private static Func<GrantAnswers, GrantAnswers> In(params string[] wards) => answers => answers with { Project = answers.Project with { Wards = wards.ToValueList() } };

    private async Task<ProgrammeView> ReadAsync(TestRound round, Actor actor) => (await database.With<ProgrammeQueries, ProgrammeView?>(q => q.ReadAsync(Year, round.Fund.Id, actor, Token)))!;

    private async Task<Fund> FundAsync(TestRound round) => (await database.With<FundQueries, FundView?>(q => q.FindAsync(round.Fund.Id, Token)))!.Fund;

    private async Task<Outcome> ChangeAsync(TestRound round, Actor officer, Func<IReadOnlyList<DeliveryPlanLineFacts>, IReadOnlyList<DeliveryPlanLineFacts>> lines)
    {
        var fund = await FundAsync(round);
        var now = fund.Lines.Select(line => new DeliveryPlanLineFacts(line.Id, line.Title, line.Objective, line.Owner, line.Target, line.Wards)).ToList();
        var facts = new FundFacts(fund.Name, fund.SchemeTitle, fund.Purpose, fund.FundingSource, fund.Budget, fund.LowestAward, fund.HighestAward, fund.MatchSharePercent, fund.ResponsibleOfficerId, lines(now));
        return await database.With<FundKeeping, Outcome>(keeping => keeping.ChangeAsync(fund.Id, fund.Version, facts, officer, Token));
    }
}

public class SqliteProgrammeTests(SqliteDatabase database) : ProgrammeTests(database), IClassFixture<SqliteDatabase>;

public class PostgresProgrammeTests(PostgresDatabase database) : ProgrammeTests(database), IClassFixture<PostgresDatabase>;
