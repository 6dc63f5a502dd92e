using CouncilPremises.Web.Shell;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.AddPageShell();
builder.AddSessions();

var app = builder.Build();
app.UsePageShell();
try
{
    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException mistakes)
{
    await Console.Error.WriteLineAsync("CouncilPremises cannot start:");
    foreach (var sentence in mistakes.Failures)
        await Console.Error.WriteLineAsync($"- {sentence}");
    return 1;
}

/// <summary>The web process; public so that tests can start it.</summary>
public partial class Program;
