using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Tests.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>Advice: asked, answered, late, extended once, left out; a child at risk; who sees what of it.</summary>
public abstract class ConsultationTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Advice_OfEveryKind_BlocksApprovalUntilItsOwnRecorderAnswers()
    {
        var (officer, recorder) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.FacilitiesOfficer | Roles.SafeguardingOfficer | Roles.PreventLead));
        var hire = await A.Hire().ReadyAsync(database, officer);
        await hire.StateNoInterestAsync(recorder);
        foreach (var kind in Enum.GetValues<ConsultationKind>().Where(kind => kind != ConsultationKind.ChildrensServices))
        {
            (await AskAsync(hire, kind, officer)).Succeeded.ShouldBeTrue(kind.ToString());
            (await ApproveAsync(hire, officer)).Refusals.ShouldContain(refusal => refusal.Code == "Consultation", kind.ToString());
            // Advice against binds nobody: the approval goes through once it is recorded.
            (await AnswerAsync(hire, kind, ConsultationAnswer.AdviseAgainst, new string('x', 501), recorder)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Length");
            (await AnswerAsync(hire, kind, ConsultationAnswer.AdviseAgainst, "SECRET\nintelligence", recorder)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Marking");
            (await AnswerAsync(hire, kind, null, null, recorder)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Required");
            (await AnswerAsync(hire, kind, ConsultationAnswer.AdviseAgainst, new string('x', 500), recorder)).Succeeded.ShouldBeTrue(kind.ToString());
            (await AnswerAsync(hire, kind, ConsultationAnswer.NoConcern, null, recorder)).IsConflict.ShouldBeTrue();
        }
        (await hire.CaseAsync()).Marking.ShouldBe(Marking.OfficialSensitive);
        (await ApproveAsync(hire, officer)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Advice_Overdue_IsExtendedOnceThenTheCaseGoesOnWithoutIt()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var lead = await PersonAsync(Roles.PreventLead);
        var hire = await A.Hire().CheckingAsync(database, officer);
        await AskAsync(hire, ConsultationKind.PreventLead, officer);
        var asked = await OneAsync(hire);
        asked.DueOn.ShouldBe(new WorkingDays([]).Add(database.Time.Today, 5));
        (await GoOnAsync(hire, asked.Id, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Due");
        (await database.With<AdviceQueue, IReadOnlyList<AdviceRow>>(a => a.ReadAsync(lead, Token))).ShouldContain(row => row.Reference == hire.Reference && !row.Overdue);
        (await database.With<AdviceQueue, IReadOnlyList<AdviceRow>>(a => a.ReadAsync(officer, Token))).ShouldNotContain(row => row.Reference == hire.Reference);

        database.Clock.Advance(TimeSpan.FromDays(8));
        (await database.With<AdviceQueue, IReadOnlyList<AdviceRow>>(a => a.ReadAsync(lead, Token))).ShouldContain(row => row.Reference == hire.Reference && row.Overdue);
        (await ExtendAsync(hire, asked.Id, officer)).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromDays(8));
        (await ExtendAsync(hire, asked.Id, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Once");
        (await GoOnAsync(hire, asked.Id, officer)).Succeeded.ShouldBeTrue();

        (await OneAsync(hire)).WasLeft.ShouldBeTrue();
        (await FileAsync(hire, officer)).FactsFor(officer).OpenConsultations.ShouldBe(0);
    }

    [Fact]
    public async Task Advice_OnItsLastDayExtendedOrGiven_IsNotCalledLate()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await database.HireAheadAsync(90).CheckingAsync(database, officer);
        await AskAsync(hire, ConsultationKind.Legal, officer);
        var due = (await OneAsync(hire)).DueOn;

        await LookAsync(due, hire, officer, isLate: false, "the last day is still in time");
        await LookAsync(due.AddDays(1), hire, officer, isLate: true, "the day after is not");
        (await ExtendAsync(hire, (await OneAsync(hire)).Id, officer)).Refusals.ShouldBeEmpty();
        (await hire.CaseAsync()).Attention.HasFlag(CaseAttention.ConsultationLate).ShouldBeFalse("no longer late from the moment it is extended");
        due = (await OneAsync(hire)).DueOn;
        await LookAsync(due, hire, officer, isLate: false, "its new last day");
        await LookAsync(due.AddDays(1), hire, officer, isLate: true, "late a second time");
        (await AnswerAsync(hire, ConsultationKind.Legal, ConsultationAnswer.NoConcern, "Fine.", officer)).Refusals.ShouldBeEmpty();
        await LookAsync(due.AddDays(2), hire, officer, isLate: false, "given, if late");

        (await database.With<AppDbContext, int>(db => db.OutboxMessages.CountAsync(m => m.Subject.StartsWith(hire.Reference) && m.Text.Contains("Advice has not come in time"), Token)))
            .ShouldBe(2, "staff are told once each time");
    }

    [Fact]
    public async Task ChildAtRisk_StopsEverythingUntilTheReferenceIsRecorded()
    {
        var (officer, safeguarding) = (await PersonAsync(Roles.FacilitiesOfficer), await PersonAsync(Roles.SafeguardingOfficer));
        var hire = await A.Hire().ReadyAsync(database, officer);
        (await AskAsync(hire, ConsultationKind.ChildrensServices, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Children");
        (await database.With<Consultations, Outcome>(c => c.ChildAtRiskAsync(hire.Reference, officer, Token))).Succeeded.ShouldBeTrue();

        (await ApproveAsync(hire, officer)).Refusals.ShouldContain(refusal => refusal.Code == "Child");
        (await RecommendAsync(hire, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Child");
        var version = await hire.VersionAsync();
        (await database.With<InformationRequests, Outcome>(i => i.AskAsync(hire.Reference, new AskGroup([], "Who is the child?"), version, officer, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Child");
        database.Clock.Advance(TimeSpan.FromDays(8));
        (await GoOnAsync(hire, (await OneAsync(hire)).Id, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Children");
        await hire.StateNoInterestAsync(safeguarding);
        (await AnswerAsync(hire, ConsultationKind.ChildrensServices, null, "Jamie, seen with bruises", safeguarding)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Children");
        (await AnswerAsync(hire, ConsultationKind.ChildrensServices, ConsultationAnswer.NoConcern, "CS-2026-0412", safeguarding)).Succeeded.ShouldBeTrue();

        var kept = await OneAsync(hire);
        (kept.Question, kept.Answer, kept.AnswerText, kept.AnsweredOn).ShouldBe(("", null, "CS-2026-0412", database.Time.Today), "the date and the reference only");
        (await RecommendAsync(hire, officer)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task SensitiveParts_OutsideTheTeam_AreReadForALoggedReasonOnly()
    {
        var officer = await PersonAsync(Roles.FacilitiesOfficer);
        var hire = await A.Hire().CheckingAsync(database, officer);
        await AskAsync(hire, ConsultationKind.PreventLead, officer);
        var others = new Dictionary<Roles, SensitiveAccess>
        {
            [Roles.FacilitiesOfficer] = SensitiveAccess.AskReason,
            [Roles.InformationOfficer] = SensitiveAccess.AskReason,
            [Roles.SafeguardingOfficer] = SensitiveAccess.AskReason,
            [Roles.Auditor] = SensitiveAccess.Open,
            [Roles.PreventLead] = SensitiveAccess.Open,
        };
        foreach (var (role, access) in others)
        {
            var view = await ViewAsync(hire, await PersonAsync(role));
            view.Access.ShouldBe(access, role.ToString());
            view.Consultations.Count.ShouldBe(access == SensitiveAccess.Open ? 1 : 0, role.ToString());
            view.Marking.ShouldBe(Marking.OfficialSensitive);
        }

        var reader = await PersonAsync(Roles.InformationOfficer);
        var version = await hire.VersionAsync();
        (await ReasonAsync(hire, "why", reader)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Length");
        (await ReasonAsync(hire, "Subject access request SAR-2026-014", reader)).Succeeded.ShouldBeTrue();
        (await ViewAsync(hire, reader)).Consultations.Count.ShouldBe(1);
        (await hire.VersionAsync()).ShouldBe(version, "reading changes nothing");
        var id = (await hire.CaseAsync()).Id;
        (await database.With<AppDbContext, string>(db => db.AuditEntries.Where(e => e.CaseId == id && e.Action == "Case.OpenSensitive" && !e.WasRefused)
            .Select(e => db.AuditDetails.Where(d => d.EntryId == e.Id).Select(d => d.Json).First()).SingleAsync(Token))).ShouldContain("SAR-2026-014");
        database.Clock.Advance(TimeSpan.FromDays(1));
        (await ViewAsync(hire, reader)).Access.ShouldBe(SensitiveAccess.AskReason, "a reason counts until the end of the day");

        var second = await PersonAsync(Roles.FacilitiesOfficer);
        await hire.StateNoInterestAsync(second);
        (await ViewAsync(hire, second)).Access.ShouldBe(SensitiveAccess.Open, "whoever states no interest and works on it joins the team");
    }

    // The three places that say it agree: the case in the queue, the list of advice, and what the timers tell staff
    private async Task LookAsync(DateOnly day, TestHire hire, Actor officer, bool isLate, string why)
    {
        await database.GoToAsync(day);
        await database.RunTimersAsync();
        (await hire.CaseAsync()).Attention.HasFlag(CaseAttention.ConsultationLate).ShouldBe(isLate, why);
        var asked = await OneAsync(hire);
        (asked.IsOpen && (await database.With<AdviceQueue, IReadOnlyList<AdviceRow>>(a => a.ReadAsync(officer, Token))).Single(row => row.Reference == hire.Reference).Overdue).ShouldBe(isLate, why);
    }

    private Task<Actor> PersonAsync(Roles roles) => A.Person().Named("Robin Officer").Staff(roles).AddAsync(database);

    private Task<Outcome> AskAsync(TestHire hire, ConsultationKind kind, Actor actor) =>
        database.With<Consultations, Outcome>(c => c.AskAsync(hire.Reference, new AskAdvice(kind, "What do you advise on this application?"), actor, Token));

    private async Task<Outcome> AnswerAsync(TestHire hire, ConsultationKind kind, ConsultationAnswer? answer, string? text, Actor actor)
    {
        var id = (await hire.CaseAsync()).Id;
        var asked = await database.With<AppDbContext, Guid>(db => db.Consultations.Where(c => c.CaseId == id && c.Kind == kind).Select(c => c.Id).SingleAsync(Token));
        return await database.With<Consultations, Outcome>(c => c.AnswerAsync(hire.Reference, new AnswerAdvice(asked, answer, text), actor, Token));
    }

    private Task<Outcome> ExtendAsync(TestHire hire, Guid id, Actor actor) =>
        database.With<Consultations, Outcome>(c => c.ExtendAsync(hire.Reference, id, "They asked for more time.", actor, Token));

    private Task<Outcome> GoOnAsync(TestHire hire, Guid id, Actor actor) =>
        database.With<Consultations, Outcome>(c => c.GoOnAsync(hire.Reference, id, "They will not answer in time.", actor, Token));

    private Task<Outcome> ReasonAsync(TestHire hire, string reason, Actor actor) =>
        database.With<SensitiveReading, Outcome>(s => s.GiveReasonAsync(hire.Reference, reason, actor, Token));

    private async Task<Outcome> ApproveAsync(TestHire hire, Actor actor)
    {
        var version = await hire.VersionAsync();
        return await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, new Approve(null, [], true, version), actor, Token));
    }

    private async Task<Outcome> RecommendAsync(TestHire hire, Actor actor)
    {
        var version = await hire.VersionAsync();
        return await database.With<Recommendations, Outcome>(r => r.RecommendAsync(hire.Reference, new Recommend(false, null, new string('a', 60), version), actor, Token));
    }

    private async Task<Consultation> OneAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, Consultation>(db => db.Consultations.AsNoTracking().SingleAsync(c => c.CaseId == id, Token));
    }

    private async Task<CaseFile> FileAsync(TestHire hire, Actor actor) => (await database.With<CaseFiles, CaseFile?>(f => f.LoadAsync(hire.Reference, actor, Token)))!;

    private async Task<CaseView> ViewAsync(TestHire hire, Actor actor) => (await database.With<CaseViews, CaseView?>(v => v.ReadAsync(hire.Reference, actor, Token)))!;
}

/// <inheritdoc />
public sealed class SqliteConsultationTests(SqliteDatabase database) : ConsultationTests(database), IClassFixture<SqliteDatabase>;

/// <inheritdoc />
public sealed class PostgresConsultationTests(PostgresDatabase database) : ConsultationTests(database), IClassFixture<PostgresDatabase>;
