using CouncilPremises.Application.Database;

namespace CouncilPremises.Web.Shell;

/// <summary>Makes the context's model of all tables and its first query while the rest starts, on a thread of its own.
/// The workers begin a moment after it is made: three at once would take the processors from the first page.</summary>
internal sealed class ContextWarmUp(IServiceScopeFactory scopes, ILogger<ContextWarmUp> log)
{
    private static readonly TimeSpan FirstPage = TimeSpan.FromSeconds(2);
    private readonly TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the model is made and the first page had its time: to be awaited by every worker.</summary>
    public async Task WorkersMayBeginAsync(CancellationToken cancellationToken)
    {
        await made.Task.WaitAsync(cancellationToken);
        await Task.Delay(FirstPage, cancellationToken);
    }

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
