using CouncilPremises.TestSupport;
using Mono.Cecil;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Architecture;

/// <summary>How the house is kept: what stands at the root, how long a file may grow, and which names are not used.</summary>
public class ShapeTests
{
    private const int LongestFile = 400;
    private const int LongestPageModel = 120;

    private static readonly string[] AtTheRoot =
    [
        "src", "tests", "docs", "seed", "CouncilPremises.sln", "README.md", ".gitignore",
        "Directory.Build.props", "Directory.Packages.props", ".editorconfig", ".config", ".ci",
    ];

    // Never committed: .git itself and what .gitignore names
    private static readonly string[] LeftByTools = [".git", "bin", "obj", "artifacts", "TestResults", ".vs", ".idea", "node_modules"];

    private static readonly string[] UnwantedEndings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Dto", "Repository", "Mediator"];

    [Fact]
    public void Root_Entries_AreOnlyThoseNamed() =>
        Directory.EnumerateFileSystemEntries(Solution.Root).Select(path => Path.GetFileName(path))
            .Where(name => !name.EndsWith(".user", StringComparison.Ordinal))
            .Except(AtTheRoot).Except(LeftByTools).ShouldBeEmpty();

    [Fact]
    public void Files_Length_IsAtMost400Lines() =>
        LongerThan(LongestFile, SourceOf(".cs", ".cshtml", ".scss", ".js")).ShouldBeEmpty();

    [Fact]
    public void PageModels_Length_IsAtMost120Lines() =>
        LongerThan(LongestPageModel, SourceOf(".cshtml.cs")).ShouldBeEmpty();

    [Fact]
    public void Pages_Folders_AreAtMostTwoDeep() =>
        SourceOf(".cshtml").Where(path => path.Contains("/Pages/", StringComparison.Ordinal))
            .Where(path => path[(path.IndexOf("/Pages/", StringComparison.Ordinal) + 7)..].Count(letter => letter == '/') > 2).ShouldBeEmpty();

    [Fact]
    public void Types_Names_SayWhatTheyAre() =>
        RoomAssembly.All.SelectMany(room => room.Types).Where(type => !IsTagHelper(type))
            .Where(type => UnwantedEndings.Any(ending => type.Name.Split('`')[0].EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Interfaces_WithOneImplementation_DoNotExist()
    {
        var types = RoomAssembly.All.SelectMany(room => room.Module.GetTypes()).ToList();
        var implemented = types.SelectMany(type => type.Interfaces.Select(one => one.InterfaceType.GetElementType().FullName))
            .GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());
        types.Where(type => type.IsInterface && implemented.GetValueOrDefault(type.FullName) < 2)
            .Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Packages_Mediators_AreNotUsed() =>
        File.ReadAllText(Solution.PathTo("Directory.Packages.props")).ShouldNotContain("MediatR", Case.Insensitive);

    private static bool IsTagHelper(TypeDefinition type) =>
        type.Name.EndsWith("TagHelper", StringComparison.Ordinal) && type.Namespace == "CouncilPremises.Web.TagHelpers";

    private static IEnumerable<string> SourceOf(params string[] endings) =>
        Solution.SourceFiles("src", endings).Concat(Solution.SourceFiles("tests", endings));

    private static IEnumerable<string> LongerThan(int limit, IEnumerable<string> files) =>
        files.Select(path => (path, lines: File.ReadLines(Solution.PathTo(path)).Count()))
            .Where(file => file.lines > limit).Select(file => $"{file.path}: {file.lines} lines");
}
