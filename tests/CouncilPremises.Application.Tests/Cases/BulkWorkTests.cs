using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>Many cases at once, filters that stay, what changed since somebody looked, and what the queue costs.</summary>
public abstract class BulkWorkTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "S3")]
    public async Task Bulk_StatementThenApproval_DoesEachByItselfAndListsWhatFails()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var group = await A.Group().AddAsync(database);
        // Its REG counts for the cases to come.
        await A.Hire().By(group).On("2026-03-02", "10:00-12:00").ReadyAsync(database, officer);
        var ordinary = new List<TestHire>();
        for (var day = 3; day <= 5; day++)
            ordinary.Add(await A.Hire().By(group).On($"2026-03-0{day}", "10:00-12:00").SubmittedAsync(database));
        var enhanced = await A.Hire().By(group).On("2026-03-06", "10:00-12:00").Answering(answers => answers with
        {
            Past = new PastAnswers { RefusedElsewhere = true, WhatHappened = "Another hall cancelled us after a broken window, and we paid for it." },
        }).SubmittedAsync(database);
        var all = ordinary.Append(enhanced).Select(hire => hire.Reference).ToList();

        var stated = await database.With<BulkWork, IReadOnlyList<BulkResult>>(b => b.StateNoInterestAsync([.. all, "HB-1999-00001"], officer, Token));

        stated.Where(one => one.Done).Select(one => one.Reference).ShouldBe(all);
        stated.Single(one => !one.Done).Reasons.ShouldHaveSingleItem().ShouldContain("does not exist");
        // REF counts for one case only.
        foreach (var hire in ordinary.Append(enhanced))
            await hire.RecordAsync(Domain.Checks.CheckCode.REF, Domain.Checks.CheckOutcome.Clear, officer);
        var stale = new ChosenCase(ordinary[2].Reference, await ordinary[2].VersionAsync() - 1);
        var chosen = new List<ChosenCase> { new(enhanced.Reference, await enhanced.VersionAsync()), stale };
        foreach (var hire in ordinary.Take(2))
            chosen.Add(new ChosenCase(hire.Reference, await hire.VersionAsync()));

        (await ApproveAsync(chosen, false, officer)).ShouldAllBe(one => !one.Done, "nobody confirmed that no prohibited reason was weighed");
        var approved = await ApproveAsync(chosen, true, officer);

        approved.Select(one => one.Done).ShouldBe([false, false, true, true]);
        approved[0].Reasons.ShouldNotBeEmpty();
        approved[1].Reasons.ShouldHaveSingleItem().ShouldContain("changed this case");
        foreach (var hire in ordinary.Take(2))
        {
            (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
            var id = (await hire.CaseAsync()).Id;
            (await database.With<AppDbContext, (int, int, bool)>(async db => (
                await db.Decisions.CountAsync(d => d.CaseId == id, Token),
                await db.AuditEntries.CountAsync(e => e.CaseId == id && e.Action == "Decision.Approve" && !e.WasRefused, Token),
                await db.OutboxMessages.AnyAsync(m => m.CaseId == id && m.Notice == NoticeCode.N6, Token)))).ShouldBe((1, 1, true), "each its own record, audit entry and letter");
        }
        (await ordinary[2].StateAsync()).ShouldBe(CaseState.ReadyForDecision);
    }

    [Fact]
    public async Task Bulk_EnhancedByAnApprover_IsLeftToItsOwnPage()
    {
        var (officer, approver) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesApprover));
        var hire = await A.Hire().Answering(answers => answers with
        {
            Past = new PastAnswers { RefusedElsewhere = true, WhatHappened = "Another hall cancelled us after a broken window, and we paid for it." },
        }).ReadyAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var recommended = new Application.Decisions.Recommend(false, null, new string('a', 60), await hire.VersionAsync());
        await database.With<Application.Decisions.Recommendations>(r => r.RecommendAsync(hire.Reference, recommended, officer, Token));

        var result = (await ApproveAsync([new ChosenCase(hire.Reference, await hire.VersionAsync())], true, approver)).ShouldHaveSingleItem();

        result.Reasons.ShouldBe(["This case is Enhanced. Open it and decide it by itself."]);
    }

    [Fact]
    public async Task Marks_AfterALook_SayWhatOthersChangedSince()
    {
        var (officer, other) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesOfficer));
        var hire = await A.Hire().CheckingAsync(database, officer);
        (await RowAsync(hire, officer)).Looked.ShouldBe(Looked.Never);
        await LookAsync(hire, officer);
        (await RowAsync(hire, officer)).Looked.ShouldBe(Looked.Same);
        database.Clock.Advance(TimeSpan.FromMinutes(5));
        await hire.StateNoInterestAsync(other);
        await database.With<Triage>(t => t.NoteAsync(hire.Reference, "The group rang.", other, Token));

        (await RowAsync(hire, officer)).Looked.ShouldBe(Looked.ChangedSince);
        (await LookAsync(hire, officer)).ChangedSince.Select(row => row.Action).ShouldBe(["Case.Note", "Case.StateInterest"]);
        (await LookAsync(hire, officer)).ChangedSince.ShouldBeEmpty();
        (await RowAsync(hire, officer)).Looked.ShouldBe(Looked.Same);
    }

    [Fact]
    public async Task Filters_Kept_AreThePersonsOwnAndBounded()
    {
        var (officer, other) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesOfficer));
        var late = new QueueFilter(QueueView.Late, null, "Trust", 1, CaseState.Referred);
        (await SaveAsync("", late, officer)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Name");
        (await SaveAsync("Late trusts", late, officer)).Succeeded.ShouldBeTrue();
        (await SaveAsync("Late trusts", late with { Search = "Club" }, officer)).Succeeded.ShouldBeTrue("the same name replaces it");
        await database.With<SavedFilters>(f => f.RememberAsync(new QueueFilter(QueueView.Mine), officer, Token));

        var kept = await database.With<SavedFilters, IReadOnlyList<SavedFilter>>(f => f.ListAsync(officer, Token));
        kept.Select(one => (one.Name, one.Filter)).ShouldBe([("", new QueueFilter(QueueView.Mine)), ("Late trusts", late with { Search = "Club" })]);
        (await database.With<SavedFilters, IReadOnlyList<SavedFilter>>(f => f.ListAsync(other, Token))).ShouldBeEmpty();
        (await database.With<SavedFilters, Outcome>(f => f.RemoveAsync(kept[1].Id, other, Token))).IsNotFound.ShouldBeTrue();
        for (var number = 2; number <= SavedFilters.Most; number++)
            (await SaveAsync($"Filter {number}", late, officer)).Succeeded.ShouldBeTrue();
        (await SaveAsync("One too many", late, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Many");
    }

    [Fact]
    public async Task Queue_WithThousandsOfClosedCases_ReadsNoHistory()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await A.Hire().CheckingAsync(database, officer);
        var (queriesBefore, rowsBefore) = await CostAsync(officer);

        await CloseManyAsync((await hire.CaseAsync()).Id, 3000);

        var (queries, rows) = await CostAsync(officer);
        queries.ShouldBe(queriesBefore);
        rows.ShouldBe(rowsBefore);
        queries.ShouldBeLessThan(20);
    }

    // What a page of the queue asks the database for: statements, and rows it sends back.
    private async Task<(int Queries, int Rows)> CostAsync(Actor officer)
    {
        var counter = new Counter();
        await using var process = database.NewProcess(services => services.AddSingleton<IInterceptor>(counter));
        await using var scope = process.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CaseQueue>().ReadAsync(new QueueFilter(QueueView.All), officer, Token);
        return (counter.Queries, counter.Rows);
    }

    // A long history, written as quickly as it can be: copies of a real application that ended.
    private Task CloseManyAsync(Guid caseId, int count) => database.With<AppDbContext>(async db =>
    {
        var (one, hire) = (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, Token), await db.HireApplications.AsNoTracking().SingleAsync(h => h.CaseId == caseId, Token));
        foreach (var chunk in Enumerable.Range(0, count).Chunk(500))
        {
            db.ChangeTracker.Clear();
            foreach (var number in chunk)
            {
                var id = Guid.CreateVersion7();
                var closed = db.Add(new Domain.Cases.Case(id, CaseKind.Hire, $"HB-2001-{number:00000}", one.OrganisationId, one.CreatedById, 1, 1, one.CreatedUtc));
                closed.Property(c => c.State).CurrentValue = CaseState.Completed;
                closed.Property(c => c.SubmittedUtc).CurrentValue = one.CreatedUtc;
                db.Add(new HireApplication(id, hire.HirerKind));
            }
            await db.SaveChangesAsync(Token);
        }
    });

    private Task<Actor> PersonAsync(Roles roles) => A.Person().Named("Robin Officer").Staff(roles).AddAsync(database);

    private Task<IReadOnlyList<BulkResult>> ApproveAsync(IReadOnlyList<ChosenCase> chosen, bool confirmed, Actor actor) =>
        database.With<BulkWork, IReadOnlyList<BulkResult>>(b => b.ApproveAsync(chosen, confirmed, actor, Token));

    private Task<Outcome> SaveAsync(string name, QueueFilter filter, Actor actor) => database.With<SavedFilters, Outcome>(f => f.SaveAsync(name, filter, actor, Token));

    private async Task<QueueRow> RowAsync(TestHire hire, Actor actor) =>
        (await database.With<CaseQueue, QueuePage>(q => q.ReadAsync(new QueueFilter(QueueView.All, Search: hire.Reference), actor, Token))).Rows.Single();

    private async Task<CaseView> LookAsync(TestHire hire, Actor actor)
    {
        await using var scope = database.NewScope();
        var view = (await scope.ServiceProvider.GetRequiredService<CaseViews>().ReadAsync(hire.Reference, actor, Token))!;
        await scope.ServiceProvider.GetRequiredService<CaseMarks>().LookAsync(view, actor, Token);
        return view;
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Queries { get; private set; }

        public int Rows { get; private set; }

        public override InterceptionResult DataReaderDisposing(System.Data.Common.DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
        {
            Queries++;
            Rows += eventData.ReadCount;
            return base.DataReaderDisposing(command, eventData, result);
        }
    }
}

/// <inheritdoc />
public sealed class SqliteBulkWorkTests(SqliteDatabase database) : BulkWorkTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresBulkWorkTests(PostgresDatabase database) : BulkWorkTests(database), IClassFixture<PostgresDatabase>;
