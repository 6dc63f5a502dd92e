using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Rooms;

/// <summary>Finds a room: everything, or what fits the people and is free at the time.</summary>
[AllowAnonymous]
public sealed class IndexModel(RoomQueries rooms) : PageModel
{
    private const int RoomsAPage = 20;

    [BindProperty(SupportsGet = true), Display(Name = "Date")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Start time")]
    public TimeOnly? Starts { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "End time")]
    public TimeOnly? Ends { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Number of people"), Range(1, 100_000, ErrorMessage = "Number of people must be from 1 to 100,000")]
    public int? People { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Access")]
    public IReadOnlyList<string> Access { get; set; } = [];

    [BindProperty(SupportsGet = true), Display(Name = "Ward")]
    public string? Ward { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Venue")]
    public string? Venue { get; set; }

    [FromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    public RoomChoices Choices { get; private set; } = new([], [], []);

    public IReadOnlyList<Choice> AccessChoices => [.. Choices.AccessFeatures.Select(feature => new Choice(feature, feature))];

    public IReadOnlyList<Choice> WardChoices => [.. Choices.Wards.Select(ward => new Choice(ward, ward))];

    public IReadOnlyList<Choice> VenueChoices => [.. Choices.Venues.Select(venue => new Choice(venue.Slug, venue.Name))];

    public int Found { get; private set; }

    public int Pages => Math.Max(1, (Found + RoomsAPage - 1) / RoomsAPage);

    public int CurrentPage { get; private set; } = 1;

    public IReadOnlyList<RoomRow> Rooms { get; private set; } = [];

    public bool AsksForTime => ModelState.IsValid && Day is not null && Starts is not null && Ends is not null;

    /// <summary>"free on Tuesday 24 March 2026, 7pm to 9pm", when a time is asked for.</summary>
    public string Sentence => (Found, AsksForTime) switch
    {
        (1, true) => $"1 room is free on {PremisesWords.Day(Day!.Value)}, {PremisesWords.Span(Starts!.Value, Ends!.Value)}",
        (_, true) => $"{Found} rooms are free on {PremisesWords.Day(Day!.Value)}, {PremisesWords.Span(Starts!.Value, Ends!.Value)}",
        (1, false) => "1 room",
        _ => $"{Found} rooms",
    };

    /// <summary>What a room's link carries, so that its page can say at once whether it is free.</summary>
    public string TimeQuery => AsksForTime ? $"?date={Day:yyyy-MM-dd}&start={Starts:HH\\:mm}&end={Ends:HH\\:mm}" : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Choices = await rooms.ChoicesAsync(cancellationToken);
        AskForTheRestOfTheTime();
        // A mistake in one answer does not hide the rooms: it is told, and the answer left out
        var search = ModelState.IsValid
            ? new RoomSearch { Day = Day, Starts = Starts, Ends = Ends, People = People, Access = Access, Ward = Ward, Venue = Venue }
            : new RoomSearch { Access = Access, Ward = Ward, Venue = Venue };
        var found = await rooms.SearchAsync(search, cancellationToken);
        foreach (var refusal in found.Refusals)
            ModelState.AddModelError(refusal.Field ?? "", refusal.Sentence);
        Found = found.Rooms.Count;
        CurrentPage = int.TryParse(PageNumber, out var page) ? Math.Clamp(page, 1, Pages) : 1;
        Rooms = [.. found.Rooms.Skip((CurrentPage - 1) * RoomsAPage).Take(RoomsAPage)];
        return ModelState.IsValid ? Page() : this.PageWithMistakes();
    }

    private void AskForTheRestOfTheTime()
    {
        if (!ModelState.IsValid || (Day is null && Starts is null && Ends is null))
            return;
        if (Day is null)
            ModelState.AddModelError(nameof(Day), "Enter the date, so that we can look for rooms that are free");
        if (Starts is null)
            ModelState.AddModelError(nameof(Starts), "Enter when you want to start setting up, like 7pm");
        if (Ends is null)
            ModelState.AddModelError(nameof(Ends), "Enter when you will have cleared away, like 9pm");
    }
}
