using System.Globalization;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Domain.Attachments;

/// <summary>A file whose name and content agree.</summary>
/// <param name="Name">Its name, cleaned.</param>
/// <param name="Type">What it is.</param>
/// <param name="Purpose">What it is for, in its sender's words.</param>
public sealed record SoundFile(string Name, AttachmentType Type, string Purpose);

/// <summary>Which files are taken, how many and how large, and who may open or remove them. Limits are the product's own.</summary>
public static class AttachmentRules
{
    /// <summary>Largest file in bytes, itself included: 10 MB.</summary>
    public const long LargestFile = 10 * 1024 * 1024;

    /// <summary>Most files on one case, removed ones not counted.</summary>
    public const int MostFiles = 20;

    /// <summary>Most bytes of all files on one case together, removed ones not counted: 50 MB.</summary>
    public const long LargestCase = 50 * 1024 * 1024;

    /// <summary>Longest purpose, in characters.</summary>
    public const int LongestPurpose = 100;

    /// <summary>Fewest and most characters of an officer's reason to remove a file.</summary>
    public const int ShortestReason = 10, LongestReason = 500;

    private const string File = "File";

    /// <summary>Looks a file over: name, size, content, and that they agree.</summary>
    /// <param name="purpose">What the file is for.</param>
    /// <param name="givenName">The name its sender's computer gives it.</param>
    /// <param name="content">The file, which can be read from any place in it.</param>
    public static Outcome<SoundFile> Check(string? purpose, string? givenName, Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var words = string.Join(' ', (purpose ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var refusals = new List<Refusal>();
        if (words.Length is 0 or > LongestPurpose)
            refusals.Add(new Refusal("Length", $"Say what the file is in 1 to {LongestPurpose} characters, for example “Accounts 2025”.", "Purpose"));
        else if (Markings.Forbidden(words) is { } marking)
            refusals.Add(new Refusal("Marking", marking, "Purpose"));
        var name = AttachmentNames.Clean(givenName);
        if (Named(name, content.Length) is { } misnamed)
            refusals.Add(misnamed);
        if (refusals.Any(refusal => refusal.Field == File))
            return Outcome.Refused<SoundFile>(refusals);
        var said = AttachmentTypes.OfExtension(AttachmentNames.ExtensionOf(name))!.Value;
        var found = AttachmentContent.KindsOf(content);
        if (!found.Succeeded)
            refusals.AddRange(found.Refusals);
        else if (!found.Value.Contains(said))
            refusals.Add(Disagrees(said, found.Value));
        return refusals.Count > 0 ? Outcome.Refused<SoundFile>(refusals) : Outcome.Ok(new SoundFile(name, said, words));
    }

    /// <summary>Why no further file fits on a case; null when it does.</summary>
    /// <param name="files">Files there already.</param>
    /// <param name="bytes">Their bytes together.</param>
    /// <param name="size">Bytes of the new one.</param>
    public static Refusal? Fits(int files, long bytes, long size)
    {
        if (files >= MostFiles)
            return new Refusal("Count", $"There are {MostFiles} files already, which is the most. Remove one first, or put several documents into one PDF.", File);
        return bytes + size > LargestCase
            ? new Refusal("CaseSize", $"With this file there would be more than {Size(LargestCase)} in all. Remove a file first, or send a smaller one: a PDF is smaller than photographs.", File)
            : null;
    }

    /// <summary>Why this person may not open a file; null when they may. Nobody opens an infected one. The group opens its own; staff open what was found
    /// clean, and the rest only with <see cref="Permission.OpenUnscanned"/>.</summary>
    public static Refusal? Closed(ScanState scan, string? virus, bool isOwn, Roles staffRoles) => scan switch
    {
        ScanState.Infected => new Refusal("Infected", $"A virus was found in this file ({virus}), so nobody can open it. It was destroyed. Send or ask for the document again, from a computer that was checked."),
        ScanState.Clean => null,
        ScanState.Waiting or ScanState.NotScanned when isOwn || staffRoles.Has(Permission.OpenUnscanned) => null,
        ScanState.Waiting => new Refusal("Waiting", "This file has not been scanned for viruses yet. Try again in a few minutes. If it cannot wait, ask an approver or the information officer to open it."),
        ScanState.NotScanned => new Refusal("NotScanned", "This file was not scanned for viruses. Ask an approver or the information officer to open it."),
    };

    /// <summary>The group sends files while something is asked of it: in a draft, when the council asked for information or said that it may refuse, and to show
    /// that conditions are met.</summary>
    public static bool IsOpenToGroup(CaseState state) =>
        state is CaseState.Draft or CaseState.InfoRequested or CaseState.MindedToRefuse or CaseState.ApprovedWithConditions;

    /// <summary>The group takes back what it sent since it was asked; what was part of what it sent before stays.</summary>
    public static bool MayGroupRemove(CaseState state, DateTime? stateSinceUtc, bool byGroup, DateTime addedUtc) =>
        byGroup && IsOpenToGroup(state) && (state == CaseState.Draft || addedUtc >= stateSinceUtc);

    /// <summary>A size as people say it: "1.4 MB". A megabyte is 1,048,576 bytes.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} {(bytes == 1 ? "byte" : "bytes")}"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(bytes * 10m / 1024 / 1024) / 10:0.#} MB"),
    };

    internal static Outcome<IReadOnlyList<AttachmentType>> NotTaken() =>
        No("Type", $"The file is not one we can take, whatever its name says. Save it as {AttachmentTypes.InWords}, then choose it again.");

    internal static Outcome<IReadOnlyList<AttachmentType>> OldOffice() =>
        No("OldOffice", "The file has a password, or was saved in an old Office format. Take the password off and save it as .docx or .xlsx, or as a PDF.");

    internal static Outcome<IReadOnlyList<AttachmentType>> Broken() =>
        No("Broken", "The file is damaged or only half there. Open it on your computer, save it again, then choose it again.");

    internal static Outcome<IReadOnlyList<AttachmentType>> TooMuchInside() =>
        No("TooMuchInside", "The file unpacks to far more than its size. Save it as a PDF, then choose that.");

    internal static Outcome<IReadOnlyList<AttachmentType>> Macros() =>
        No("Macros", "The file holds macros, which we do not take. Save it without macros (.docx, .xlsx) or as a PDF, then choose it again.");

    private static Refusal? Named(string name, long size)
    {
        var extension = AttachmentNames.ExtensionOf(name);
        if (size == 0)
            return new Refusal("Empty", "The file is empty. Choose another one.", File);
        if (size > LargestFile)
            return new Refusal("Size", $"The file is larger than {Size(LargestFile)}. Send a smaller one: a PDF, or photographs with fewer pixels.", File);
        if (extension.ToUpperInvariant() is "DOCM" or "XLSM" or "DOTM" or "XLTM" or "XLSB")
            return Macros().Refusals[0];
        return AttachmentTypes.OfExtension(extension) is null
            ? new Refusal("Type", $"We cannot take {(extension.Length is > 0 and <= 10 ? $"a .{extension} file" : "this kind of file")}. Save it as {AttachmentTypes.InWords}, then choose it again.", File)
            : null;
    }

    private static Refusal Disagrees(AttachmentType said, IReadOnlyList<AttachmentType> found) => new("Disagrees",
        $"The name ends in .{said.Extension()}, but the file is not a {said.Name()}: it looks like a {found[^1].Name()}. Save it again as what it is, then choose it again.", File);

    private static Outcome<IReadOnlyList<AttachmentType>> No(string code, string sentence) =>
        Outcome.Refused<IReadOnlyList<AttachmentType>>(new Refusal(code, sentence, File));
}
