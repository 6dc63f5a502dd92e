using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Notices;

/// <summary>How mail leaves: section "Mail" of the configuration. Without <c>Mail:Smtp:Host</c> it is put into the pickup folder.</summary>
public sealed record MailSettings
{
    /// <summary>Folder of .eml files when no mail server is configured.</summary>
    public string PickupFolder { get; set; } = "App_Data/mail";

    /// <summary>The mail server.</summary>
    public SmtpSettings Smtp { get; init; } = new();
}

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Plain at first, then encrypted; refused when the server cannot.</summary>
    StartTls,

    /// <summary>Encrypted from the start.</summary>
    Tls,

    /// <summary>Not encrypted: for a server on the same machine.</summary>
    None,
}

/// <summary>The mail server.</summary>
public sealed record SmtpSettings
{
    /// <summary>Its name; empty for the pickup folder.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; init; }

    /// <summary>Who signs in; empty when nobody does.</summary>
    public string User { get; init; } = "";

    /// <summary>The password.</summary>
    public string Password { get; init; } = "";
}

/// <summary>A sentence for each mistake in the settings of mail.</summary>
internal sealed class MailSettingsCheck : IValidateOptions<MailSettings>
{
    public ValidateOptionsResult Validate(string? name, MailSettings options)
    {
        var mistakes = new List<string>();
        if (options.Smtp.Host.Length == 0 && string.IsNullOrWhiteSpace(options.PickupFolder))
            mistakes.Add("Mail:Smtp:Host and Mail:PickupFolder are both empty: letters have nowhere to go.");
        if (options.Smtp.Port is < 1 or > 65535)
            mistakes.Add("Mail:Smtp:Port is not a port: use 1 to 65535, usually 587.");
        if (options.Smtp.User.Length > 0 != options.Smtp.Password.Length > 0)
            mistakes.Add("Mail:Smtp:User and Mail:Smtp:Password belong together: give both or neither.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
