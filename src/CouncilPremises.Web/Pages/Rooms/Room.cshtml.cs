using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Rooms;

/// <summary>A room: its facts, a month of availability, and whether one time is free.</summary>
[AllowAnonymous]
public sealed class RoomModel(RoomQueries rooms, SlotCheck slots, CouncilTime time) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Date")]
    public DateOnly? Date { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Start time")]
    public TimeOnly? Start { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "End time")]
    public TimeOnly? End { get; set; }

    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthText { get; set; }

    public RoomFacts Room { get; private set; } = null!;

    public RoomMonth Month { get; private set; } = null!;

    /// <summary>Why the time asked about cannot be had; null when it is free or none was asked about.</summary>
    public string? Clash { get; private set; }

    public bool Asked => Date is not null && Start is not null && End is not null && ModelState.IsValid;

    public string MonthName => Month.First.ToString("MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    public DateOnly? Before => Month.First > ThisMonth ? Month.First.AddMonths(-1) : null;

    public DateOnly? After => Month.First < LastMonth ? Month.First.AddMonths(1) : null;

    private DateOnly ThisMonth => new(time.Today.Year, time.Today.Month, 1);

    private DateOnly LastMonth => ThisMonth.AddMonths(RoomQueries.MonthsShown - 1);

    public async Task<IActionResult> OnGetAsync(string room, CancellationToken cancellationToken)
    {
        if (await rooms.FindRoomAsync(room, cancellationToken) is not { } found)
            return NotFound();
        Room = found;
        await CheckAsync(cancellationToken);
        Month = await rooms.MonthAsync(Room.Id, ChosenMonth(), cancellationToken);
        return ModelState.IsValid ? Page() : this.PageWithMistakes();
    }

    /// <summary>Where a time of this room is asked for.</summary>
    public string AskHref(DateOnly day, DaySpan span) =>
        $"/hire/new?room={Room.Slug}&date={day:yyyy-MM-dd}&start={span.Starts:HH\\:mm}&end={span.Ends:HH\\:mm}";

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || (Date is null && Start is null && End is null))
            return;
        if (Date is null)
            ModelState.AddModelError(nameof(Date), "Enter the date");
        if (Start is null)
            ModelState.AddModelError(nameof(Start), "Enter when you want to start setting up, like 7pm");
        if (End is null)
            ModelState.AddModelError(nameof(End), "Enter when you will have cleared away, like 9pm");
        if (!ModelState.IsValid)
            return;
        var outcome = await slots.LookAsync(Room.Id, Date!.Value, new DaySpan(Start!.Value, End!.Value), cancellationToken);
        foreach (var mistake in outcome.Mistakes)
            ModelState.AddModelError(FieldOf(mistake), mistake.Sentence);
        Clash = outcome.Clash;
    }

    private static string FieldOf(Refusal mistake) => mistake.Field switch { "Day" => nameof(Date), "Starts" => nameof(Start), "Ends" => nameof(End), _ => "" };

    private DateOnly ChosenMonth()
    {
        if (MonthText is null)
            return Date is { } day && day >= time.Today && day < LastMonth.AddMonths(1) ? day : ThisMonth;
        if (DateOnly.TryParseExact(MonthText + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && month >= ThisMonth && month <= LastMonth)
            return month;
        ModelState.AddModelError("", $"We show {ThisMonth:MMMM yyyy} to {LastMonth:MMMM yyyy}, a month at a time. This is {ThisMonth:MMMM yyyy}");
        return ThisMonth;
    }
}
