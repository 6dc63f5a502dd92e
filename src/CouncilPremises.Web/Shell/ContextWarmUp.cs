using CouncilPremises.Application.Database;

namespace CouncilPremises.Web.Shell;

/// <summary>Makes the context's model of all tables and its first query while the rest starts, on a thread of its own.
/// The workers begin when it is made: three at once would take the threads that answer pages.</summary>
internal sealed class ContextWarmUp(IServiceScopeFactory scopes, ILogger<ContextWarmUp> log)
{
    private readonly TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the model is made.</summary>
    public Task Made => made.Task;

    /// <summary>Begins; to be called once, as soon as there are services.</summary>
    public void Begin() => _ = Task.Factory.StartNew(Make, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Make()
    {
        try
        {
            using var scope = scopes.CreateScope();
            scope.ServiceProvider.GetRequiredService<DatabaseUpkeep>().WarmUp();
        }
        catch (ObjectDisposedException)
        {
            log.LogDebug("The product was stopped before the context was first used");
        }
        finally
        {
            made.SetResult();
        }
    }
}
