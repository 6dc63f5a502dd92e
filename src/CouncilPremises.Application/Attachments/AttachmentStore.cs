using System.Security.Cryptography;
using CouncilPremises.Domain.Attachments;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Attachments;

/// <summary>The folder of files. Each stands under a generated name, encrypted with the keys that protect cookies, and is never changed.</summary>
/// <remarks>A file is written beside its name first and takes its name only when its record is saved. So what a crash leaves is a file beside its name: with a
/// record it takes its name later, without one it goes. Files that have their name are never swept: a database restored by mistake destroys none.</remarks>
public sealed class AttachmentStore(IOptions<AttachmentSettings> settings, IDataProtectionProvider protection, ILogger<AttachmentStore> log)
{
    private const string Unsettled = ".part";
    private const int NameLength = 32;

    /// <summary>Writes a file beside its future name, piece by piece.</summary>
    public async Task<KeptFile> WriteAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(settings.Value.Folder);
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameLength / 2));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            content.Position = 0;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var file = new FileStream(PathOf(name) + Unsettled, options);
            var size = await SealedFile.WriteAsync(content, file, Protector(name), hash, cancellationToken);
            // On the disk before its record is in the database
            file.Flush(flushToDisk: true);
            return new KeptFile(name, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            File.Delete(PathOf(name) + Unsettled);
            throw;
        }
    }

    /// <summary>Gives a file its name, now that its record is saved.</summary>
    public void Settle(string storedName)
    {
        if (File.Exists(PathOf(storedName) + Unsettled))
            File.Move(PathOf(storedName) + Unsettled, PathOf(storedName));
    }

    /// <summary>Opens a file for reading from its start; null when it is not there or cannot be decrypted.</summary>
    public async Task<Stream?> OpenAsync(string storedName, CancellationToken cancellationToken)
    {
        var path = File.Exists(PathOf(storedName)) ? PathOf(storedName) : PathOf(storedName) + Unsettled;
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, FileOptions.Asynchronous | FileOptions.SequentialScan);
            var opened = new SealedFile(file, Protector(storedName));
            await opened.ReadFirstAsync(cancellationToken);
            return opened;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException or InvalidDataException)
        {
            if (file is not null)
                await file.DisposeAsync();
            log.LogError("The file {StoredName} cannot be read: {Problem}", storedName, problem.GetType().Name);
            return null;
        }
    }

    /// <summary>Erases a file; nothing happens when it is gone already.</summary>
    public void Erase(string storedName)
    {
        if (!Directory.Exists(settings.Value.Folder))
            return;
        File.Delete(PathOf(storedName));
        File.Delete(PathOf(storedName) + Unsettled);
    }

    /// <summary>Names of files that were written before a moment and have not taken their name: a process died over them.</summary>
    public IEnumerable<string> Unnamed(DateTime beforeUtc) =>
        Directory.Exists(settings.Value.Folder)
            ? Directory.EnumerateFiles(settings.Value.Folder, "*" + Unsettled)
                .Where(path => File.GetLastWriteTimeUtc(path) < beforeUtc)
                .Select(path => Path.GetFileNameWithoutExtension(path))
            : [];

    private IDataProtector Protector(string storedName) => protection.CreateProtector("CouncilPremises attachments", storedName);

    // Names are our own; whatever else gets here must not lead out of the folder
    private string PathOf(string storedName) =>
        storedName.Length == NameLength && storedName.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(settings.Value.Folder, storedName)
            : throw new ArgumentException("This is not the name of a kept file.", nameof(storedName));
}
