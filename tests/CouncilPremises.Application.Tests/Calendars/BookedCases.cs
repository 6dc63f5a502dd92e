using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Tests.Calendars;

/// <summary>Applications that were sent, with dates walked to the state asked for.</summary>
internal static class BookedCases
{
    private static readonly OccurrenceFacts Facts = new(false, false, true);
    private static int number = 100;

    /// <summary>A sent application of a group for some days, 7pm to 9pm.</summary>
    public static async Task<Case> AddBookingAsync(
        this TestDatabase database, TestGroup group, Space space, IReadOnlyList<string> days, bool isConfirmed = true, HireAnswers? answers = null)
    {
        var now = database.Time.NowUtc;
        var reference = string.Create(CultureInfo.InvariantCulture, $"HB-2026-{Interlocked.Increment(ref number):00000}");
        var @case = new Case(Guid.CreateVersion7(), CaseKind.Hire, reference, group.Organisation.Id, group.Lead.Id, 1, 1, now);
        var facts = new CaseFacts { Tier = Tier.Standard, AnswersComplete = true, SignatoryNamed = true };
        @case.Take(HireWorkflow.Table.Try(@case.State, CaseAction.Submit, Roles.AnyGroupRole, facts).Value, now);
        var hire = new HireApplication(@case.Id, HirerKind.Group);
        if (answers is not null)
            hire.Save(answers, "event");
        foreach (var (day, at) in days.Select((day, at) => (DateOnly.Parse(day, CultureInfo.InvariantCulture), at)))
        {
            var (starts, ends) = (new TimeOnly(19, 0), new TimeOnly(21, 0));
            var slot = new OccurrenceSlot(day, starts, ends, CouncilTime.ToUtc(day, starts)!.Value, CouncilTime.ToUtc(day, ends)!.Value);
            var date = new Occurrence(Guid.CreateVersion7(), @case.Id, at + 1, space.Id, slot, 30, 30);
            if (isConfirmed)
                date.Take(OccurrenceWorkflow.Table.Try(date.State, OccurrenceAction.Confirm, Roles.System, Facts).Value, now);
            hire.Add(date);
        }

        await database.With<AppDbContext>(async db =>
        {
            db.Cases.Add(@case);
            db.HireApplications.Add(hire);
            await db.SaveChangesAsync();
        });
        return @case;
    }

    /// <summary>The hirer cancels one date.</summary>
    public static Task CancelAsync(this TestDatabase database, Case @case, int date) => database.With<AppDbContext>(async db =>
    {
        var occurrence = await db.Occurrences.SingleAsync(o => o.CaseId == @case.Id && o.Number == date);
        occurrence.Take(OccurrenceWorkflow.Table.Try(occurrence.State, OccurrenceAction.CancelByHirer, Roles.LeadContact, Facts).Value, database.Time.NowUtc);
        await db.SaveChangesAsync();
    });
}
