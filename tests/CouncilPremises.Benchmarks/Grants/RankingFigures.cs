using System.Diagnostics;
using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Publishing;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Publishing;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Benchmarks.Grants;

/// <summary>How long the ranking and the exports of a round of two thousand applications take on real databases: each scored by two people with justifications of ordinary
/// length, one in ten with something in common with another; then each with an accepted award. PostgreSQL is the one that COUNCILPREMISES_TEST_POSTGRES names; without it only SQLite is measured.</summary>
internal static class RankingFigures
{
    private const int Applications = 2000;
    private const int WarmUps = 5;
    private const int Reads = 30;

    /// <summary>Prints median and slowest of the first page, a later page and each file that is handed out. Returns the exit code.</summary>
    public static async Task<int> RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($"{"database",-10} {"what",-22} {"median ms",10} {"slowest ms",11}");
        await MeasureAsync(new SqliteDatabase(), "SQLite", output);
        if (Environment.GetEnvironmentVariable("COUNCILPREMISES_TEST_POSTGRES") is { Length: > 0 })
            await MeasureAsync(new PostgresDatabase(), "PostgreSQL", output);
        return 0;
    }

    private static async Task MeasureAsync(TestDatabase database, string name, TextWriter output)
    {
        await database.InitializeAsync();
        try
        {
            var team = await GrantTeam.AddAsync(database);
            var round = await A.Round().With(Money.Pounds(5_000_000)).AddAsync(database);
            await FillAsync(database, round, team);
            Task<RankingPage?> Read(RankingFilter filter) => database.With<RankingQueries, RankingPage?>(q => q.ReadAsync(round.Fund.Id, round.Round.Slug, filter, team.Officer, CancellationToken.None));
            foreach (var (what, filter) in new[] { ("first page", new RankingFilter()), ("page 15, what if", new RankingFilter(Money.Pounds(1_000_000), RankingSort.Rank, 15)) })
                await TimeAsync(name, what, output, async () => Whole(await Read(filter)));
            await TimeAsync(name, "ranking as CSV", output, async () => await CsvAsync(Whole(await database.With<RankingQueries, RankingPage?>(q => q.AllAsync(round.Fund.Id, round.Round.Slug, null, team.Officer, CancellationToken.None)))));
            await AwardAsync(database, round, team);
            foreach (var (what, write) in Files(database.Time.NowUtc))
                await TimeAsync(name, what, output, async () => await write(Published(await database.With<Publications, Publication>(p => p.CheckAsync(null, CancellationToken.None)))));
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static async Task TimeAsync(string database, string what, TextWriter output, Func<Task> read)
    {
        var times = new List<double>();
        for (var at = -WarmUps; at < Reads; at++)
        {
            var watch = Stopwatch.StartNew();
            await read();
            if (at >= 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{database,-10} {what,-22} {times[times.Count / 2],10:0.0} {times[^1],11:0.0}"));
    }

    private static RankingPage Whole(RankingPage? page) => page is { Total: Applications, Scored: > Applications / 2 }
        ? page
        : throw new InvalidOperationException($"The ranking holds {page?.Total} applications, {page?.Scored} of them scored.");

    private static Publication Published(Publication found) => found.Found == Applications
        ? PublicationChecks.Run(TestSupport.Publishing.Published.By(), null, found.Grants, found.Grants[^1].AwardDate)
        : throw new InvalidOperationException($"{found.Found} awards are published.");

    private static Task CsvAsync(RankingPage page) => CsvSheetWriter.WriteAsync(
        new Sheet<RankedCase>("Ranking", [.. Enumerable.Range(0, 20).Select(at => new Column<RankedCase>($"Column {at}", 20, row => CellValue.Of(row.Title)))], page.Rows.ToAsyncEnumerable()), new StringWriter(), CancellationToken.None);

    private static (string What, Func<Publication, Task> Write)[] Files(DateTime now) =>
    [
        ("360Giving, JSON", publication => PublicationFiles.WriteJsonAsync(publication, now, new MemoryStream(), CancellationToken.None)),
        ("360Giving, workbook", publication => PublicationFiles.WriteWorkbookAsync(publication, now, new MemoryStream(), CancellationToken.None)),
        ("transparency list, CSV", publication => PublicationFiles.WriteTransparencyListAsync(publication, new MemoryStream(), CancellationToken.None)),
    ];

    // Every application gets an award that its group accepted
    private static async Task AwardAsync(TestDatabase database, TestRound round, GrantTeam team)
    {
        var (now, today) = (database.Time.NowUtc, database.Time.Today);
        var cases = await database.With<AppDbContext, List<Guid>>(db => db.GrantApplications.Where(g => g.RoundId == round.Round.Id).Select(g => g.CaseId).ToListAsync());
        await database.With<AppDbContext>(async db =>
        {
            foreach (var id in cases)
            {
                ValueList<AwardLine> lines = [new(1, BudgetCategory.Materials, "Food and crockery", Money.Pounds(2_400))];
                var award = new Award(id, new AwardFacts(round.Fund.Id, lines, today, today.AddMonths(6), "Shared meals on Thursdays for families of three estates."), team.Approver.Id, now);
                award.Publish(today.AddDays(28), now);
                award.Agreed(1, AgreementText.V1.Hash, team.Officer.Id, now);
                db.Awards.Add(award);
            }
            await db.SaveChangesAsync();
        });
    }

    // Straight into the tables, each state by its workflow row: two thousand walks through the services would take an hour
    private static async Task FillAsync(TestDatabase database, TestRound round, GrantTeam team)
    {
        var groups = new List<TestGroup>();
        for (var at = 0; at < 200; at++)
            groups.Add(await A.Group().WithThreeOfficeHolders().AddAsync(database));
        var random = new Random(20260326);
        var why = string.Join(' ', Enumerable.Repeat("The application shows it on its third page, with figures of the survey.", 6));
        for (var start = 0; start < Applications; start += 250)
            await database.With<AppDbContext>(async db =>
            {
                for (var number = start; number < start + 250; number++)
                    Add(db, number);
                await db.SaveChangesAsync();
            });

        void Add(AppDbContext db, int number)
        {
            var now = database.Time.NowUtc;
            var group = groups[number % groups.Count];
            var one = new Case(Guid.CreateVersion7(), CaseKind.Grant, $"GR-2026-{number + 1:00000}", group.Organisation.Id, group.Lead.Id, 1, 1, now);
            var facts = new CaseFacts { Tier = Tier.Standard, AnswersComplete = true, SignatoryNamed = true, ActorStatedNoInterest = true, Grant = new GrantFacts { RoundOpen = true } };
            one.Take(GrantWorkflow.Table.Try(CaseState.Draft, CaseAction.Submit, Roles.LeadContact, facts).Value, now);
            one.Take(GrantWorkflow.Table.Try(CaseState.Submitted, CaseAction.StartChecks, Roles.GrantOfficer, facts).Value, now);
            var grant = new GrantApplication(one.Id, round.Round.Id, round.Fund.Id);
            var answers = A.Grant().In(round).Ordinary(database);
            // One in ten shares a telephone number with the one before
            var phone = $"01632 {100_000 + number - (number % 10 == 9 ? 1 : 0)}";
            grant.Save(answers with { Contact = answers.Contact with { Phone = phone }, Project = answers.Project with { Title = $"Project {number}" }, Budget = answers.Budget with { Asked = Money.Pounds(500 + random.Next(9_000)) } }, GrantSection.Budget);
            db.Cases.Add(one);
            db.GrantApplications.Add(grant);
            db.GrantSubmissions.Add(grant.Freeze(Guid.CreateVersion7(), group.Lead.Id, 1, now));
            db.OverlapKeys.AddRange(OverlapKey.Of(new OverlapFacts { CaseId = one.Id, Reference = one.Reference, OrganisationId = one.OrganisationId, Phones = [phone], OfficeHolders = [.. group.Organisation.OfficeHolders.Select(holder => holder.Name)] })
                .Select(key => new OverlapKey(one.Id, key.Kind, key.Value)));
            foreach (var assessor in new[] { team.Officer, team.Second }.Take(number % 7 == 0 ? 1 : 2))
            {
                var assessment = new Assessment(Guid.CreateVersion7(), one.Id, 1, assessor.Id, now);
                assessment.Save([.. AssessmentRules.Criteria.Select(criterion => new CriterionScore(criterion, 2 + random.Next(2), why))]);
                assessment.Take(AssessmentWorkflow.Table.Try(AssessmentState.Open, AssessmentAction.Give, Roles.GrantOfficer, new AssessmentFacts { ActorHasNoInterest = true, IsOwn = true, ScoresComplete = true }).Value, now);
                db.Assessments.Add(assessment);
            }
        }
    }
}
