using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B4: which room, and when.</summary>
public sealed class WhenModel(CaseFiles files, HireDrafts drafts, HireRooms rooms, CouncilTime time) : StepPage(files, drafts)
{
    [BindProperty]
    public WhenInput Input { get; set; } = new();

    public override HireStep Step => HireSteps.When;

    public IReadOnlyList<Choice> Rooms { get; private set; } = [];

    /// <summary>Regular repeats, in words.</summary>
    public static IReadOnlyList<Choice> Regular { get; } =
    [
        .. new[] { Repeats.Weekly, Repeats.Fortnightly, Repeats.MonthlyByDate, Repeats.MonthlyByWeekday }
            .Select(repeats => new Choice(repeats.ToString(), EnumChoices.Text(repeats))),
    ];

    /// <summary>A date four weeks ahead, as it is typed.</summary>
    public string Example => time.Today.AddDays(28).ToString("d M yyyy", CultureInfo.InvariantCulture);

    protected override async Task ReadAsync(CancellationToken cancellationToken) =>
        Rooms = [.. (await rooms.ListAsync(cancellationToken)).Select(r => new Choice(r.Id.ToString(), $"{r.Venue}: {r.Name} (holds {r.Capacity})"))];

    protected override void Show(HireAnswers answers) => Input.When = WhenFields.Of(answers.When);

    // A date that differs from the rest keeps its own room and time while its day stays
    protected override HireAnswers Apply(HireAnswers answers)
    {
        var when = Input.When.ToAnswers();
        var days = when.FirstDay is { } first ? when.Recurrence.Expand(first) : [];
        return answers with { When = when with { Otherwise = answers.When.Otherwise.Where(date => days.Contains(date.Day)).ToValueList() } };
    }

    protected override string? FieldOf(Refusal refusal) => refusal.Field switch
    {
        // A date that the clocks skip names the bare box
        nameof(WhenAnswers.Start) or nameof(WhenAnswers.End) or nameof(WhenAnswers.FirstDay) => $"When.{refusal.Field}",
        // Too many dates: the last date is asked for only when it repeats regularly
        "When.Until" when Input.When.Recurrence == SeriesKind.Chosen => "When.Chosen",
        var field => field,
    };

    public sealed class WhenInput
    {
        public WhenFields When { get; set; } = new();
    }
}
