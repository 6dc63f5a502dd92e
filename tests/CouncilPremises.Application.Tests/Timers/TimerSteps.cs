using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Premises;
using CouncilPremises.Application.Timers;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Timers;

/// <summary>Steps of the tests about time.</summary>
internal static class TimerSteps
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An ordinary application for an evening so many days ahead, once or for some weeks.</summary>
    public static HireBuilder HireAheadAsync(this TestDatabase database, int days, int weeks = 1)
    {
        var first = database.Time.Today.AddDays(days);
        var builder = A.Hire().On(first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "19:00-21:00");
        return weeks == 1
            ? builder
            : builder.Answering(answers => answers with
            {
                When = answers.When with { Recurrence = new Recurrence { Repeats = Repeats.Weekly, Until = first.AddDays(7 * (weeks - 1)) } },
            });
    }

    /// <summary>Sends an application whose declaration nobody has signed.</summary>
    public static async Task<TestHire> SentUnsignedAsync(this HireBuilder builder, TestDatabase database)
    {
        var hire = await builder.DraftAsync(database);
        (await database.With<HireSubmissions, Domain.Outcome>(submissions => submissions.SubmitAsync(hire.Reference, hire.Group.Lead, Ct))).Succeeded.ShouldBeTrue();
        return hire;
    }

    /// <summary>Asks the group for something.</summary>
    public static async Task AskAsync(this TestDatabase database, TestHire hire, Actor officer)
    {
        var version = await hire.VersionAsync();
        (await database.With<InformationRequests, Domain.Outcome>(requests =>
            requests.AskAsync(hire.Reference, new AskGroup([], "Who will be in charge of the doors?"), version, officer, Ct))).Succeeded.ShouldBeTrue();
    }

    /// <summary>Goes to the morning of a day.</summary>
    public static Task GoToAsync(this TestDatabase database, DateOnly day)
    {
        database.Clock.SetUtcNow(new DateTimeOffset(CaseWatch.MorningOf(day), TimeSpan.Zero).AddMinutes(30));
        return Task.CompletedTask;
    }

    /// <summary>The working day so many working days after a day.</summary>
    public static async Task<DateOnly> WorkingDayAsync(this TestDatabase database, DateOnly day, int count) =>
        (await database.With<BankHolidays, WorkingDays>(holidays => holidays.WorkingDaysAsync(Ct))).Add(day, count);

    /// <summary>Runs the timers until everything is caught up, and says what they did.</summary>
    public static async Task<IReadOnlyDictionary<TimerKind, int>> RunTimersAsync(this TestDatabase database, IServiceProvider? process = null)
    {
        var done = new Dictionary<TimerKind, int>();
        var holder = Guid.CreateVersion7();
        for (TimerReport? report = null; report is not { IsFinished: true };)
        {
            await using var scope = (process ?? database.Services).CreateAsyncScope();
            report = (await scope.ServiceProvider.GetRequiredService<TimerRun>().RunAsync(holder, Ct)).ShouldNotBeNull();
            foreach (var (kind, times) in report.Done)
                done[kind] = done.GetValueOrDefault(kind) + times;
        }

        await database.With<TimerLeases>(leases => leases.GiveBackAsync(holder, Ct));
        return done;
    }

    /// <summary>The letters of a case under a code.</summary>
    public static Task<List<OutboxMessage>> LettersAsync(this TestDatabase database, TestHire hire, NoticeCode code) =>
        database.With<AppDbContext, List<OutboxMessage>>(db =>
            db.OutboxMessages.AsNoTracking().Where(m => m.ThreadKey == hire.Reference && m.Notice == code).OrderBy(m => m.Id).ToListAsync(Ct));

    /// <summary>The dates of an application.</summary>
    public static Task<List<Occurrence>> DatesAsync(this TestDatabase database, TestHire hire) =>
        database.With<AppDbContext, List<Occurrence>>(db => db.Occurrences.AsNoTracking()
            .Where(o => db.Cases.Any(c => c.Id == o.CaseId && c.Reference == hire.Reference)).OrderBy(o => o.Number).ToListAsync(Ct));

    /// <summary>Quarter-hours held for an application.</summary>
    public static async Task<int> ClaimsAsync(this TestDatabase database, TestHire hire)
    {
        var ids = (await database.DatesAsync(hire)).ConvertAll(date => date.Id);
        return await database.With<AppDbContext, int>(db => db.Claims.CountAsync(claim => ids.Contains(claim.OwnerId), Ct));
    }
}
