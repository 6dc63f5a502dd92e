using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>A date that is held or booked: room and time only, because administrators have no part in cases. RULEBOOK 1.</summary>
internal sealed record BookedDate(string Room, Guid SpaceId, DateOnly Day, TimeOnly Starts, TimeOnly Ends)
{
    public string Sentence => $"{Room}, {PremisesWords.Day(Day)}, {PremisesWords.Span(Starts, Ends)}";
}

/// <summary>Future dates that a change of premises would touch.</summary>
public sealed class BookedDates(AppDbContext db, CouncilTime time)
{
    private const int MostListed = 30;

    /// <summary>Held and booked dates of a venue that new weekly hours would leave outside.</summary>
    internal async Task<IReadOnlyList<BookedDate>> OutsideAsync(Guid venueId, IReadOnlyList<DayHours> hours, CancellationToken cancellationToken)
    {
        var calendar = new VenueCalendar(hours, [], new SpaceTree([]));
        var (spaces, today) = (db.Spaces.Where(s => s.VenueId == venueId).Select(s => s.Id), time.Today);
        var dates = await UpcomingAsync(today, DateOnly.MaxValue, spaces, cancellationToken);
        return [.. dates.Where(date => !calendar.HoursOn(date.Day.DayOfWeek).Any(span => span.Covers(new DaySpan(date.Starts, date.Ends))))];
    }

    /// <summary>Held and booked dates between two days, both included, that need any of these leaves.</summary>
    internal async Task<IReadOnlyList<BookedDate>> UsingAsync(IReadOnlyCollection<Guid> leaves, DateOnly firstDay, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var nowUtc = time.NowUtc;
        int first = Quarters.Of(CouncilTime.ToUtc(firstDay, TimeOnly.MinValue)!.Value), end = Quarters.Of(CouncilTime.ToUtc(lastDay.AddDays(1), TimeOnly.MinValue)!.Value);
        var owners = db.Claims
            .Where(c => leaves.Contains(c.SpaceId) && c.Quarter >= first && c.Quarter < end && (c.ExpiresUtc == null || c.ExpiresUtc > nowUtc))
            .Select(c => c.OwnerId).Distinct();
        return await (
            from occurrence in db.Occurrences.AsNoTracking()
            join space in db.Spaces on occurrence.SpaceId equals space.Id
            where owners.Contains(occurrence.Id)
            orderby occurrence.StartUtc
            select new BookedDate(space.Name, space.Id, occurrence.Day, occurrence.Starts, occurrence.Ends)).ToListAsync(cancellationToken);
    }

    /// <summary>A refusal that says why, lists each date, and says who helps.</summary>
    internal static IReadOnlyList<Refusal> Refuse(string why, IReadOnlyList<BookedDate> dates, string field) =>
    [
        new Refusal("Booked", $"{why} ({dates.Count})", field),
        .. dates.Take(MostListed).Select(date => new Refusal("Booked", date.Sentence)),
        .. dates.Count > MostListed ? [new Refusal("Booked", $"and {dates.Count - MostListed} more")] : Array.Empty<Refusal>(),
        new Refusal("Booked", "Who booked them is not shown to administrators. Send this list to a facilities approver, who moves or cancels the dates or orders a closure; then save again here"),
    ];

    /// <summary>Held and booked dates of a room for which more people are expected than it would hold.</summary>
    internal async Task<IReadOnlyList<BookedDate>> AboveAsync(Guid spaceId, int capacity, CancellationToken cancellationToken)
    {
        var nowUtc = time.NowUtc;
        var dates = await (
            from occurrence in db.Occurrences.AsNoTracking()
            join space in db.Spaces on occurrence.SpaceId equals space.Id
            join hire in db.HireApplications on occurrence.CaseId equals hire.CaseId
            where occurrence.SpaceId == spaceId && occurrence.StartUtc > nowUtc
                && db.Claims.Any(c => c.OwnerId == occurrence.Id && (c.ExpiresUtc == null || c.ExpiresUtc > nowUtc))
            orderby occurrence.StartUtc
            select new { Date = new BookedDate(space.Name, space.Id, occurrence.Day, occurrence.Starts, occurrence.Ends), hire.Answers }).ToListAsync(cancellationToken);
        return [.. dates.Where(one => one.Answers?.Attendance?.People > capacity).Select(one => one.Date)];
    }

    private async Task<IReadOnlyList<BookedDate>> UpcomingAsync(DateOnly firstDay, DateOnly lastDay, IQueryable<Guid> spaces, CancellationToken cancellationToken)
    {
        var nowUtc = time.NowUtc;
        return await (
            from occurrence in db.Occurrences.AsNoTracking()
            join space in db.Spaces on occurrence.SpaceId equals space.Id
            where spaces.Contains(occurrence.SpaceId) && occurrence.StartUtc > nowUtc && occurrence.Day >= firstDay && occurrence.Day <= lastDay
                && db.Claims.Any(c => c.OwnerId == occurrence.Id && (c.ExpiresUtc == null || c.ExpiresUtc > nowUtc))
            orderby occurrence.StartUtc
            select new BookedDate(space.Name, space.Id, occurrence.Day, occurrence.Starts, occurrence.Ends)).ToListAsync(cancellationToken);
    }
}
