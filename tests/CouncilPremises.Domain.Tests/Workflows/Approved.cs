using CouncilPremises.TestSupport;
using Shouldly;

namespace CouncilPremises.Domain.Tests.Workflows;

/// <summary>Files that somebody read and approved. <c>UPDATE_APPROVED=1</c> in the environment writes them anew; read the difference before committing it.</summary>
internal static class Approved
{
    public static void ShouldBe(string path, string text)
    {
        var file = Solution.PathTo(path);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
        File.Exists(file).ShouldBeTrue($"{path} is missing. Run the tests once with UPDATE_APPROVED=1.");
        text.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n"));
    }
}
