using System.Text.Json;
using System.Text.Json.Nodes;
using CouncilPremises.TestSupport;
using Json.Schema;

namespace CouncilPremises.Application.Tests.Publishing;

/// <summary>The published schema of 360Giving 1.4: whether a package is valid, and which heading stands for which place in JSON. See Schema/README.md.</summary>
internal static class StandardSchema
{
    private const string Folder = "tests/CouncilPremises.Application.Tests/Publishing/Schema/";

    private static readonly JsonNode GrantText = Read("360-giving-schema-1.4.json");
    private static readonly JsonNode PackageText = Read("360-giving-package-schema-1.4.json");
    private static readonly JsonSchema Package = Build();

    /// <summary>What is not valid, each with its place; empty when all is.</summary>
    public static IReadOnlyList<string> Mistakes(JsonNode package)
    {
        var results = Package.Evaluate(JsonSerializer.SerializeToElement(package), new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return results.IsValid ? [] :
        [
            .. (results.Details ?? []).Where(detail => !detail.IsValid && detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}")).DefaultIfEmpty("not valid"),
        ];
    }

    /// <summary>Headings of a grants sheet, each with the place it stands for.</summary>
    public static IReadOnlyDictionary<string, string> GrantTitles { get; } = Titles(GrantText).ToDictionary();

    /// <summary>Headings of a Meta sheet.</summary>
    public static IReadOnlyDictionary<string, string> PackageTitles { get; } = Titles(PackageText).Where(title => title.Key != "Grants").ToDictionary();

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Solution.PathTo(Folder + file)))!;

    // The schemas are written in draft 4, which the library does not read. No word of them changed its meaning up to draft 7
    private static JsonSchema Build()
    {
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        var address = new Uri(PackageText["properties"]!["grants"]!["items"]!["$ref"]!.GetValue<string>());
        JsonSchema InDraft7(JsonNode text, Uri at)
        {
            var copy = text.DeepClone();
            copy["$schema"] = "http://json-schema.org/draft-07/schema#";
            return JsonSchema.FromText(copy.ToJsonString(), options, at);
        }

        options.SchemaRegistry.Register(address, InDraft7(GrantText, address));
        return InDraft7(PackageText, new Uri(address, "360-giving-package-schema.json"));
    }

    // Titles of nested things stand behind the title of what they are in, and a colon: how 360Giving's own converter reads headings
    private static IEnumerable<KeyValuePair<string, string>> Titles(JsonNode node, string title = "", string path = "")
    {
        foreach (var (name, property) in node["properties"]!.AsObject())
        {
            var (inner, step) = property!["type"]?.GetValueKind() == JsonValueKind.String && property["type"]!.GetValue<string>() == "array" ? (Resolve(property["items"]!), "/0") : (Resolve(property), "");
            if ((property["title"] ?? inner["title"]) is not { } own)
                continue;
            var heading = title + own.GetValue<string>();
            if (inner["properties"] is null)
                yield return new(heading, path + name + step);
            else
                foreach (var nested in Titles(inner, heading + ":", $"{path}{name}{step}/"))
                    yield return nested;
        }
    }

    private static JsonNode Resolve(JsonNode node) =>
        node["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith("#/definitions/", StringComparison.Ordinal) ? GrantText["definitions"]![reference["#/definitions/".Length..]]! : node;
}
