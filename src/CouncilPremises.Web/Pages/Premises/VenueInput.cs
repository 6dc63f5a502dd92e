using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Binding;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>What an administrator types about a venue. Lists are one a line; hours are words: "8am to 10pm", "closed".</summary>
public sealed class VenueInput
{
    [Display(Name = "Name")]
    public string Name { get; set; } = "";

    [Display(Name = "Address")]
    public string Address { get; set; } = "";

    [Display(Name = "Ward")]
    public string Ward { get; set; } = "";

    [Display(Name = "Description")]
    public string Description { get; set; } = "";

    [Display(Name = "Access features")]
    public string AccessFeatures { get; set; } = "";

    public string Monday { get; set; } = "";

    public string Tuesday { get; set; } = "";

    public string Wednesday { get; set; } = "";

    public string Thursday { get; set; } = "";

    public string Friday { get; set; } = "";

    public string Saturday { get; set; } = "";

    public string Sunday { get; set; } = "";

    [Display(Name = "The venue’s own insurance covers hirers")]
    public bool CoversHirers { get; set; }

    [Display(Name = "The venue takes bookings")]
    public bool IsOpenForHire { get; set; } = true;

    private IEnumerable<(DayOfWeek Day, string Text)> Week =>
    [
        (DayOfWeek.Monday, Monday), (DayOfWeek.Tuesday, Tuesday), (DayOfWeek.Wednesday, Wednesday), (DayOfWeek.Thursday, Thursday),
        (DayOfWeek.Friday, Friday), (DayOfWeek.Saturday, Saturday), (DayOfWeek.Sunday, Sunday),
    ];

    public static VenueInput Of(VenueFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        string On(DayOfWeek day) => HoursText.Show(facts.Hours.Where(h => h.Day == day).Select(h => new DaySpan(h.Opens, h.Closes)));
        return new VenueInput
        {
            Name = facts.Name,
            Address = facts.Address,
            Ward = facts.Ward,
            Description = facts.Description,
            AccessFeatures = string.Join('\n', facts.AccessFeatures),
            CoversHirers = facts.CoversHirers,
            IsOpenForHire = facts.IsOpenForHire,
            Monday = On(DayOfWeek.Monday),
            Tuesday = On(DayOfWeek.Tuesday),
            Wednesday = On(DayOfWeek.Wednesday),
            Thursday = On(DayOfWeek.Thursday),
            Friday = On(DayOfWeek.Friday),
            Saturday = On(DayOfWeek.Saturday),
            Sunday = On(DayOfWeek.Sunday),
        };
    }

    /// <summary>Tells everything wrong at once: hours that cannot be read, then what the rules say.</summary>
    public void TellMistakes(ModelStateDictionary modelState)
    {
        ArgumentNullException.ThrowIfNull(modelState);
        foreach (var (day, _) in Week.Where(day => HoursText.Read(day.Text) is null))
            modelState.AddModelError($"Input.{day}", $"{day} must be hours like 8am to 10:30pm, or closed");
        modelState.TellOthers(PremisesRules.Mistakes(ToFacts()));
    }

    public VenueFacts ToFacts() => new(
        Name, Address, Ward, Description, LinesText.Read(AccessFeatures), CoversHirers, IsOpenForHire,
        [.. Week.SelectMany(day => (HoursText.Read(day.Text) ?? []).Select(span => new DayHours(day.Day, span.Starts, span.Ends)))]);
}

/// <summary>Adds what the rules say to what could not be read.</summary>
internal static class InputMistakes
{
    /// <summary>Tells each refusal at its field, unless something is wrong with that field already.</summary>
    public static void TellOthers(this ModelStateDictionary modelState, IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals.Where(refusal => modelState[$"Input.{refusal.Field}"] is not { Errors.Count: > 0 }))
            modelState.AddModelError($"Input.{refusal.Field}", refusal.Sentence);
    }
}
