using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.Binding;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CouncilPremises.Web.Pages.Premises;

/// <summary>What an administrator types about a room. Lists are one a line; layouts read "theatre: 120".</summary>
public sealed class SpaceInput
{
    [Display(Name = "Name")]
    public string Name { get; set; } = "";

    [Display(Name = "Description")]
    public string Description { get; set; } = "";

    [Display(Name = "Layouts and how many people each holds")]
    public string Capacities { get; set; } = "";

    [Display(Name = "Equipment")]
    public string Equipment { get; set; } = "";

    [Display(Name = "Access features of the room itself")]
    public string AccessFeatures { get; set; } = "";

    [Display(Name = "Price of an hour"), Required(ErrorMessage = "Enter the price of an hour, 0 if there is none")]
    public Money? PricePerHour { get; set; }

    [Display(Name = "Minutes kept free before a booking"), Required(ErrorMessage = "Enter the minutes kept free before a booking, 0 if none")]
    public int? BufferBeforeMinutes { get; set; } = 30;

    [Display(Name = "Minutes kept free after a booking"), Required(ErrorMessage = "Enter the minutes kept free after a booking, 0 if none")]
    public int? BufferAfterMinutes { get; set; } = 30;

    [Display(Name = "The room takes bookings")]
    public bool IsOpenForHire { get; set; } = true;

    public static SpaceInput Of(SpaceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new SpaceInput
        {
            Name = facts.Name,
            Description = facts.Description,
            Capacities = string.Join('\n', facts.Capacities.Select(layout => string.Create(CultureInfo.InvariantCulture, $"{layout.Key}: {layout.Value}"))),
            Equipment = string.Join('\n', facts.Equipment),
            AccessFeatures = string.Join('\n', facts.AccessFeatures),
            PricePerHour = new Money(facts.PencePerHour),
            BufferBeforeMinutes = facts.BufferBeforeMinutes,
            BufferAfterMinutes = facts.BufferAfterMinutes,
            IsOpenForHire = facts.IsOpenForHire,
        };
    }

    /// <summary>Tells everything wrong at once: layouts that cannot be read, then what the rules say.</summary>
    public void TellMistakes(ModelStateDictionary modelState)
    {
        ArgumentNullException.ThrowIfNull(modelState);
        foreach (var line in LinesText.Read(Capacities).Where(line => Layout(line) is null))
            modelState.AddModelError("Input.Capacities", $"“{line}” is not a layout: write its name, a colon and a number, like theatre: 120");
        if (Layouts.GroupBy(layout => layout.Key, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
            modelState.AddModelError("Input.Capacities", "Enter each layout once");
        else
            modelState.TellOthers(PremisesRules.Mistakes(ToFacts()));
    }

    public SpaceFacts ToFacts() => new(
        Name, Description, Layouts.ToDictionary(layout => layout.Key, layout => layout.Value),
        LinesText.Read(Equipment), LinesText.Read(AccessFeatures), PricePerHour?.Pence ?? 0, BufferBeforeMinutes ?? 0, BufferAfterMinutes ?? 0, IsOpenForHire);

    private IEnumerable<KeyValuePair<string, int>> Layouts => LinesText.Read(Capacities).Select(Layout).OfType<KeyValuePair<string, int>>();

    private static KeyValuePair<string, int>? Layout(string line)
    {
        var colon = line.LastIndexOf(':');
        return colon > 0 && int.TryParse(line[(colon + 1)..], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var people)
            ? new(line[..colon].Trim(), people)
            : null;
    }
}
