using CouncilPremises.Application;
using CouncilPremises.Application.People;
using CouncilPremises.Application.Seeding;
using CouncilPremises.Web.Calendars;
using CouncilPremises.Web.Shell;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.LeadLinksHere();
builder.Services.AddCouncilPremises(builder.Configuration);
builder.AddPageShell();
builder.AddSessions();
builder.AddBackgroundWork();
builder.Services.ReadKeysWhenNeeded();

var app = builder.Build();
app.Services.GetRequiredService<ContextWarmUp>().Begin();
app.UsePageShell();
app.MapCalendars();
try
{
    await app.PrepareDatabaseAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (problem is CannotStartException or SeedException)
{
    await Console.Error.WriteLineAsync($"CouncilPremises cannot start: {problem.Message}");
    return 1;
}
catch (OptionsValidationException mistakes)
{
    await Console.Error.WriteLineAsync("CouncilPremises cannot start:");
    foreach (var sentence in mistakes.Failures)
        await Console.Error.WriteLineAsync($"- {sentence}");
    return 1;
}
