using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Tests.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Timers;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Timers;

/// <summary>One case or two of everything the clocks may bring, all of it due on the same two mornings, and what each of the mornings must bring:
/// so many readers of each letter, and nothing else.</summary>
/// <param name="database">Where.</param>
internal sealed class ManyClocks(TestDatabase database)
{
    private const int DaysToFirst = 24;
    private const int WorkingDaysToSecond = 8;

    // The lead contact and the contact of the application
    private const int BothContacts = 2;

    /// <summary>What is late in the end, by case; nothing of the others.</summary>
    private static readonly Dictionary<string, CaseAttention> Late = new()
    {
        ["advice"] = CaseAttention.ConsultationLate | CaseAttention.DecisionLate,
        ["condition"] = CaseAttention.ConditionLate,
        ["paused"] = CaseAttention.DecisionLate,
        ["held date"] = CaseAttention.HoldLate,
        ["cancelling"] = CaseAttention.DecisionLate,
        ["review"] = CaseAttention.ReviewLate,
        ["breach under review"] = CaseAttention.ReviewLate,
    };

    private readonly Aftermath after = new(database);
    private readonly Dictionary<string, (string Name, TestHire Hire, CaseState Ends)> cases = [];
    private readonly List<string> expected = [];
    private readonly Dictionary<Guid, string> insured = [];
    private readonly DateTime beganUtc = database.Time.NowUtc;
    private DateTime secondUtc = DateTime.MaxValue;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Walks the cases to where only time is missing.</summary>
    public async Task BuildAsync()
    {
        var first = database.Time.Today.AddDays(DaysToFirst);
        var (officer, approver) = (await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database), await A.Person().Staff(Roles.FacilitiesApprover).AddAsync(database));
        await WaitingForTheGroupAsync(officer, first);
        await WaitingForStaffAsync(officer, first);
        await WithConditionsAsync(officer, approver, first);
        await HeldAsync(officer, approver);
        await DecidedAsync(officer, approver);
    }

    /// <summary>Goes to the first of the two mornings.</summary>
    public Task FirstMorningAsync() => database.GoToAsync(database.Time.Today.AddDays(DaysToFirst));

    /// <summary>Goes to the second.</summary>
    public async Task SecondMorningAsync()
    {
        await database.GoToAsync(await database.WorkingDayAsync(database.Time.Today, WorkingDaysToSecond));
        secondUtc = database.Time.NowUtc;
    }

    /// <summary>Everything came, each letter once to each of its readers, and nothing that was not due.</summary>
    public async Task ShouldHaveComeOnceAsync(string why)
    {
        var letters = await LettersAsync();
        letters.GroupBy(letter => letter).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty($"no reader has a letter twice. {why}");
        letters.GroupBy(letter => (letter.Morning, letter.Name, letter.Code)).Select(to => Line(to.Key.Morning, to.Key.Name, to.Key.Code, to.Count())).Order()
            .ShouldBe(expected.Order(), why);
        foreach (var (name, hire, ends) in cases.Values)
        {
            var @case = await hire.CaseAsync();
            @case.State.ShouldBe(ends, $"{name} {why}");
            @case.Attention.ShouldBe(Late.GetValueOrDefault(name), $"{name} {why}");
        }

        await ShouldHaveMovedOnceAsync(why);
    }

    // What the system did to a case stands in the record once, and slots nobody may have any more are free
    private async Task ShouldHaveMovedOnceAsync(string why)
    {
        string[] moves = ["Case.Lapse", "Case.NotDecide", "Hire.Complete", "Hold.End"];
        var ids = await database.With<AppDbContext, Dictionary<Guid, string>>(db => db.Cases.Where(c => cases.Keys.Contains(c.Reference)).ToDictionaryAsync(c => c.Id, c => c.Reference, Ct));
        var done = await database.With<AppDbContext, List<(Guid CaseId, string Action)>>(async db => [.. (await db.AuditEntries
            .Where(e => !e.WasRefused && e.CaseId != null && ids.Keys.Contains(e.CaseId.Value) && moves.Contains(e.Action)).Select(e => new { e.CaseId, e.Action }).ToListAsync(Ct)).Select(e => (e.CaseId!.Value, e.Action))]);
        done.ShouldBeUnique(why);
        done.GroupBy(one => one.Action).ToDictionary(one => one.Key, one => one.Count())
            .ShouldBe(new Dictionary<string, int> { ["Case.Lapse"] = 5, ["Case.NotDecide"] = 2, ["Hire.Complete"] = 1, ["Hold.End"] = 2 }, ignoreOrder: true, why);
        foreach (var (name, hire, ends) in cases.Values.Where(one => one.Ends is CaseState.Lapsed or CaseState.NotDecided or CaseState.Refused))
            (await database.ClaimsAsync(hire)).ShouldBe(0, $"{name} {ends} {why}");
    }

    private async Task WaitingForTheGroupAsync(Actor officer, DateOnly first)
    {
        foreach (var name in new[] { "question", "another question" })
        {
            var asked = Expect(name, await database.HireAheadAsync(80).CheckingAsync(database, officer), CaseState.Lapsed);
            await database.AskAsync(asked, officer);
            await InsuredUntilAsync(asked, first.AddDays(28), name);
            Comes(1, name, NoticeCode.N3, BothContacts);
            Comes(2, name, NoticeCode.N4, BothContacts);
        }

        Expect("draft", await database.HireAheadAsync(60).DraftAsync(database), CaseState.Lapsed);
        Comes(1, "draft", NoticeCode.N3, BothContacts);
        Comes(2, "draft", NoticeCode.N4, BothContacts);
        Expect("unsigned", await database.HireAheadAsync(60).SentUnsignedAsync(database), CaseState.Lapsed);
        Comes(1, "unsigned", NoticeCode.N3, BothContacts);
        // Nobody took it, so every approver is told: those of the other tests too
        var staff = await database.With<AppDbContext, List<Roles>>(db => db.Users.Select(user => user.StaffRoles).ToListAsync(Ct));
        Comes(1, "unsigned", NoticeCode.N0, staff.Count(roles => roles.HasFlag(Roles.FacilitiesApprover)));
        Comes(2, "unsigned", NoticeCode.N4, BothContacts);
    }

    private async Task WaitingForStaffAsync(Actor officer, DateOnly first)
    {
        Expect("reached", await database.HireAheadAsync(DaysToFirst - 1).SubmittedAsync(database), CaseState.NotDecided);
        Comes(1, "reached", NoticeCode.NotDecided, BothContacts);
        var near = (await database.WorkingDayAsync(first, 3)).DayNumber - database.Time.Today.DayNumber;
        Expect("near", await database.HireAheadAsync(near).CheckingAsync(database, officer), CaseState.NotDecided);
        Comes(1, "near", NoticeCode.N0, 1);
        Comes(2, "near", NoticeCode.NotDecided, BothContacts);
        var advice = Expect("advice", await database.HireAheadAsync(80).CheckingAsync(database, officer), CaseState.Checking);
        await MustAsync<Consultations>(c => c.AskAsync(advice.Reference, new AskAdvice(ConsultationKind.Legal, "What do you advise?"), officer, Ct));
        Comes(1, "advice", NoticeCode.N0, 1);
    }

    private async Task WithConditionsAsync(Actor officer, Actor approver, DateOnly first)
    {
        var (soon, due) = (await database.WorkingDayAsync(first, 3), await database.WorkingDayAsync(first, 2));
        await ConditionAsync("condition", 60, due, CaseState.ApprovedWithConditions, officer, approver);
        Comes(1, "condition", NoticeCode.N8, BothContacts);
        Comes(2, "condition", NoticeCode.N8, BothContacts);
        Comes(2, "condition", NoticeCode.N0, 1);
        await ConditionAsync("unmet", soon.DayNumber - database.Time.Today.DayNumber, due, CaseState.Lapsed, officer, approver);
        Comes(1, "unmet", NoticeCode.N8, BothContacts);
        Comes(2, "unmet", NoticeCode.N4, BothContacts);
    }

    private async Task ConditionAsync(string name, int days, DateOnly due, CaseState ends, Actor officer, Actor approver)
    {
        var hire = Expect(name, await database.HireAheadAsync(days).ReadyAsync(database, officer), ends);
        await hire.StateNoInterestAsync(approver);
        var condition = new ConditionFacts(ConditionKind.Documents, ConditionTiming.Before, "Send the fire plan.", "The room is full.", due, null);
        await MustAsync<Approvals>(async a => await a.ApproveAsync(hire.Reference, new Approve(Aftermath.Fifty, [condition], true, await hire.VersionAsync()), approver, Ct));
    }

    private async Task HeldAsync(Actor officer, Actor approver)
    {
        var paused = Expect("paused", await database.HireAheadAsync(80).CheckingAsync(database, officer), CaseState.Checking);
        (await after.HoldAsync(paused, officer, HoldReason.SafetyRisk)).Refusals.ShouldBeEmpty();
        Comes(1, "paused", NoticeCode.N21, BothContacts);
        Comes(2, "paused", NoticeCode.N0, 1);
        var held = Expect("held booking", await BookedAsync(80, officer, approver), CaseState.Confirmed);
        (await after.HoldAsync(held, approver, HoldReason.SafetyRisk)).Refusals.ShouldBeEmpty();
        Comes(1, "held booking", NoticeCode.N12, BothContacts);
        // A date that began while one approver held it waits for the second
        var ranIn = Expect("held date", await BookedAsync(DaysToFirst - 4, officer, approver), CaseState.Confirmed);
        (await after.HoldAsync(ranIn, approver, HoldReason.SafetyRisk, dates: [(await after.DatesAsync(ranIn))[0].Id])).Refusals.ShouldBeEmpty();
        Comes(1, "held date", NoticeCode.N0, 1);
    }

    private async Task DecidedAsync(Actor officer, Actor approver)
    {
        Expect("over", await database.HireAheadAsync(DaysToFirst - 4).ConfirmedAsync(database, officer), CaseState.Completed);
        var cancelling = Expect("cancelling", await BookedAsync(80, officer, approver), CaseState.Confirmed);
        (await after.ProposeAsync(cancelling, approver, CancellationCause.SafetyRisk, Ground.D2)).Refusals.ShouldBeEmpty();
        Comes(1, "cancelling", NoticeCode.N0, 1);
        Expect("refused", await after.RefusedAsync(after.HireIn(80), officer, approver), CaseState.Refused);
        var reviewed = Expect("review", await after.RefusedAsync(after.HireIn(80), officer, approver), CaseState.UnderReview);
        (await after.AskReviewAsync(reviewed)).Refusals.ShouldBeEmpty();
        Comes(1, "review", NoticeCode.N0, 1);
        var breached = Expect("breach under review", await BookedAsync(80, officer, approver), CaseState.Confirmed);
        await MustAsync<Breaches>(async b => await b.RaiseAsync(breached.Reference, new RaiseBreach(database.Time.Today, Aftermath.Fifty, await breached.VersionAsync()), officer, Ct));
        var breach = await database.With<AppDbContext, Guid>(db => db.Breaches.Where(b => b.RaisedById == officer.Id).Select(b => b.Id).SingleAsync(Ct));
        await MustAsync<Breaches>(b => b.AnswerAsync(breached.Reference, breach, "It was another group.", breached.Group.Lead, Ct));
        await MustAsync<Breaches>(async b => await b.DecideAsync(breached.Reference, new DecideBreach(breach, true, Aftermath.Fifty, true, await breached.VersionAsync()), approver, Ct));
        (await after.AskReviewAsync(breached, breach)).Refusals.ShouldBeEmpty();
        Comes(1, "breach under review", NoticeCode.N0, 1);
    }

    private async Task<TestHire> BookedAsync(int days, Actor officer, Actor approver)
    {
        var hire = await database.HireAheadAsync(days).ConfirmedAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        return hire;
    }

    private TestHire Expect(string name, TestHire hire, CaseState ends)
    {
        cases.Add(hire.Reference, (name, hire, ends));
        return hire;
    }

    private void Comes(int morning, string name, NoticeCode code, int readers) => expected.Add(Line(morning, name, code, readers));

    private static string Line(int morning, string name, NoticeCode code, int readers) => $"{name}, morning {morning}: {code} to {readers}";

    private async Task<List<(int Morning, string Name, NoticeCode Code, string To)>> LettersAsync()
    {
        var all = await database.With<AppDbContext, List<OutboxMessage>>(db => db.OutboxMessages.AsNoTracking().Where(m => m.CreatedUtc > beganUtc).ToListAsync(Ct));
        return [.. from letter in all
                   let name = letter.Notice == NoticeCode.N13
                       ? insured.GetValueOrDefault(letter.OrganisationId!.Value)
                       : cases.GetValueOrDefault(letter.ThreadKey ?? letter.Subject.Split(' ')[0]).Name
                   where name is not null
                   select (letter.CreatedUtc < secondUtc ? 1 : 2, name, letter.Notice, letter.To)];
    }

    private Task InsuredUntilAsync(TestHire hire, DateOnly until, string name)
    {
        insured.Add(hire.Group.Organisation.Id, name);
        Comes(1, name, NoticeCode.N13, 1);
        return database.With<AppDbContext>(async db =>
        {
            db.CheckRecords.Add(new CheckRecord(Guid.CreateVersion7(), CheckCode.INS, new CheckTarget(CheckSubject.Organisation, hire.Group.Organisation.Id, null),
                new CheckFinding(CheckOutcome.Clear, new Dictionary<string, string>(), until), Guid.Empty, database.Time.NowUtc));
            await db.SaveChangesAsync(Ct);
        });
    }

    private async Task MustAsync<TService>(Func<TService, Task<Outcome>> act)
        where TService : notnull => (await database.With(act)).Refusals.ShouldBeEmpty();
}
