using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Another day, time or room for one date, for all, or one more date. RULEBOOK 6.</summary>
public sealed class ChangeWhenModel(CaseFiles files, Changes changes, HireRooms rooms) : ApplicationPage(files)
{
    private const string All = "all";
    private const string New = "new";

    [BindProperty]
    public WhenInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    /// <summary>The dates that may still be changed.</summary>
    public IReadOnlyList<Choice> Dates
    {
        get
        {
            var dates = WhenDates.Each(Application.Open?.Answers ?? Application.Hire.Answers).Where(date => MayChange(date.Day))
                .Select(date => new Choice(Key(date.Day), $"{PremisesWords.Day(date.Day)}, {PremisesWords.Span(date.Start, date.End)}")).ToList();
            return [.. dates, .. dates.Count > 1 ? [new Choice(All, "All dates still to come")] : Array.Empty<Choice>(), new(New, "One more date")];
        }
    }

    protected override bool IsOpen => Application.Open?.Change is { RequestId: null } change && change.Sections.Contains(HireSection.When);

    protected override string Done => "Noted. Look it over and send it when everything is as you want it.";

    protected override string NextHref => HireSteps.Change(Reference);

    protected override async Task ReadAsync(CancellationToken cancellationToken) =>
        Rooms = [.. (await rooms.ListAsync(cancellationToken)).Select(room => new Choice(room.Id.ToString(), $"{room.Venue}: {room.Name} (holds {room.Capacity})"))];

    protected override async Task<Outcome> ActAsync(CancellationToken cancellationToken)
    {
        if (Mistake() is { } mistake)
            return Outcome.Refused(mistake);
        var which = DateOnly.TryParseExact(Input.Which, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var outcome = await changes.MoveAsync(Reference, new MoveDate(which, Input.Which == New, Input.Day, Input.Start, Input.End, Input.SpaceId), Me, cancellationToken);
        return outcome.Succeeded ? outcome : Outcome.Refused([.. outcome.Refusals.Select(refusal => refusal with { Field = FieldOf(refusal.Field) })]);
    }

    private Refusal? Mistake()
    {
        if (Dates.All(date => date.Value != Input.Which))
            return new Refusal("B4", "Choose which date you want to change", nameof(Input.Which));
        if (Input is { Day: null, Start: null, End: null, SpaceId: null })
            return new Refusal("B4", "Enter what is to be different: a day, a time or a room", nameof(Input.Day));
        if (Input is { Which: New, Day: null })
            return new Refusal("B4", "Enter the day of the new date", nameof(Input.Day));
        if (Input is { Which: All, Day: not null })
            return new Refusal("B4", "Choose one date to give it another day", nameof(Input.Day));
        if (Input.Day is not { } to || Input.Which == Key(to))
            return null;
        if (to <= Application.Today)
            return new Refusal("B4", "The new day must be in the future", nameof(Input.Day));
        return WhenDates.Each(Application.Open!.Answers).Any(date => date.Day == to)
            ? new Refusal("B4", "You already have a date on that day. Choose another day, or change that date instead", nameof(Input.Day))
            : null;
    }

    private bool MayChange(DateOnly day)
    {
        var date = Application.Hire.Occurrences.Where(date => date.Day == day).ToList();
        return date.Count == 0 ? day > Application.Today : date.Any(one => DatePlan.MayMove(one, Application.NowUtc));
    }

    // The page has one box for what the journey's page asks in several
    private static string? FieldOf(string? field) => field?.Split('.')[^1] switch
    {
        nameof(WhenAnswers.Start) => nameof(WhenInput.Start),
        nameof(WhenAnswers.End) => nameof(WhenInput.End),
        nameof(WhenAnswers.SpaceId) => nameof(WhenInput.SpaceId),
        null => null,
        _ => nameof(WhenInput.Day),
    };

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public sealed class WhenInput
    {
        [Display(Name = "Which date")]
        public string? Which { get; set; }

        [Display(Name = "The new day")]
        public DateOnly? Day { get; set; }

        [Display(Name = "The start time")]
        public TimeOnly? Start { get; set; }

        [Display(Name = "The end time")]
        public TimeOnly? End { get; set; }

        [Display(Name = "The room")]
        public Guid? SpaceId { get; set; }
    }
}
