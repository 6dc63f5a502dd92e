using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>Information requests open only the sections named, keep both versions, and return to the state left.</summary>
[Trait("Rule", "N2")]
public abstract class InformationRequestTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_NamedSections_KeepsBothVersionsAndReturnsToTheStateLeft()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().ReadyAsync(database, officer);
        var due = (await hire.CaseAsync()).DueOn!.Value;
        await AskAsync(hire, officer, HireSection.Attendance, HireSection.Event);
        (await hire.CaseAsync()).DueOn.ShouldNotBe(due);
        database.Clock.Advance(TimeSpan.FromDays(2));

        // Nothing counts before every part was gone over and the answer sent
        await SaveAsync(hire, HireSection.Attendance, answers => answers with { Attendance = new AttendanceAnswers { People = 30 } });
        (await AnswerAsync(hire)).Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("What the event is");
        (await hire.FileAsync(officer)).Hire.Answers.Attendance.People.ShouldBe(40);
        await SaveAsync(hire, HireSection.Event, answers => answers);
        (await AnswerAsync(hire)).Refusals.ShouldBeEmpty();

        var file = await hire.FileAsync(officer);
        (file.Case.State, file.Hire.SubmissionNumber, file.Hire.Answers.Attendance.People).ShouldBe((CaseState.ReadyForDecision, 2, 30));
        file.Case.DueOn!.Value.ShouldBeGreaterThan(due);
        var versions = (await database.With<AnswerVersions, AnswerHistory>(history => history.ReadAsync(file, Token))).Versions;
        versions.Select(version => (version.Number, version.Answers.Attendance.People)).ShouldBe([(2, 30), (1, 40)]);
        (await LettersAsync(hire)).ShouldContain(letter => letter.Notice == NoticeCode.N2 && letter.Text.Contains("How many people come: Please check how many", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_ThatTriggersSomethingNew_ReopensOnlyThat()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().ReadyAsync(database, officer);
        await AskAsync(hire, officer, HireSection.MoneyRaised);
        await SaveAsync(hire, HireSection.MoneyRaised, answers => answers with { MoneyRaised = new() { RaisesMoney = true, Beneficiary = "The food bank", Method = "Raffle" } });

        (await AnswerAsync(hire)).Refusals.ShouldBeEmpty();

        var file = await hire.FileAsync(officer);
        file.Case.State.ShouldBe(CaseState.Checking);
        file.Standings().Where(standing => !standing.IsSettled).Select(standing => standing.Code).ShouldBe([CheckCode.FUN]);
    }

    [Fact]
    [Trait("Rule", "N2")]
    public async Task Ask_WhileTheGroupWritesAChange_TellsThemThatItIsSetAside()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().ReadyAsync(database, officer);
        await database.With<Changes>(async changes => (await changes.StartAsync(hire.Reference, [HireSection.Attendance], hire.Group.Lead, Token)).Succeeded.ShouldBeTrue());
        await SaveAsync(hire, HireSection.Attendance, answers => answers with { Attendance = new AttendanceAnswers { People = 12 } });

        await AskAsync(hire, officer, HireSection.Event);

        (await LettersAsync(hire)).ShouldContain(letter => letter.Notice == NoticeCode.N2 && letter.Text.Contains("It is set aside", StringComparison.Ordinal));
        await SaveAsync(hire, HireSection.Event, answers => answers);
        (await AnswerAsync(hire)).Refusals.ShouldBeEmpty();
        (await hire.FileAsync(officer)).Hire.Answers.Attendance.People.ShouldBe(40);
    }

    [Fact]
    public async Task Save_AnotherSection_ChangesNothingAndIsLogged()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().CheckingAsync(database, officer);
        await AskAsync(hire, officer, HireSection.Attendance);

        var crafted = await database.With<HireDrafts, Outcome>(drafts => drafts.SaveAsync(
            hire.Reference, HireSection.Event, answers => answers with { Event = answers.Event with { Title = "Another" } }, hire.Group.Lead, Token));
        // A page of an open section that carries a closed one takes over only the open one
        await SaveAsync(hire, HireSection.Attendance, answers => answers with { Attendance = new() { People = 41 }, Event = answers.Event with { Title = "Another" } });

        crafted.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Closed");
        (await AnswerAsync(hire)).Refusals.ShouldBeEmpty();
        var file = await hire.FileAsync(officer);
        (file.Hire.Answers.Event.Title, file.Hire.Answers.Attendance.People).ShouldBe(("Spring members' meeting", 41));
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.CaseId == file.Case.Id && e.WasRefused && e.Action == "Hire.SaveSection" && e.ActorId == hire.Group.Lead.Id, Token))).ShouldBe(1);
    }

    [Fact]
    public async Task Ask_NothingAtAll_SaysWhatToDo()
    {
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var hire = await A.Hire().CheckingAsync(database, officer);

        (await database.With<InformationRequests, Outcome>(async r => await r.AskAsync(hire.Reference, new AskGroup([], " "), await hire.VersionAsync(), officer, Token)))
            .Refusals.ShouldHaveSingleItem().Field.ShouldBe("Question");
        (await database.With<InformationRequests, Outcome>(async r => await r.AskAsync(hire.Reference, new AskGroup([new(HireSection.Event, "")], ""), await hire.VersionAsync(), officer, Token)))
            .Refusals.ShouldHaveSingleItem().Field.ShouldBe("Questions[Event]");
    }

    private async Task AskAsync(TestHire hire, Actor officer, params HireSection[] sections)
    {
        var input = new AskGroup([.. sections.Select(section => new SectionQuestion(section, SectionQuestions.Usual(section)))], null);
        (await database.With<InformationRequests, Outcome>(async r => await r.AskAsync(hire.Reference, input, await hire.VersionAsync(), officer, Token))).Refusals.ShouldBeEmpty();
    }

    private async Task SaveAsync(TestHire hire, HireSection section, Func<HireAnswers, HireAnswers> change) =>
        (await database.With<HireDrafts, Outcome>(drafts => drafts.SaveAsync(hire.Reference, section, change, hire.Group.Lead, Token))).Refusals.ShouldBeEmpty();

    private Task<Outcome> AnswerAsync(TestHire hire) => database.With<InformationRequests, Outcome>(r => r.AnswerAsync(hire.Reference, null, hire.Group.Lead, Token));

    private async Task<List<OutboxMessage>> LettersAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, List<OutboxMessage>>(db => db.OutboxMessages.AsNoTracking().Where(m => m.CaseId == id).ToListAsync(Token));
    }
}

/// <inheritdoc />
public sealed class SqliteInformationRequestTests(SqliteDatabase database) : InformationRequestTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresInformationRequestTests(PostgresDatabase database) : InformationRequestTests(database), IClassFixture<PostgresDatabase>;
