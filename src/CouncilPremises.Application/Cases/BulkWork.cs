using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using Microsoft.Extensions.Logging;

namespace CouncilPremises.Application.Cases;

/// <summary>A case chosen in the queue, as its row showed it.</summary>
public sealed record ChosenCase(string Reference, int SeenVersion);

/// <summary>What became of one of several cases.</summary>
/// <param name="Reference">Which.</param>
/// <param name="Reasons">Why not; none when done.</param>
public sealed record BulkResult(string Reference, IReadOnlyList<string> Reasons)
{
    /// <summary>True when the act was done.</summary>
    public bool Done => Reasons.Count == 0;
}

/// <summary>One act on several cases: each has its own record, audit entry, letters and save, so that one that cannot be done never spoils the others.</summary>
public sealed partial class BulkWork(AppDbContext db, Triage triage, Approvals approvals, ILogger<BulkWork> log)
{
    /// <summary>Most cases of one act: two pages of the queue.</summary>
    public const int Most = 80;

    private const string NothingChanged = "This one met an unexpected problem and nothing was changed. Open it and try it alone.";

    /// <summary>One statement that covers listed cases: the officer has no interest in any of them (S3). Starts the checks of those just sent.</summary>
    public Task<IReadOnlyList<BulkResult>> StateNoInterestAsync(IReadOnlyList<string> references, Actor actor, CancellationToken cancellationToken) =>
        EachAsync(references, reference => triage.StateInterestAsync(reference, new StateInterest(false, null) { CoversCases = references.Count }, actor, cancellationToken), cancellationToken);

    /// <summary>Approves Standard cases as asked. Every guard is tested for each at its own moment of decision.</summary>
    /// <param name="chosen">The cases, as the queue showed them.</param>
    /// <param name="noProhibitedReason">The decider confirms for all of them that no prohibited reason was weighed.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancellationToken">Ends early; what was done stays done.</param>
    public Task<IReadOnlyList<BulkResult>> ApproveAsync(IReadOnlyList<ChosenCase> chosen, bool noProhibitedReason, Actor actor, CancellationToken cancellationToken) =>
        EachAsync([.. chosen.Select(c => c.Reference)], reference => approvals.ApproveAsync(
            reference, new Approve(null, [], noProhibitedReason, chosen.First(c => c.Reference == reference).SeenVersion) { StandardOnly = true }, actor, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<BulkResult>> EachAsync(IReadOnlyList<string> references, Func<string, Task<Outcome>> act, CancellationToken cancellationToken)
    {
        var results = new List<BulkResult>();
        foreach (var reference in references.Distinct(StringComparer.OrdinalIgnoreCase).Take(Most))
        {
            // Each case is read afresh: nothing of the one before is carried along.
            db.ChangeTracker.Clear();
            try
            {
                var outcome = await act(reference);
                results.Add(new BulkResult(reference, [.. outcome.Refusals.Select(refusal => refusal.Sentence).Distinct()]));
            }
#pragma warning disable CA1031 // whatever goes wrong with one case must not spoil the others; it is logged and said
            catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Unexpected(log, reference, problem);
                results.Add(new BulkResult(reference, [NothingChanged]));
            }
        }
        return results;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An act on several cases failed for {Reference}")]
    private static partial void Unexpected(ILogger logger, string reference, Exception problem);
}
