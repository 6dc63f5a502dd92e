using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Hire;

/// <summary>The group confirms its people's checks: what the law allows, and never more.</summary>
[Trait("Rule", "DBS")]
public abstract class DbsConfirmingTests(TestDatabase database)
{
    private static readonly DbsAsk ChildBarred = new(DbsLevel.EnhancedWithBarredList, DbsWorkforce.Child, BarredLists.Children);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Confirm_WhatTheTableNames_KeepsOnlyFourDigitsAndCountsForTheNextApplication()
    {
        var hire = await WithCarersAsync();

        (await ConfirmAsync(hire, Check("Maud Ferrier"))).Succeeded.ShouldBeTrue();
        (await ConfirmAsync(hire, Check("Maud Ferrier"))).Succeeded.ShouldBeTrue("a second click changes nothing");

        var stored = await database.With<AppDbContext, List<DbsConfirmation>>(db =>
            db.DbsConfirmations.AsNoTracking().Where(d => d.OrganisationId == hire.Group.Organisation.Id).ToListAsync(Token));
        stored.ShouldHaveSingleItem().MaskedNumber.ShouldBe("••••••••9012");
        var people = await PeopleAsync(hire);
        people.Select(p => p.Until).ShouldBe([new DateOnly(2028, 12, 1), null]);
        people[1].Ask.ShouldBeNull();
    }

    [Fact]
    public async Task Confirm_MoreThanTheLawAllows_IsRefused()
    {
        var hire = await WithCarersAsync(DbsRole.ChildrenSometimes);

        (await ConfirmAsync(hire, Check("Maud Ferrier"))).Refusals.ShouldHaveSingleItem().Field.ShouldBe(nameof(DbsFacts.Level));
        (await ConfirmAsync(hire, Check("Lucian Threlkeld"))).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("Do not ask for one.");
    }

    [Fact]
    public async Task Confirm_IncompleteOrOld_SaysWhatIsMissing()
    {
        var hire = await WithCarersAsync();

        var empty = await ConfirmAsync(hire, new ConfirmDbs("Maud Ferrier", null, "12", null, null));
        empty.Refusals.Select(r => r.Field).ShouldBe(["Level", "CertificateNumber", "IssuedOn", "IsConfirmed"]);
        var old = await ConfirmAsync(hire, Check("Maud Ferrier") with { IssuedOn = new DateOnly(2022, 1, 1) });
        old.Refusals.ShouldHaveSingleItem().Sentence.ShouldStartWith("A check counts for 36 months.");
        (await ConfirmAsync(hire, Check("Somebody Else"))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Person");
    }

    private static ConfirmDbs Check(string person) => new(person, ChildBarred, "0012 3456 9012", new DateOnly(2025, 12, 1), true);

    private Task<TestHire> WithCarersAsync(DbsRole role = DbsRole.ChildrenOften) => A.Hire().Answering(a => a with
    {
        PeopleAtRisk = new PeopleAtRiskAnswers
        {
            Care = CareKind.GroupsCare,
            Under18s = true,
            AdultsAtRisk = false,
            Roles =
            [
                new CarerAnswer { Name = "Maud Ferrier", Does = "Runs the training", Role = role },
                new CarerAnswer { Name = "Lucian Threlkeld", Does = "Steward", Role = DbsRole.NoCheck },
            ],
        },
    }).SubmittedAsync(database);

    private Task<Outcome> ConfirmAsync(TestHire hire, ConfirmDbs input) =>
        database.With<DbsConfirming, Outcome>(confirming => confirming.ConfirmAsync(hire.Reference, input, hire.Group.Lead, Token));

    private async Task<IReadOnlyList<DbsPerson>> PeopleAsync(TestHire hire)
    {
        await using var scope = database.NewScope();
        var file = await scope.ServiceProvider.GetRequiredService<CaseFiles>().LoadAsync(hire.Reference, hire.Group.Lead, Token);
        return await scope.ServiceProvider.GetRequiredService<DbsConfirming>().PeopleAsync(file!, Token);
    }
}

public sealed class SqliteDbsConfirmingTests(SqliteDatabase database) : DbsConfirmingTests(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresDbsConfirmingTests(PostgresDatabase database) : DbsConfirmingTests(database), IClassFixture<PostgresDatabase>;
