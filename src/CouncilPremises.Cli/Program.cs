namespace CouncilPremises.Cli;

internal static class Program
{
    private static Task<int> Main(string[] arguments) => CouncilCommands.RunAsync(arguments, Console.Out, Console.Error);
}
