using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.People;

/// <summary>What encrypts the keys that protect cookies, links and kept forms: section "Keys" of the configuration.</summary>
public sealed record KeySettings
{
    /// <summary>A PKCS #12 file (.pfx) with an RSA certificate and its private key; empty leaves the keys readable in the database.</summary>
    public string CertificateFile { get; init; } = "";

    /// <summary>The file's password.</summary>
    public string CertificatePassword { get; init; } = "";

    /// <summary>Files of certificates used before, with the same password, so that older keys can still be read after a change.</summary>
    public IReadOnlyList<string> FormerCertificateFiles { get; init; } = [];

    /// <summary>True when keys are encrypted where they are stored.</summary>
    public bool IsEncrypted => CertificateFile.Length > 0;
}

/// <summary>Encrypts data-protection keys at rest when a certificate is configured.</summary>
public static class KeyProtection
{
    /// <summary>Reads the certificates. One that cannot be read stops the start, and the first use of a key elsewhere, with a sentence.</summary>
    public static IServiceCollection AddKeyProtection(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Keys");
        var settings = section.Get<KeySettings>() ?? new KeySettings();
        var mistakes = new List<string>();
        var current = settings.IsEncrypted ? Read(settings.CertificateFile, settings, mistakes) : null;
        var former = settings.FormerCertificateFiles.Select(file => Read(file, settings, mistakes)).OfType<X509Certificate2>().ToList();
        services.AddOptions<KeySettings>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeySettings>>(new Check(mistakes));
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<KeySettings>>((keyOptions, settingsInUse) => ArgumentNullException.ThrowIfNull(settingsInUse.Value));
        var keys = services.AddDataProtection();
        if (current is not null)
            keys.ProtectKeysWithCertificate(current);
        if (former.Count > 0)
            keys.UnprotectKeysWithAnyCertificate([.. former]);
        return services;
    }

    /// <summary>Has the keys read when a page first needs one. As registered they are read before the first page is served, and that makes the start
    /// wait until the context has made its model. To be called when everything else is registered, because several of ASP.NET's own register it.</summary>
    public static IServiceCollection ReadKeysWhenNeeded(this IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        return services;
    }

    private static X509Certificate2? Read(string file, KeySettings settings, List<string> mistakes)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, settings.CertificatePassword);
            if (certificate.HasPrivateKey && certificate.GetRSAPublicKey() is not null)
                return certificate;
            mistakes.Add($"Keys: {Path.GetFileName(file)} must hold an RSA certificate with its private key.");
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException)
        {
            mistakes.Add($"Keys: {Path.GetFileName(file)} cannot be read. Check that the file is there, that the service may read it, and its password.");
        }

        return null;
    }

    private sealed class Check(IReadOnlyList<string> mistakes) : IValidateOptions<KeySettings>
    {
        public ValidateOptionsResult Validate(string? name, KeySettings options) =>
            mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
