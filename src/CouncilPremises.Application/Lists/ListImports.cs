using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Lists;

/// <summary>A list to be replaced by one file, or by several that make it up together, such as removed trustees and disqualified directors.</summary>
/// <param name="List">L1, L2 or L3.</param>
/// <param name="Files">The files.</param>
/// <param name="ConfirmShrink">Said after the question why the list is so much shorter.</param>
public sealed record ImportList(ListCode List, IReadOnlyList<ListUpload> Files, bool ConfirmShrink = false);

/// <summary>A file as somebody handed it over; its stream can be read twice and is left open.</summary>
public sealed record ListUpload(string FileName, Stream Content);

/// <summary>Taking list files: whole or not at all. What is wrong is told line by line, and the edition in use stays in use. RULEBOOK 5 XREF.</summary>
public sealed class ListImports(Editions editions)
{
    /// <summary>The act's name in the audit.</summary>
    public const string Action = "List.Import";

    /// <summary>The code of the refusal that asks whether a much shorter list is meant.</summary>
    public const string ShrinkCode = "Shrink";

    /// <summary>The code of a refusal about one line of a file.</summary>
    public const string LineCode = "Line";

    /// <summary>Imports a list and puts it in use.</summary>
    public async Task<Outcome<LiveList>> ImportAsync(ImportList input, Actor actor, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Editions.MayManage(actor))
            return await editions.PublishAsync(input.List, Action, _ => throw new InvalidOperationException("Asked without permission."), actor, null, cancellationToken);
        if (WrongRequest(input) is { } wrong)
            return await editions.RefuseAsync(input.List, Action, [wrong], actor, cancellationToken);

        var lists = new List<ParsedList>();
        foreach (var file in input.Files)
        {
            progress?.Report($"Reading {ShortName(file.FileName)}");
            var reading = Read(input.List, file.Content);
            if (reading.List is not { } list)
                return await editions.RefuseAsync(input.List, Action, [.. reading.Errors.Select(error => Sentence(input, file, error))], actor, cancellationToken);
            lists.Add(list);
        }

        var entries = lists.SelectMany(list => list.Entries).DistinctBy(entry => entry.Key).ToList();
        var source = new ListSource(
            EntryBuilder.Cut(string.Join(", ", input.Files.Select(file => ShortName(file.FileName))), 260), HashOf(lists), lists.Max(list => list.PublishedOn), entries.Count);
        var edition = new NewEdition(source, id => entries.Select(entry => entry.ToListEntry(id)), new { input.List, source.FileName, source.Hash, source.EntryCount, input.ConfirmShrink });
        return await editions.PublishAsync(
            input.List, Action, live => Task.FromResult(WhyNot(input, source, live) is { } refusal ? Outcome.Refused<NewEdition>(refusal) : Outcome.Ok(edition)),
            actor, progress, cancellationToken);
    }

    private static Refusal? WrongRequest(ImportList input) => input switch
    {
        { List: ListCode.L4 } => new("List", "The council's own decisions are read from its cases and cannot be imported.", nameof(input.List)),
        { List: ListCode.L5 } => new("List", "Partner notices are entered by hand, one by one.", nameof(input.List)),
        { Files.Count: 0 } => new("Required", "Choose the file to import.", nameof(input.Files)),
        { List: not ListCode.L3, Files.Count: > 1 } => new("OneFile", "This list comes in one file. Choose one.", nameof(input.Files)),
        _ => null,
    };

    private static Refusal? WhyNot(ImportList input, ListSource source, ListVersion? live)
    {
        if (live is null)
            return null;
        if (live.Hash == source.Hash)
            return new("Same", $"This file is in use already: it was imported on {Day(CouncilTime.DayOf(live.ImportedUtc))}. Nothing was changed.", nameof(input.Files));
        if (!input.ConfirmShrink && ListUpkeep.ShrinksTooFar(live.EntryCount, source.EntryCount))
            return new(ShrinkCode, string.Create(CultureInfo.InvariantCulture,
                $"This file has {source.EntryCount:N0} entries; the edition in use has {live.EntryCount:N0}. If it is meant to be that much shorter, confirm it and import again."),
                nameof(input.ConfirmShrink));
        return null;
    }

    /// <summary>Reads a file as the list's publisher writes it. The Sanctions List is known by its first line from the older OFSI file.</summary>
    internal static ListFileReading Read(ListCode list, Stream content) => list switch
    {
        ListCode.L1 => ProscribedRegisterFile.Read(content),
        ListCode.L2 => FirstLine(content).StartsWith("Last Updated", StringComparison.OrdinalIgnoreCase) ? OfsiListFile.Read(content) : UkSanctionsListFile.Read(content),
        ListCode.L3 => DisqualifiedListFile.Read(content),
        ListCode.L4 or ListCode.L5 => throw new ArgumentOutOfRangeException(nameof(list), list, "This list has no file."),
    };

    private static string FirstLine(Stream content)
    {
        var start = content.Position;
        var bytes = new byte[64];
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        content.Position = start;
        return Encoding.UTF8.GetString(bytes, 0, read).TrimStart('\uFEFF', '"', ' ');
    }

    // Several files are told apart by name; one needs none.
    private static Refusal Sentence(ImportList input, ListUpload file, ListFileError error) =>
        new(LineCode, input.Files.Count == 1 ? error.ToString() : $"{ShortName(file.FileName)}, {error}", nameof(input.Files));

    private static string HashOf(List<ParsedList> lists) => lists.Count == 1
        ? lists[0].Hash
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lists.Select(list => list.Hash).Order(StringComparer.Ordinal)))));

    // Browsers and people may give a path; only its end says anything.
    private static string ShortName(string name) =>
        new([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}
