using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Shell;

/// <summary>Who the council is: section "Council" of the configuration.</summary>
public sealed record CouncilSettings
{
    /// <summary>The council's full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the service is called on every page.</summary>
    public string ServiceName { get; init; } = "Council rooms and grants";

    /// <summary>The council's colour as #rrggbb, dark enough for white words.</summary>
    public string Colour { get; init; } = "#1f4e5f";

    /// <summary>Where people write.</summary>
    public string Email { get; init; } = "";

    /// <summary>Where people call.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The council's postal address, on one line.</summary>
    public string Address { get; init; } = "";

    /// <summary>The data protection officer's e-mail address.</summary>
    public string DataProtectionEmail { get; init; } = "";
}

/// <summary>Demonstration mode: section "Demo".</summary>
public sealed record DemoSettings
{
    /// <summary>Says on every page that this is a demonstration. Off unless configured or in Development.</summary>
    public bool Enabled { get; init; }
}

/// <summary>A sentence for each mistake in the council's settings, told before the first page is served.</summary>
internal sealed partial class CouncilSettingsCheck : IValidateOptions<CouncilSettings>
{
    public ValidateOptionsResult Validate(string? name, CouncilSettings options)
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Name))
            mistakes.Add("Council:Name is empty: give the council's full name.");
        if (string.IsNullOrWhiteSpace(options.ServiceName))
            mistakes.Add("Council:ServiceName is empty: say what the service is called.");
        if (!options.Email.Contains('@', StringComparison.Ordinal))
            mistakes.Add("Council:Email is not an e-mail address: people need one to write to.");
        if (!options.DataProtectionEmail.Contains('@', StringComparison.Ordinal))
            mistakes.Add("Council:DataProtectionEmail is not an e-mail address: the privacy notice names it.");
        if (string.IsNullOrWhiteSpace(options.Phone))
            mistakes.Add("Council:Phone is empty: people need a number to call.");
        if (string.IsNullOrWhiteSpace(options.Address))
            mistakes.Add("Council:Address is empty: people need an address to write to.");
        if (!Hex().IsMatch(options.Colour))
            mistakes.Add("Council:Colour is not a colour: write it as #rrggbb, for example #1f4e5f.");
        else if (ContrastWithWhite(options.Colour) < 4.5)
            mistakes.Add($"Council:Colour {options.Colour} is too light for white words on it: choose a darker one (contrast of at least 4.5 to 1).");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    /// <summary>WCAG 2.2 contrast ratio between a colour and white.</summary>
    internal static double ContrastWithWhite(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(part => 1 + 2 * part)
            .Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05);
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Hex();
}
