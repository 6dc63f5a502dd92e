using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Tests.Premises;

/// <summary>Books slots through the real claims, as an application does: dates and claims in one transaction.</summary>
internal static class Slots
{
    private static int number;

    /// <summary>"2026-03-24", "19:00-21:00" in a space, with the buffers of the space.</summary>
    public static Occurrence Date(Case @case, Space space, string day, string times, int at = 1)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var parts = times.Split('-').Select(part => TimeOnly.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var utc = new DaySpan(parts[0], parts[1]).On(date)!.Value;
        var slot = new OccurrenceSlot(date, parts[0], parts[1], utc.StartUtc, utc.EndUtc);
        return new Occurrence(Guid.CreateVersion7(), @case.Id, at, space.Id, slot, space.BufferBeforeMinutes, space.BufferAfterMinutes);
    }

    /// <summary>Books these dates of one space for a new application; what <see cref="Claims"/> said.</summary>
    public static async Task<(Outcome Outcome, IReadOnlyList<Occurrence> Dates)> BookAsync(
        this TestDatabase database, Space space, params (string Day, string Times)[] slots)
    {
        var group = await A.Group().AddAsync(database);
        return await BookAsync(database.Services, database, group, space, slots);
    }

    /// <summary>As above, for a group there is already, in a process of choice.</summary>
    public static async Task<(Outcome Outcome, IReadOnlyList<Occurrence> Dates)> BookAsync(
        IServiceProvider process, TestDatabase database, TestGroup group, Space space, params (string Day, string Times)[] slots)
    {
        await using var scope = process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var claims = scope.ServiceProvider.GetRequiredService<Claims>();
        IReadOnlyList<Occurrence> dates = [];
        var outcome = await scope.ServiceProvider.GetRequiredService<Transactions>().RunAsync(async token =>
        {
            var reference = $"HB-2026-{Interlocked.Increment(ref number):00000}";
            var @case = new Case(Guid.CreateVersion7(), CaseKind.Hire, reference, group.Organisation.Id, group.Lead.Id, 1, 1, database.Time.NowUtc);
            var application = new HireApplication(@case.Id, HirerKind.Group);
            dates = [.. slots.Select((slot, index) => Date(@case, space, slot.Day, slot.Times, index + 1))];
            foreach (var date in dates)
                application.Add(date);
            var claimed = await claims.ClaimAsync(dates, token);
            if (!claimed.Succeeded)
                return claimed;
            db.Cases.Add(@case);
            db.HireApplications.Add(application);
            await db.SaveChangesAsync(token);
            return Outcome.Ok();
        }, CancellationToken.None);
        return (outcome, dates);
    }
}
