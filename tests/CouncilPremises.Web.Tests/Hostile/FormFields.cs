using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CouncilPremises.Web.Tests.Hosting;

namespace CouncilPremises.Web.Tests.Hostile;

/// <summary>A form of any page: which boxes take text, and something sensible for everything else, so that what is typed gets as far as it can.</summary>
internal static class FormFields
{
    private static readonly string[] TextKinds = ["text", "search", "email", "tel", "url", ""];

    /// <summary>Every form of the main part that is posted and has a box for text.</summary>
    public static IEnumerable<(IHtmlFormElement Form, IReadOnlyList<string> Boxes)> WithText(WebPage page) =>
        page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>()
            .Select(form => (form, Boxes: Boxes(form))).Where(pair => pair.Boxes.Count > 0);

    /// <summary>What would be sent when this form is filled in sensibly, with one box holding a text of ours.</summary>
    public static List<KeyValuePair<string, string>> FilledIn(IHtmlFormElement form, string box, string text)
    {
        // Ticked boxes of one question share a name
        var entries = WebPage.Entries(form).Where(entry => entry.Key != box).ToList();
        foreach (var field in form.Elements.Where(one => one.GetAttribute("name") is { Length: > 0 } name && name != box && !one.HasAttribute("disabled")))
        {
            var name = field.GetAttribute("name")!;
            if (entries.TrueForAll(entry => entry.Key != name || string.IsNullOrEmpty(entry.Value)) && Sensible(field, name) is { } value)
            {
                entries.RemoveAll(entry => entry.Key == name);
                entries.Add(new(name, value));
            }
        }

        return [.. entries, new(box, text)];
    }

    private static IReadOnlyList<string> Boxes(IHtmlFormElement form) =>
        [.. form.Elements.Where(one => one is IHtmlTextAreaElement || one is IHtmlInputElement input && TextKinds.Contains(input.GetAttribute("type") ?? ""))
            .Select(one => one.GetAttribute("name")).OfType<string>().Where(name => name.Length > 0).Distinct()];

    private static string? Sensible(IElement field, string name) => field switch
    {
        IHtmlTextAreaElement => "Words that say enough for a box that asks for at least fifty characters of them.",
        IHtmlSelectElement list => list.Options.FirstOrDefault(option => option.Value.Length > 0)?.Value,
        IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.GetAttribute("value") ?? "true",
        IHtmlInputElement { Type: "hidden" or "file" or "submit" or "password" } => null,
        IHtmlInputElement when name.EndsWith(".Day", StringComparison.Ordinal) => "12",
        IHtmlInputElement when name.EndsWith(".Month", StringComparison.Ordinal) => "5",
        IHtmlInputElement when name.EndsWith(".Year", StringComparison.Ordinal) => "2026",
        IHtmlInputElement when name.Contains("mail", StringComparison.OrdinalIgnoreCase) => "somebody@larder.example",
        IHtmlInputElement when name.Contains("Phone", StringComparison.Ordinal) => "01632 960001",
        IHtmlInputElement when field.GetAttribute("inputmode") == "numeric" => "3",
        IHtmlInputElement when name.EndsWith("Start", StringComparison.Ordinal) => "10am",
        IHtmlInputElement when name.EndsWith("End", StringComparison.Ordinal) => "11am",
        IHtmlInputElement => "Seen and compared",
        _ => null,
    };
}
