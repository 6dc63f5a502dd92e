using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Calendars;

/// <summary>A calendar to download.</summary>
public sealed record CalendarFile(string Name, string Text);

/// <summary>The calendar of one application: every date that is or was booked.</summary>
public sealed class CalendarFiles(AppDbContext db, CouncilTime time, IOptions<NoticeSettings> settings)
{
    /// <summary>Writes the file; not found for those who may not see the case, and before a date has been booked.</summary>
    public async Task<Outcome<CalendarFile>> OfAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var visible = db.Cases.VisibleTo(actor, db).Where(c => c.Reference == reference);
        var dates = await db.Occurrences.AsNoTracking().Where(o => visible.Any(c => c.Id == o.CaseId)).ToListAsync(cancellationToken);
        var published = dates.Where(BookingCalendar.IsPublished).ToList();
        if (published.Count == 0)
            return Outcome.NotFound<CalendarFile>();
        var spaces = published.Select(date => date.SpaceId).Distinct().ToList();
        var rooms = await BookedRoom.Query(db).Where(room => spaces.Contains(room.SpaceId)).ToDictionaryAsync(room => room.SpaceId, cancellationToken);
        var entries = published.Select(date => new CalendarEntry(date, reference, rooms[date.SpaceId])).ToList();
        return Outcome.Ok(new CalendarFile(
            BookingCalendar.FileName(reference),
            BookingCalendar.Write(entries, CalendarMethod.Publish, settings.Value, time.NowUtc)));
    }
}
