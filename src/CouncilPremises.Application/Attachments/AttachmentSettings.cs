using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Attachments;

/// <summary>Where files are kept and who scans them: section "Attachments" of the configuration.</summary>
public sealed record AttachmentSettings
{
    /// <summary>The folder of files, outside what the web server hands out. All web processes need the same one.</summary>
    public string Folder { get; set; } = "App_Data/attachments";

    /// <summary>Where ClamAV's clamd listens: host:port, or the path of a Unix socket. Empty when there is no scanner.</summary>
    public string Clamd { get; init; } = "";

    /// <summary>Seconds clamd has for one file.</summary>
    public int ClamdSeconds { get; init; } = 120;

    /// <summary>True when there is a scanner.</summary>
    public bool HasScanner => Clamd.Length > 0;
}

/// <summary>A sentence for each mistake in these settings.</summary>
public sealed class AttachmentSettingsCheck : IValidateOptions<AttachmentSettings>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AttachmentSettings options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Folder))
            mistakes.Add("Attachments:Folder is empty: name the folder in which files are kept.");
        if (options.HasScanner && ClamdAddress.Of(options.Clamd) is null)
            mistakes.Add("Attachments:Clamd is no address: write host:port, for example 127.0.0.1:3310, or the path of clamd's socket, for example /run/clamav/clamd.ctl.");
        if (options.ClamdSeconds is < 1 or > 3600)
            mistakes.Add("Attachments:ClamdSeconds is not a time: use 1 to 3600 seconds.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
