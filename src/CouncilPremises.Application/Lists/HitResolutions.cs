using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Lists;

/// <summary>What the first person makes of a hit: kinds of identifier compared, never their values.</summary>
/// <param name="HitId">The hit.</param>
/// <param name="Resolution">What it is.</param>
/// <param name="Compared">Identifiers compared besides the name.</param>
/// <param name="Reason">Why; may be left out for a false match, where the identifiers say it.</param>
/// <param name="Agreeing">Those of the compared that agree. Where nobody says, all of them for a confirmed hit and none otherwise.</param>
public sealed record ProposeResolution(
    Guid HitId, HitResolution? Resolution, IReadOnlyList<IdentifierKind> Compared, string? Reason, IReadOnlyList<IdentifierKind>? Agreeing = null)
{
    /// <summary>What was compared, each kind once.</summary>
    public Identifiers Identifiers => new(
        [.. Compared.Distinct()], [.. (Agreeing ?? (Resolution == HitResolution.Confirmed ? Compared : [])).Intersect(Compared)]);
}

/// <summary>Resolving hits by two people. RULEBOOK 5 XREF, S1.</summary>
public sealed class HitResolutions(AppDbContext db, CouncilTime time, CaseDesk desk, ScreeningClosure closure)
{
    /// <summary>Proposes False match, Confirmed or Cannot tell.</summary>
    public Task<Outcome> ProposeAsync(string reference, ProposeResolution input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Hit.Propose", null, file => Task.FromResult(Propose(file, input, actor)), cancellationToken);

    private ActResult Propose(CaseFile file, ProposeResolution input, Actor actor)
    {
        var reason = input.Reason?.Trim() ?? "";
        var hit = file.Hits.FirstOrDefault(h => h.Id == input.HitId);
        if (hit is null)
            return ActResult.No(Refusal.NotFoundCode, "This hit is not part of the case.");
        if (file.CannotWork(actor) is { } refusal)
            return ActResult.No(refusal);
        if (hit.State != HitState.Open)
            return ActResult.No(Refusal.ChangedCode, "A colleague has proposed or resolved this hit already.");
        if (input.Resolution is not { } resolution)
            return ActResult.No("Required", "Choose false match, confirmed or cannot tell.", nameof(input.Resolution));
        if (HitRules.WhyNot(resolution, input.Identifiers) is { } unfounded)
            return ActResult.No(unfounded);
        if (reason.Length > 2000 || (resolution != HitResolution.FalseMatch && reason.Length < 10))
            return ActResult.No("Length", "Say why in 10 to 2,000 characters, without birth dates or addresses.", nameof(input.Reason));
        if (Markings.Forbidden(reason) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Reason));
        hit.Propose(resolution, input.Identifiers, reason, actor.Id, time.NowUtc);
        return ActResult.Done(new { hit.List, resolution, hit.Compared, hit.Agreeing });
    }

    /// <summary>A second person agrees or disagrees; disagreeing opens the hit again.</summary>
    public Task<Outcome> AnswerAsync(string reference, Guid hitId, bool agree, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, agree ? "Hit.Agree" : "Hit.Disagree", null, file => Task.FromResult(Answer(file, hitId, agree, actor)), cancellationToken);

    private ActResult Answer(CaseFile file, Guid hitId, bool agree, Actor actor)
    {
        var hit = file.Hits.FirstOrDefault(h => h.Id == hitId);
        if (hit is null)
            return ActResult.No(Refusal.NotFoundCode, "This hit is not part of the case.");
        if (file.CannotWork(actor) is { } refusal)
            return ActResult.No(refusal);
        if (hit.State != HitState.Proposed)
            return ActResult.No(Refusal.ChangedCode, "Nobody has proposed a resolution, or a colleague has answered already.");
        if (hit.ProposedById == actor.Id)
            return ActResult.No("S1", "You proposed this resolution, so a colleague must agree to it.");
        if (!agree)
        {
            hit.Disagree();
            return ActResult.Done();
        }
        hit.Agree(actor.Id, time.NowUtc);
        if (hit.Resolution == HitResolution.FalseMatch)
            db.FalseMatches.Add(new FalseMatch(Guid.CreateVersion7(), NameKeys.Of(file.Case.OrganisationId, hit.NameTried), hit.List, hit.EntryKey, hit.EntryHash, hit.Id, time.NowUtc));
        if (hit.Resolution == HitResolution.Confirmed)
            file.Case.MarkSensitive();
        closure.CloseWhenSettled(file);
        return ActResult.Done(new { hit.List, hit.Resolution });
    }
}
