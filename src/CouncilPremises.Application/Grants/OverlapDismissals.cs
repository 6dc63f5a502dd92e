using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Grants;

/// <summary>An overlap that is dismissed.</summary>
/// <param name="OtherReference">The other case.</param>
/// <param name="Kind">What the two have in common.</param>
/// <param name="Reason">Why it means nothing, 20 to 2,000 characters.</param>
public sealed record DismissOverlap(string OtherReference, OverlapKind Kind, string? Reason);

/// <summary>Somebody looked at an overlap and says why it means nothing. It is not raised again for the same pair and kind, from either side.</summary>
public sealed class OverlapDismissals(AppDbContext db, CouncilTime time, CaseDesk desk, Overlaps overlaps)
{
    /// <summary>Dismisses one.</summary>
    public Task<Outcome> DismissAsync(string reference, DismissOverlap input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Overlap.Dismiss", null, async file =>
        {
            ArgumentNullException.ThrowIfNull(input);
            if (file.CannotWork(actor) is { } refusal)
                return ActResult.No(refusal);
            var row = (await overlaps.OfAsync(file, actor, cancellationToken))
                .FirstOrDefault(one => one.Found.Kind == input.Kind && string.Equals(one.Reference, input.OtherReference, StringComparison.OrdinalIgnoreCase));
            if (row is null)
                return ActResult.No(Refusal.NotFoundCode, "These two have nothing of this kind in common any more.");
            if (row.Dismissal is not null)
                return ActResult.No(Refusal.ChangedCode, $"{row.By} has dismissed this already.");
            if (OverlapRules.WhyNotDismiss(input.Reason) is { } no)
                return ActResult.No(no);
            if (Markings.Forbidden(input.Reason) is { } marking)
                return ActResult.No("Marking", marking, nameof(input.Reason));
            db.OverlapDismissals.Add(new OverlapDismissal(Guid.CreateVersion7(), row.Found, input.Reason!, actor.Id, time.NowUtc));
            return ActResult.Done(new { input.Kind, with = row.Reference, input.Reason });
        }, cancellationToken);
}
