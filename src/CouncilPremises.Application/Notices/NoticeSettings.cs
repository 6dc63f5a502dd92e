using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Notices;

/// <summary>Who writes the letters and where their links lead: section "Council" of the configuration.</summary>
public sealed record NoticeSettings
{
    /// <summary>The council's full name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where people write; also the sender of every mail.</summary>
    public string Email { get; init; } = "";

    /// <summary>Where people call.</summary>
    public string Phone { get; init; } = "";

    /// <summary>The address of the service as people type it: links in letters begin with it.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>Host of the public address: what Message-IDs and calendar UIDs end in.</summary>
    public string Host => new Uri(PublicAddress).Host;

    /// <summary>Whom to ask, in one line.</summary>
    public string Contact => $"{Phone} or {Email}";

    /// <summary>The address of a page, given its path.</summary>
    public Uri LinkTo(string path) => new(new Uri(PublicAddress), path);
}

/// <summary>A sentence for each mistake in what letters need: the address links begin with, and the templates.</summary>
internal sealed class NoticeSettingsCheck(NoticeTemplates templates) : IValidateOptions<NoticeSettings>
{
    public ValidateOptionsResult Validate(string? name, NoticeSettings options)
    {
        var mistakes = new List<string>();
        if (!Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            mistakes.Add("Council:PublicAddress is not an address: give the one people type, such as https://rooms.example.gov.uk. Links in letters begin with it.");
        if (!options.Email.Contains('@', StringComparison.Ordinal))
            mistakes.Add("Council:Email is not an e-mail address: letters are sent from it.");
        mistakes.AddRange(templates.Mistakes);
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}

/// <summary>Where the templates are: <c>Notices:Folder</c>, or <c>notices</c> in the seed folder beside the program.</summary>
internal static class NoticeFolder
{
    public static string Of(IConfiguration configuration) =>
        configuration["Notices:Folder"] is { Length: > 0 } folder
            ? folder
            : Path.Combine(configuration["Seed:Folder"] is { Length: > 0 } seed ? seed : Path.Combine(AppContext.BaseDirectory, "seed"), "notices");
}
