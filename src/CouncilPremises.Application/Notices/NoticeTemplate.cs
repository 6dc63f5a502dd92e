using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CouncilPremises.Application.Notices;

/// <summary>A letter as rendered: nothing in it is markup but what the template's own blocks made.</summary>
public sealed record RenderedNotice(string Subject, string Text, string Html)
{
    /// <summary>Its blocks, so that a page can show it as it looks without trusting any markup.</summary>
    public IReadOnlyList<LetterBlock> Blocks { get; init; } = [];
}

/// <summary>What a block of a letter is.</summary>
public enum LetterBlockKind
{
    /// <summary>Words.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A list, a line an item.</summary>
    List,
}

/// <summary>A block of a rendered letter.</summary>
public sealed record LetterBlock(LetterBlockKind Kind, IReadOnlyList<string> Lines);

/// <summary>A letter with holes: a subject, then headings, lists and paragraphs. The format is told in <c>seed/notices/README.md</c>.</summary>
public sealed partial class NoticeTemplate
{
    private const int LongestSubject = 300;
    private readonly string subject;
    private readonly IReadOnlyList<Block> blocks;

    private NoticeTemplate(string subject, IReadOnlyList<Block> blocks)
    {
        (this.subject, this.blocks) = (subject, blocks);
        Placeholders = [.. blocks.SelectMany(block => block.Lines).Append(subject)
            .SelectMany(line => Placeholder().Matches(line)).Select(hole => hole.Groups[1].Value).Distinct()];
    }

    /// <summary>Every placeholder it names.</summary>
    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">It has no subject or no text, or a brace that belongs to no placeholder; the message says which.</exception>
    public static NoticeTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var front = FrontMatter().Match(text.ReplaceLineEndings("\n"));
        if (!front.Success)
            throw new FormatException("it must begin with ---, a line 'subject: ...' and --- again");
        var blocks = BlockBreak().Split(front.Groups["body"].Value.Trim('\n'))
            .Select(block => block.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList())
            .Where(lines => lines.Count > 0).Select(Block.Of).ToList();
        var template = new NoticeTemplate(front.Groups["subject"].Value.Trim(), blocks);
        if (blocks.Count == 0)
            throw new FormatException("it has no text");
        if (blocks.SelectMany(block => block.Lines).Append(template.subject).FirstOrDefault(HasStrayBrace) is { } stray)
            throw new FormatException($"a placeholder is written {{{{name}}}} or {{{{name?}}}}, which this line gets wrong: {stray}");
        return template;
    }

    /// <summary>The same letter with several paragraphs in the place of one that is only a placeholder.</summary>
    internal NoticeTemplate WithParagraphs(string name, IReadOnlyList<string> paragraphs) => new(subject,
        [.. blocks.SelectMany(block => block is { Kind: LetterBlockKind.Paragraph } && block.Lines[0] == $"{{{{{name}}}}}"
            ? paragraphs.Select(text => new Block(LetterBlockKind.Paragraph, [Plain(text)]) { IsFilled = true }) : [block])]);

    /// <summary>Fills the holes. A value that must be there and is not is a mistake in the code that asked.</summary>
    public RenderedNotice Render(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var filled = WithoutEmptyHeadings(blocks.Select(block => Fill(block, values)).Where(block => block.Lines.Count > 0).ToList());
        var line = FillLine(subject, values)[0];
        return new RenderedNotice(
            line.Length <= LongestSubject ? line : line[..LongestSubject],
            string.Join("\n\n", filled.Select(AsText)) + "\n",
            Page(line, filled))
        { Blocks = [.. filled.Select(block => new LetterBlock(block.Kind, block.Lines))] };
    }

    /// <summary>Anything that is not a printable character, line breaks included, becomes a space: a value can make no line or header of its own.</summary>
    public static string Plain(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var plain = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            plain.Append(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFFFD ? " " : rune.ToString());
        return Spaces().Replace(plain.ToString(), " ").Trim();
    }

    private static Block Fill(Block block, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        block.IsFilled ? block : block with { Lines = [.. block.Lines.SelectMany(line => FillLine(line, values, block.Kind == LetterBlockKind.List))] };

    // No line when an optional value is missing; several when a list item is one placeholder with several values
    private static List<string> FillLine(string line, IReadOnlyDictionary<string, IReadOnlyList<string>> values, bool isItem = false)
    {
        var holes = Placeholder().Matches(line);
        if (holes.Any(hole => hole.Groups[2].Success && Of(hole, values).Count == 0))
            return [];
        if (isItem && holes.Count == 1 && holes[0].Length == line.Length)
            return Needed(holes[0], values);
        return [Placeholder().Replace(line, hole => string.Join("; ", Needed(hole, values)))];
    }

    private static List<string> Needed(Match hole, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        Of(hole, values) is { Count: > 0 } found ? found : throw new InvalidOperationException($"The letter needs a value for {hole.Value}.");

    private static List<string> Of(Match hole, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.TryGetValue(hole.Groups[1].Value, out var found) ? [.. found.Select(Plain).Where(value => value.Length > 0)] : [];

    private static List<Block> WithoutEmptyHeadings(List<Block> filled) =>
        [.. filled.Where((block, at) => block.Kind != LetterBlockKind.Heading || (at + 1 < filled.Count && filled[at + 1].Kind != LetterBlockKind.Heading))];

    private static string AsText(Block block) => block.Kind switch
    {
        LetterBlockKind.Heading => $"{block.Lines[0]}\n{new string('-', block.Lines[0].Length)}",
        LetterBlockKind.List => string.Join("\n", block.Lines.Select(item => $"* {item}")),
        LetterBlockKind.Paragraph => string.Join(" ", block.Lines),
    };

    private static string AsHtml(Block block) => block.Kind switch
    {
        LetterBlockKind.Heading => $"<h2>{Escaped(block.Lines[0])}</h2>",
        LetterBlockKind.List => $"<ul>\n{string.Join("\n", block.Lines.Select(item => $"<li>{Escaped(item)}</li>"))}\n</ul>",
        LetterBlockKind.Paragraph => $"<p>{Escaped(string.Join(" ", block.Lines))}</p>",
    };

    private static string Page(string title, IReadOnlyList<Block> filled) =>
        $"""
         <!DOCTYPE html>
         <html lang="en-GB">
         <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
         <body>
         {string.Join("\n", filled.Select(AsHtml))}
         </body>
         </html>

         """;

    // A web address that ends a line is a link with the address as its words
    private static string Escaped(string line)
    {
        var address = Address().Match(line);
        return address.Success
            ? $"{WebUtility.HtmlEncode(line[..address.Index])}<a href=\"{WebUtility.HtmlEncode(address.Value)}\">{WebUtility.HtmlEncode(address.Value)}</a>"
            : WebUtility.HtmlEncode(line);
    }

    private static bool HasStrayBrace(string line) => Placeholder().Replace(line, "").AsSpan().ContainsAny('{', '}');

    [GeneratedRegex(@"\{\{([a-z_]+)(\?)?\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\A\uFEFF?---\nsubject:(?<subject>[^\n]+)\n---\n(?<body>.*)\z", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\n[ \t]*\n+")]
    private static partial Regex BlockBreak();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=^|\s)https?://[^\s<>""']+$")]
    private static partial Regex Address();

    private sealed record Block(LetterBlockKind Kind, IReadOnlyList<string> Lines)
    {
        // Text that came as a value is never looked at for holes
        public bool IsFilled { get; init; }

        public static Block Of(IReadOnlyList<string> lines)
        {
            if (lines.Count == 1 && lines[0].StartsWith("## ", StringComparison.Ordinal))
                return new(LetterBlockKind.Heading, [lines[0][3..].Trim()]);
            return lines.All(line => line.StartsWith("- ", StringComparison.Ordinal))
                ? new(LetterBlockKind.List, [.. lines.Select(line => line[2..].Trim())])
                : new(LetterBlockKind.Paragraph, [string.Join(" ", lines)]);
        }
    }
}
