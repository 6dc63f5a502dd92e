using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

/// <summary>A hit from the first screening to the last word of two people, and what is remembered of it.</summary>
[Trait("Rule", "XREF")]
public abstract class HitLifecycleTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FalseMatch_AgreedByTwo_ClearsXrefAndIsRememberedUntilTheEntryChanges()
    {
        var (first, second) = (await OfficerAsync(Roles.FacilitiesOfficer), await OfficerAsync(Roles.FacilitiesApprover));
        var group = await A.Group().Named("Quill Hollow Society").AddAsync(database);
        await ListAsync("Quill Hollow Society", "Order 1");
        var hire = await A.Hire().By(group).CheckingAsync(database, first);
        await hire.StateNoInterestAsync(second);
        (await OutcomeAsync(hire)).ShouldBe(CheckOutcome.Refer);

        await ResolveAsync(hire, HitResolution.FalseMatch, first, second);

        (await OutcomeAsync(hire)).ShouldBe(CheckOutcome.Clear);
        var again = await A.Hire().By(group).CheckingAsync(database, first);
        (await HitsAsync(again)).ShouldBeEmpty("the same name and an unchanged entry are not raised again");
        await ListAsync("Quill Hollow Society", "Order 2");
        var changed = await A.Hire().By(group).CheckingAsync(database, first);
        (await HitsAsync(changed)).ShouldNotBeEmpty("the entry has changed");
    }

    [Fact]
    public async Task Confirmed_AgreedByTwo_KeepsXrefReferred()
    {
        var (first, second) = (await OfficerAsync(Roles.FacilitiesOfficer), await OfficerAsync(Roles.FacilitiesApprover));
        var group = await A.Group().Named("Larch Fold Company").AddAsync(database);
        await ListAsync("Larch Fold Company", "Order 1");
        var hire = await A.Hire().By(group).CheckingAsync(database, first);
        await hire.StateNoInterestAsync(second);

        await ResolveAsync(hire, HitResolution.Confirmed, first, second);

        (await OutcomeAsync(hire)).ShouldBe(CheckOutcome.Refer);
    }

    private async Task ResolveAsync(TestHire hire, HitResolution resolution, Actor first, Actor second)
    {
        foreach (var hit in await HitsAsync(hire))
        {
            var input = new ProposeResolution(hit.Id, resolution, [IdentifierKind.Address, IdentifierKind.Activities], "Address and activities were compared.");
            (await database.With<HitResolutions, Outcome>(hits => hits.ProposeAsync(hire.Reference, input, first, Token))).Succeeded.ShouldBeTrue();
            (await database.With<HitResolutions, Outcome>(hits => hits.AnswerAsync(hire.Reference, hit.Id, true, second, Token))).Succeeded.ShouldBeTrue();
        }
    }

    private Task<Actor> OfficerAsync(Roles roles) => A.Person().Staff(roles).AddAsync(database);

    private async Task ListAsync(string name, string source)
    {
        var file = ListFiles.Of("name,aliases,from,to,source,checked_by,checked_on", $"{name},,2020-01-01,,{source},M Thorne,2026-01-05");
        (await database.With<ListImports, Outcome>(async imports =>
            await imports.ImportAsync(new ImportList(ListCode.L1, [new("register.csv", file)]), Actor.System, null, Token))).Succeeded.ShouldBeTrue();
    }

    private Task<List<Hit>> HitsAsync(TestHire hire) => database.With<AppDbContext, List<Hit>>(db =>
        db.Hits.AsNoTracking().Where(hit => db.Cases.Any(c => c.Id == hit.CaseId && c.Reference == hire.Reference)).ToListAsync(Token));

    private Task<CheckOutcome> OutcomeAsync(TestHire hire) => database.With<AppDbContext, CheckOutcome>(async db =>
    {
        var records = await db.CheckRecords.AsNoTracking().Where(r => r.Code == CheckCode.XREF && db.Cases.Any(c => c.Id == r.CaseId && c.Reference == hire.Reference)).ToListAsync(Token);
        return records.Single(record => records.All(other => other.SupersedesId != record.Id)).Outcome;
    });
}

public class SqliteHitLifecycleTests(SqliteDatabase database) : HitLifecycleTests(database), IClassFixture<SqliteDatabase>;

public class PostgresHitLifecycleTests(PostgresDatabase database) : HitLifecycleTests(database), IClassFixture<PostgresDatabase>;
