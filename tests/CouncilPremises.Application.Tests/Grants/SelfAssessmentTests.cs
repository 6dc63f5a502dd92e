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

/// <summary>Criteria and self-assessments through the services, on both databases.</summary>
public abstract class SelfAssessmentTests(TestDatabase database)
{
    private const string Said = "Shown by the survey of March and the notes of four meetings.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FinancialYear Year => FinancialYear.Of(database.Time.Today);

    [Fact]
    [Trait("Rule", "S1")]
    public async Task Year_BegunWrittenCompletedAndSigned_ByTwoPeople_IsComparedWithTheYearBefore()
    {
        var writer = await A.Person().Named("Grace Oyelaran").Staff(Roles.GrantApprover).AddAsync(database);
        var signer = await A.Person().Named("Gwen Parry").Staff(Roles.Director).AddAsync(database);
        var before = await WholeAsync(Year.Before, level: 2, writer, signer);
        (before.SignedBy, before.Before.Count).ShouldBe(("Gwen Parry", 0));

        Must(await ActAsync(a => a.StartAsync(Year, writer, Token)));
        (await ActAsync(a => a.StartAsync(Year, writer, Token))).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("begun already");
        var first = (await FindAsync(Year)).Assessment.Findings[0];
        // The criterion changes and the assessment does not
        var criterion = (await database.With<ProgrammeCriteria, IReadOnlyList<ProgrammeCriterion>>(c => c.ListAsync(Token))).Single(one => one.Id == first.CriterionId);
        var facts = new CriterionFacts(1, "We know our area", criterion.Levels, true);
        Must(await database.With<ProgrammeCriteria, Outcome>(c => c.ChangeAsync(criterion.Id, criterion.Version, facts, writer, Token)));
        (await database.With<ProgrammeCriteria, Outcome>(c => c.ChangeAsync(criterion.Id, criterion.Version, facts, writer, Token))).IsConflict.ShouldBeTrue();
        (await FindAsync(Year)).Assessment.Findings[0].Title.ShouldBe(first.Title);

        Must(await ActAsync(a => a.SaveAsync(Year, 1, [new(first.CriterionId, 4, "", "")], writer, Token)));
        (await ActAsync(a => a.SaveAsync(Year, 1, [new(first.CriterionId, 1, "", "")], signer with { StaffRoles = Roles.GrantOfficer }, Token))).IsConflict.ShouldBeTrue("somebody got there first");
        var view = await FindAsync(Year);
        (view.Before[first.CriterionId], view.Assessment.Findings[0].Level, view.SavedBy).ShouldBe((2, 4, "Grace Oyelaran"));

        (await ActAsync(a => a.CompleteAsync(Year, 2, [], writer, Token))).Refusals.Count.ShouldBe(2 + (7 * 3));
        Must(await ActAsync(a => a.CompleteAsync(Year, 2, Full(view.Assessment, 4), writer, Token)));
        (await ActAsync(a => a.SaveAsync(Year, 3, [], writer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Completed");
        (await ActAsync(a => a.SignAsync(Year, 3, writer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
        (await ActAsync(a => a.SendBackAsync(Year, 3, "Short", signer, Token))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        Must(await ActAsync(a => a.SendBackAsync(Year, 3, Said, signer, Token)));
        Must(await ActAsync(a => a.CompleteAsync(Year, 4, Full(view.Assessment, 4), writer, Token)));
        Must(await ActAsync(a => a.SignAsync(Year, 5, signer, Token)));
        (await ActsAsync((await FindAsync(Year)).Assessment.Id)).ShouldBe(
        [
            "SelfAssessment.Start", "SelfAssessment.Save", "SelfAssessment.Save (refused)", "SelfAssessment.Complete (refused)", "SelfAssessment.Complete", "SelfAssessment.Save (refused)",
            "SelfAssessment.Sign (refused)", "SelfAssessment.SendBack (refused)", "SelfAssessment.SendBack", "SelfAssessment.Complete", "SelfAssessment.Sign",
        ]);
        (await database.With<SelfAssessmentQueries, IReadOnlyList<SelfAssessmentRow>>(q => q.ListAsync(Token)))[0].ShouldBe(new SelfAssessmentRow(Year, SelfAssessmentState.SignedOff, "Grace Oyelaran", "Gwen Parry"));
    }

    [Theory]
    [InlineData(Roles.FinanceOfficer)]
    [InlineData(Roles.PreventLead)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Administrator)]
    [Trait("Rule", "Roles")]
    public async Task Acts_ByOthers_AreRefusedAndLogged(Roles roles)
    {
        var other = await A.Person().Staff(roles).AddAsync(database);
        (await ActAsync(a => a.StartAsync(new FinancialYear(Year.Starts - 3), other, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await ActAsync(a => a.SignAsync(Year, 1, other, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await database.With<ProgrammeCriteria, Outcome>(c => c.AddAsync(Facts, other, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.ActorId == other.Id && e.WasRefused, Token))).ShouldBe(3);
    }

    [Fact]
    public async Task Criterion_AddedAndTakenOutOfUse_CountsFromTheNextAssessment()
    {
        var officer = await A.Person().Staff(Roles.GrantOfficer).AddAsync(database);
        (await database.With<ProgrammeCriteria, Outcome>(c => c.AddAsync(Facts with { Title = "" }, officer, Token))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Title");
        Must(await database.With<ProgrammeCriteria, Outcome>(c => c.AddAsync(Facts, officer, Token)));
        Must(await ActAsync(a => a.StartAsync(new FinancialYear(Year.Starts - 4), officer, Token)));
        (await FindAsync(new FinancialYear(Year.Starts - 4))).Assessment.Findings.ShouldContain(one => one.Title == "Trust between wards");

        var added = (await database.With<ProgrammeCriteria, IReadOnlyList<ProgrammeCriterion>>(c => c.ListAsync(Token))).Single(one => one.Title == "Trust between wards");
        Must(await database.With<ProgrammeCriteria, Outcome>(c => c.ChangeAsync(added.Id, added.Version, Facts with { IsInUse = false }, officer, Token)));
        Must(await ActAsync(a => a.StartAsync(new FinancialYear(Year.Starts - 5), officer, Token)));
        (await FindAsync(new FinancialYear(Year.Starts - 5))).Assessment.Findings.ShouldNotContain(one => one.Title == "Trust between wards");
        (await ActAsync(a => a.StartAsync(new FinancialYear(Year.Starts + 1), officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Year");
        (await database.With<ProgrammeCriteria, Outcome>(c => c.ChangeAsync(Guid.CreateVersion7(), 1, Facts, officer, Token))).IsNotFound.ShouldBeTrue();
    }

    private static CriterionFacts Facts => new(40, "Trust between wards", ["None", "Some", "Much", "More", "Most"], true);

    private static List<EnteredFinding> Full(SelfAssessment assessment, int level) => [.. assessment.Findings.Select(one => new EnteredFinding(one.CriterionId, level, Said, Said))];

    private static void Must(Outcome outcome) => outcome.Refusals.ShouldBeEmpty();

    private async Task<SelfAssessmentView> WholeAsync(FinancialYear year, int level, Actor writer, Actor signer)
    {
        Must(await ActAsync(a => a.StartAsync(year, writer, Token)));
        Must(await ActAsync(async a => await a.CompleteAsync(year, 1, Full((await FindAsync(year)).Assessment, level), writer, Token)));
        Must(await ActAsync(a => a.SignAsync(year, 2, signer, Token)));
        return await FindAsync(year);
    }

    private Task<Outcome> ActAsync(Func<SelfAssessments, Task<Outcome>> act)
    {
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        return database.With(act);
    }

    private async Task<SelfAssessmentView> FindAsync(FinancialYear year) => (await database.With<SelfAssessmentQueries, SelfAssessmentView?>(q => q.FindAsync(year, Token)))!;

    private Task<List<string>> ActsAsync(Guid id) => database.With<AppDbContext, List<string>>(db => db.AuditEntries.Where(e => e.SubjectId == id)
        .OrderBy(e => e.AtUtc).Select(e => e.WasRefused ? e.Action + " (refused)" : e.Action).ToListAsync(Token));
}

public class SqliteSelfAssessmentTests(SqliteDatabase database) : SelfAssessmentTests(database), IClassFixture<SqliteDatabase>;

public class PostgresSelfAssessmentTests(PostgresDatabase database) : SelfAssessmentTests(database), IClassFixture<PostgresDatabase>;
