using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>How often, as people say it first.</summary>
public enum SeriesKind
{
    Once,
    Regular,
    Chosen,
}

/// <summary>B4 as the page asks it.</summary>
public sealed class WhenFields : IValidatableObject
{
    [Display(Name = "The room")]
    public Guid? SpaceId { get; set; }

    [Display(Name = "The date of your event")]
    public DateOnly? FirstDay { get; set; }

    [Display(Name = "The start time")]
    public TimeOnly? Start { get; set; }

    [Display(Name = "The end time")]
    public TimeOnly? End { get; set; }

    [Display(Name = "Whether it happens again")]
    public SeriesKind? Recurrence { get; set; }

    [Display(Name = "How often it happens")]
    public Repeats? HowOften { get; set; }

    [Display(Name = "The last date")]
    public DateOnly? Until { get; set; }

    [Display(Name = "The dates to leave out")]
    public string? Except { get; set; }

    [Display(Name = "The other days")]
    public string? Chosen { get; set; }

    /// <summary>Fills the boxes.</summary>
    public static WhenFields Of(WhenAnswers when) => new()
    {
        SpaceId = when.SpaceId,
        FirstDay = when.FirstDay,
        Start = when.Start,
        End = when.End,
        Recurrence = when.Recurrence.Repeats switch
        {
            Repeats.Once => SeriesKind.Once,
            Repeats.ChosenDates => SeriesKind.Chosen,
            Repeats.Weekly or Repeats.Fortnightly or Repeats.MonthlyByDate or Repeats.MonthlyByWeekday => SeriesKind.Regular,
        },
        HowOften = when.Recurrence.Repeats,
        Until = when.Recurrence.Until,
        Except = DayLines.Show(when.Recurrence.Except),
        Chosen = DayLines.Show(when.Recurrence.Chosen),
    };

    /// <summary>The answers in the boxes; what belongs to a choice not taken is dropped.</summary>
    public WhenAnswers ToAnswers()
    {
        DayLines.Read(Except, out var except);
        DayLines.Read(Chosen, out var chosen);
        return new WhenAnswers
        {
            SpaceId = SpaceId,
            FirstDay = FirstDay,
            Start = Start,
            End = End,
            Recurrence = Recurrence switch
            {
                SeriesKind.Regular => new Recurrence { Repeats = HowOften ?? Repeats.Weekly, Until = Until, Except = except.ToValueList() },
                SeriesKind.Chosen => new Recurrence { Repeats = Repeats.ChosenDates, Chosen = chosen.ToValueList() },
                SeriesKind.Once or null => new Recurrence(),
            },
        };
    }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Recurrence == SeriesKind.Regular && HowOften is null or Repeats.Once or Repeats.ChosenDates)
            yield return new ValidationResult("Choose how often it happens", [nameof(HowOften)]);
        if (Recurrence == SeriesKind.Regular && DayLines.Read(Except, out _) is { Count: > 0 } notLeftOut)
            yield return new ValidationResult($"“{Short(notLeftOut[0])}” is not a date. Write each date on its own line, like 31 3 2026", [nameof(Except)]);
        if (Recurrence == SeriesKind.Chosen && DayLines.Read(Chosen, out _) is { Count: > 0 } notChosen)
            yield return new ValidationResult($"“{Short(notChosen[0])}” is not a date. Write each date on its own line, like 31 3 2026", [nameof(Chosen)]);
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
