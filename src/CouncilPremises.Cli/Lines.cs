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
}
