using System.CommandLine;
using CouncilPremises.Domain;

namespace CouncilPremises.Cli;

/// <summary>Progress as lines on the error stream, written at once and in order.</summary>
internal sealed class Lines(TextWriter writer) : IProgress<string>
{
    /// <inheritdoc />
    public void Report(string value)
    {
        writer.WriteLine(value);
        writer.Flush();
    }

    /// <summary>Says on the error stream why something was not done.</summary>
    public static async Task<int> NoAsync(ParseResult parsed, string sentence)
    {
        await parsed.InvocationConfiguration.Error.WriteLineAsync(sentence);
        return ExitCode.Failed;
    }

    /// <summary>The same, a line a reason.</summary>
    public static Task<int> NoAsync(ParseResult parsed, IReadOnlyList<Refusal> refusals) =>
        NoAsync(parsed, string.Join(Environment.NewLine, refusals.Select(refusal => refusal.Sentence)));
}
