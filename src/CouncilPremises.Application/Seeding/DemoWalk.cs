using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Seeding;

/// <summary>One seeded application on its way through the ordinary services, one unit of work an act.</summary>
internal sealed class DemoWalk(IServiceProvider services, SeedClock clock, string key, CancellationToken cancellationToken)
{
    /// <summary>The reference, once it has one.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Starts the application.</summary>
    public Task StartAsync<TService>(Func<TService, Task<Outcome<string>>> start)
        where TService : notnull =>
        ActAsync<TService>("Start", async service =>
        {
            var outcome = await start(service);
            if (outcome.Succeeded)
                Reference = outcome.Value;
            return outcome;
        });

    /// <summary>Does one act; one that is refused ends the seeding with its sentences.</summary>
    public async Task ActAsync<TService>(string what, Func<TService, Task<Outcome>> act)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<TService>());
        if (!outcome.Succeeded)
            throw new SeedException($"The seeded application '{key}' stopped at {what}: {string.Join(" ", outcome.Refusals.Select(refusal => refusal.ToString()))}");
        clock.Minutes(4);
    }

    /// <summary>Does one act that names the version of the case that was seen.</summary>
    public async Task ActAsync<TService>(string what, Func<TService, int, Task<Outcome>> act)
        where TService : notnull
    {
        var version = await WithAsync<AppDbContext, int>(db =>
            db.Cases.Where(c => c.Reference == Reference).Select(c => c.Version).SingleAsync(cancellationToken));
        await ActAsync<TService>(what, service => act(service, version));
    }

    /// <summary>The case of either kind as somebody sees it.</summary>
    public Task<CaseFile> CaseFileAsync(Actor actor) =>
        WithAsync<CaseFiles, CaseFile>(async files => await files.LoadAsync(Reference, actor, cancellationToken)
            ?? throw new SeedException($"The seeded application '{key}' cannot be seen by whoever should act on it."));

    /// <summary>The hire case as an officer sees it.</summary>
    public Task<HireFile> FileAsync(Actor actor) =>
        WithAsync<CaseFiles, HireFile>(async files => await files.LoadHireAsync(Reference, actor, cancellationToken)
            ?? throw new SeedException($"The seeded application '{key}' cannot be seen by whoever should act on it."));

    /// <summary>Reads with one service.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> read)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
