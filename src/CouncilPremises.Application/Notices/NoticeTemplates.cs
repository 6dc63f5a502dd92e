using CouncilPremises.Domain.Notices;

namespace CouncilPremises.Application.Notices;

/// <summary>The words that come with the product, one file a notice, read once. What is wrong with them is told before the first page is served.
/// A council's own words go before them: <see cref="NoticeLetters"/>.</summary>
public sealed class NoticeTemplates
{
    private readonly Dictionary<NoticeCode, NoticeTemplate> templates = [];
    private readonly Dictionary<NoticeCode, string> texts = [];

    /// <summary>Reads the letters of a folder.</summary>
    public NoticeTemplates(string folder)
    {
        var mistakes = new List<string>();
        foreach (var code in NoticePlaceholders.Letters)
            mistakes.AddRange(Read(code, Path.Combine(folder, $"{code}.md")));
        Mistakes = mistakes;
    }

    /// <summary>A sentence for each letter that is missing, cannot be read, or names a placeholder it may not or not one it must.</summary>
    public IReadOnlyList<string> Mistakes { get; }

    /// <summary>The letter of a notice.</summary>
    public NoticeTemplate this[NoticeCode code] => templates[code];

    /// <summary>Its text as the file holds it.</summary>
    public string TextOf(NoticeCode code) => texts[code];

    /// <summary>What is wrong with a text as the letter of a notice, a sentence each; empty when it may be used.</summary>
    public static IReadOnlyList<string> MistakesOf(NoticeCode code, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var named = NoticeTemplate.Parse(text).Placeholders;
            var required = NoticePlaceholders.Required(code).ToList();
            return
            [
                .. required.Except(named).Select(name => $"The letter does not say {{{{{name}}}}}, which it must."),
                .. named.Except(required).Except(NoticePlaceholders.Optional(code)).Select(name => $"The letter names {{{{{name}}}}}, which is not a placeholder of {code}."),
            ];
        }
        catch (FormatException wrong)
        {
            return [$"The letter cannot be read: {wrong.Message}."];
        }
    }

    private IReadOnlyList<string> Read(NoticeCode code, string path)
    {
        if (!File.Exists(path))
            return [$"The letter {code} is missing: {Path.GetFullPath(path)} was not found. Set Notices:Folder to the folder that holds the letters."];
        var text = File.ReadAllText(path);
        var mistakes = MistakesOf(code, text);
        if (mistakes.Count == 0)
            (templates[code], texts[code]) = (NoticeTemplate.Parse(text), text);
        return [.. mistakes.Select(mistake => $"{code} ({path}): {mistake}")];
    }
}
