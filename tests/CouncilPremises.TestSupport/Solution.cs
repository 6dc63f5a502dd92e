using System.Reflection;

namespace CouncilPremises.TestSupport;

/// <summary>The folder tree the tests were built from, for tests that read sources, seed files or built assemblies.</summary>
public static class Solution
{
    private const string SolutionFile = "CouncilPremises.sln";

    /// <summary>The folder that holds the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path under the root, written with forward slashes.</summary>
    public static string PathTo(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The built assembly of a room under <c>src</c>, in the configuration these tests were built in.</summary>
    public static string BuiltAssembly(string project, string? assemblyName = null)
    {
        var configuration = typeof(Solution).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        var path = PathTo($"src/{project}/bin/{configuration}/net10.0/{assemblyName ?? project}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"Build the whole solution first: {path} is missing.");
    }

    /// <summary>Source files under a folder, without what the build or the migration tool makes.</summary>
    public static IEnumerable<string> SourceFiles(string folder, params string[] endings) =>
        Directory.EnumerateFiles(PathTo(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "wwwroot" or "Migrations" or "Models" or "App_Data"))
            .Where(path => endings.Length == 0 || endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
                return folder.FullName;
        throw new InvalidOperationException($"{SolutionFile} was not found above {AppContext.BaseDirectory}.");
    }
}
