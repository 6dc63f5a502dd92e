using System.CommandLine;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Cli.Commands;

/// <summary><c>setup</c>: the first two administrators of a new installation.</summary>
internal static class SetupCommand
{
    public static Command Create()
    {
        var emails = new Argument<string[]>("EMAIL") { Description = "Work addresses of the two first administrators.", Arity = ArgumentArity.OneOrMore };
        var mail = new Option<bool>("--mail") { Description = "Send each of them the link as well; a web process sends it." };
        var command = new Command("setup",
            "Invites the first two administrators of a new installation and prints a one-time link for each. Give it to nobody else: whoever follows it becomes that administrator.")
        { emails, mail };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(emails)!, parsed.GetValue(mail), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string[] emails, bool byMail, CancellationToken cancellationToken)
    {
        await using var services = CliSettings.Services(parsed);
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().IsReadyAsync(cancellationToken))
            return await Lines.NoAsync(parsed, CliSettings.NotReady);
        var outcome = await scope.ServiceProvider.GetRequiredService<FirstAdministrators>().InviteAsync(emails, byMail, cancellationToken);
        if (!outcome.Succeeded)
            return await Lines.NoAsync(parsed, outcome.Refusals);
        var output = parsed.InvocationConfiguration.Output;
        foreach (var link in outcome.Value)
            await output.WriteLineAsync($"{link.Email}: {link.Link}");
        await output.WriteLineAsync("Each link works once and for 14 days. Signed in, go to “First week”.");
        return ExitCode.Done;
    }
}
