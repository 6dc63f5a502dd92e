using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Tests.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Decisions;

/// <summary>What officers, approvers, reviewers and hirers do after the ordinary course of a case, in a test's words.</summary>
internal sealed class Aftermath(TestDatabase database)
{
    public const string Fifty = "This sentence gives the reason in words and is longer than fifty characters.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Dictionary<string, string> AllAnswers() => RefusalReasons.Questions.ToDictionary(q => q.Code, _ => Fifty);

    public async Task<Actor> PersonAsync(Roles roles, params TestHire[] knows)
    {
        var person = await A.Person().Staff(roles).AddAsync(database);
        foreach (var hire in knows)
            await hire.StateNoInterestAsync(person);
        return person;
    }

    /// <summary>A day so many days from the test's today, as builders take it.</summary>
    public string DayIn(int days) => database.Time.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An application for an evening so many days from now.</summary>
    public HireBuilder HireIn(int days) => A.Hire().On(DayIn(days), "19:00-21:00");

    /// <summary>An application for four weekly evenings.</summary>
    public HireBuilder SeriesIn(int days) => HireIn(days)
        .Answering(a => a with { When = a.When with { Recurrence = new Recurrence { Repeats = Repeats.Weekly, Until = a.When.FirstDay!.Value.AddDays(21) } } });

    public async Task<Outcome> HoldAsync(TestHire hire, Actor actor, HoldReason reason, Guid? hit = null, IdentifierKind[]? agreeing = null, Guid[]? dates = null)
    {
        var input = new LayHold(reason, "The caretaker rang at noon and told us what is written here.", hit, agreeing ?? [], dates ?? [], await hire.VersionAsync());
        return await database.With<Holds, Outcome>(holds => holds.LayAsync(hire.Reference, input, actor, Token));
    }

    public async Task<Outcome> ReleaseAsync(TestHire hire, Actor actor, string text = "Nothing was found: the match is another person.")
    {
        var (hold, seen) = (await HoldOfAsync(hire), await hire.VersionAsync());
        return await database.With<Holds, Outcome>(holds => holds.ReleaseAsync(hire.Reference, hold.Id, text, seen, actor, Token));
    }

    public async Task<CaseHold> HoldOfAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, CaseHold>(db => db.CaseHolds.AsNoTracking().Where(h => h.CaseId == id).OrderByDescending(h => h.LaidUtc).FirstAsync(Token));
    }

    public async Task<Outcome> ProposeAsync(TestHire hire, Actor actor, CancellationCause? cause, Ground ground, Guid[]? dates = null, bool? heard = true, string? notHeard = null, bool noProhibited = true)
    {
        var facts = cause is { } given
            ? new CancellationFacts(given, dates ?? [], heard, notHeard, "The Small Hall on the same evening, without charge.", Money.Pounds(49))
            : null;
        var input = new CancelBooking(facts, ground, Fifty, AllAnswers(), noProhibited, await hire.VersionAsync());
        return await database.With<Cancellations, Outcome>(c => c.ProposeAsync(hire.Reference, input, actor, Token));
    }

    public async Task<Outcome> ConfirmAsync(TestHire hire, Actor actor, bool confirm = true)
    {
        var id = (await hire.CaseAsync()).Id;
        var cancellation = await database.With<AppDbContext, Cancellation>(db => db.Cancellations.Where(c => c.CaseId == id).OrderByDescending(c => c.ProposedUtc).FirstAsync(Token));
        var input = new DecideCancellation(cancellation.Id, confirm, confirm ? null : "The facts do not bear it out.", true, await hire.VersionAsync());
        return await database.With<Cancellations, Outcome>(c => c.DecideAsync(hire.Reference, input, actor, Token));
    }

    public async Task<List<Occurrence>> DatesAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, List<Occurrence>>(db => db.Occurrences.AsNoTracking().Where(o => o.CaseId == id).OrderBy(o => o.Number).ToListAsync(Token));
    }

    public async Task<List<NoticeCode>> LettersAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, List<NoticeCode>>(db => db.OutboxMessages.Where(m => m.CaseId == id).OrderBy(m => m.CreatedUtc).Select(m => m.Notice).ToListAsync(Token));
    }

    public async Task<OutboxMessage> LetterAsync(TestHire hire, NoticeCode code)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, OutboxMessage>(db => db.OutboxMessages.AsNoTracking().Where(m => m.CaseId == id && m.Notice == code).OrderByDescending(m => m.CreatedUtc).FirstAsync(Token));
    }

    /// <summary>How many acts of this name were stopped by a rule with this code.</summary>
    public async Task<int> BlockedAsync(string action, string code, Guid? caseId = null)
    {
        var details = await database.With<AppDbContext, List<string>>(db => (
            from entry in db.AuditEntries
            join detail in db.AuditDetails on entry.Id equals detail.EntryId
            where entry.WasRefused && entry.Action == action && (caseId == null || entry.CaseId == caseId)
            select detail.Json).ToListAsync(Token));
        return details.Count(json => json.Contains($"\"{code}\"", StringComparison.Ordinal));
    }

    public async Task<int> ClaimsAsync(TestHire hire)
    {
        var (id, now) = ((await hire.CaseAsync()).Id, database.Time.NowUtc);
        return await database.With<AppDbContext, int>(db => db.Claims.CountAsync(c => (c.ExpiresUtc == null || c.ExpiresUtc > now) && db.Occurrences.Any(o => o.CaseId == id && o.Id == c.OwnerId), Token));
    }

    /// <summary>Puts a name on the proscribed register and looks the case's names up again.</summary>
    public async Task<Hit> ListAsync(string name, TestHire hire, Actor officer)
    {
        var file = ListFiles.Of("name,aliases,from,to,source,checked_by,checked_on", $"{name},,2020-01-01,,Order 1,M Thorne,2026-01-05");
        (await database.With<ListImports, Outcome>(async imports => await imports.ImportAsync(new ImportList(ListCode.L1, [new("register.csv", file)]), Actor.System, null, Token))).Succeeded.ShouldBeTrue();
        (await database.With<CheckRecording, Outcome>(checks => checks.ScreenAgainAsync(hire.Reference, officer, Token))).Succeeded.ShouldBeTrue();
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, Hit>(db => db.Hits.AsNoTracking().Where(h => h.CaseId == id).OrderByDescending(h => h.FoundUtc).FirstAsync(Token));
    }

    public async Task ResolveAsync(TestHire hire, Guid hit, HitResolution resolution, Actor first, Actor second)
    {
        var input = new ProposeResolution(hit, resolution, [IdentifierKind.Address, IdentifierKind.Activities], "Address and activities were compared.");
        (await database.With<HitResolutions, Outcome>(hits => hits.ProposeAsync(hire.Reference, input, first, Token))).Succeeded.ShouldBeTrue();
        (await database.With<HitResolutions, Outcome>(hits => hits.AnswerAsync(hire.Reference, hit, true, second, Token))).Succeeded.ShouldBeTrue();
    }

    /// <summary>Refused on a ground after the hirer was heard: all of it, or one date.</summary>
    public async Task<TestHire> RefusedAsync(HireBuilder builder, Actor officer, Actor approver, Ground ground = Ground.D2, bool isReady = false, int? only = null)
    {
        var hire = isReady ? await builder.ReadyAsync(database, officer) : await builder.CheckingAsync(database, officer);
        await hire.StateNoInterestAsync(approver);
        var recommend = new Recommend(true, ground, Fifty, await hire.VersionAsync());
        (await database.With<Recommendations, Outcome>(r => r.RecommendAsync(hire.Reference, recommend, officer, Token))).Succeeded.ShouldBeTrue();
        var minded = new MindToRefuse(ground, Fifty, await hire.VersionAsync());
        (await database.With<RefusalDecisions, Outcome>(r => r.MindToRefuseAsync(hire.Reference, minded, approver, Token))).Succeeded.ShouldBeTrue();
        (await database.With<RefusalDecisions, Outcome>(r => r.AnswerAsync(hire.Reference, "We have stewards, and the fire service has seen the hall.", hire.Group.Lead, Token))).Succeeded.ShouldBeTrue();
        Guid[] dates = only is { } number ? [(await DatesAsync(hire)).Single(date => date.Number == number).Id] : [];
        var refuse = new Refuse(ground, Fifty, AllAnswers(), true, await hire.VersionAsync(), dates);
        (await database.With<RefusalDecisions, Outcome>(r => r.RefuseAsync(hire.Reference, refuse, approver, Token))).Succeeded.ShouldBeTrue();
        return hire;
    }

    public async Task<Outcome> AskReviewAsync(TestHire hire, Guid? subject = null, Actor? by = null)
    {
        var id = (await hire.CaseAsync()).Id;
        subject ??= await database.With<AppDbContext, Guid>(db => db.Decisions.Where(d => d.CaseId == id).OrderByDescending(d => d.MadeUtc).ThenByDescending(d => d.Id).Select(d => d.Id).FirstAsync(Token));
        var input = new AskReview(subject.Value, "The fire service has seen the hall and wrote to you on Monday.", await hire.VersionAsync());
        return await database.With<Reviews, Outcome>(reviews => reviews.AskAsync(hire.Reference, input, by ?? hire.Group.Lead, Token));
    }

    public async Task<Outcome> ReviewAsync(TestHire hire, Actor reviewer, ReviewOutcome outcome, CaseState? to = null, Guid[]? lift = null, ConditionFacts[]? conditions = null)
    {
        var review = await ReviewOfAsync(hire);
        var input = new DecideReview(review.Id, outcome, to, Fifty, lift ?? [], conditions ?? [], await hire.VersionAsync());
        return await database.With<Reviews, Outcome>(reviews => reviews.DecideAsync(hire.Reference, input, reviewer, Token));
    }

    public async Task<Review> ReviewOfAsync(TestHire hire)
    {
        var id = (await hire.CaseAsync()).Id;
        return await database.With<AppDbContext, Review>(db => db.Reviews.AsNoTracking().Where(r => r.CaseId == id).OrderByDescending(r => r.AskedUtc).FirstAsync(Token));
    }
}
