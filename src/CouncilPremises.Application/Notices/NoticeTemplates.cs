using CouncilPremises.Domain.Notices;

namespace CouncilPremises.Application.Notices;

/// <summary>The letters of a folder, one file a notice, read once. What is wrong with them is told before the first page is served.</summary>
public sealed class NoticeTemplates
{
    private readonly Dictionary<NoticeCode, NoticeTemplate> templates = [];

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

    private IEnumerable<string> Read(NoticeCode code, string path)
    {
        if (!File.Exists(path))
            return [$"The letter {code} is missing: {Path.GetFullPath(path)} was not found. Set Notices:Folder to the folder that holds the letters."];
        try
        {
            var template = templates[code] = NoticeTemplate.Parse(File.ReadAllText(path));
            var required = NoticePlaceholders.Required(code).ToList();
            return required.Except(template.Placeholders).Select(name => $"The letter {code} ({path}) does not say {{{{{name}}}}}, which it must.")
                .Concat(template.Placeholders.Except(required).Except(NoticePlaceholders.Optional(code))
                    .Select(name => $"The letter {code} ({path}) names {{{{{name}}}}}, which is not a placeholder of that letter."));
        }
        catch (FormatException wrong)
        {
            return [$"The letter {code} ({path}) cannot be read: {wrong.Message}."];
        }
    }
}
