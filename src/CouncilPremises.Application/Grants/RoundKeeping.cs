using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>Lets one organisation in after a round has closed.</summary>
/// <param name="OrganisationId">Who is let in.</param>
/// <param name="Until">Until when, by the hall clock, excluded.</param>
/// <param name="Reason">Why.</param>
public sealed record LetInLate(Guid? OrganisationId, CivilTime? Until, string? Reason);

/// <summary>Sets rounds of a fund, changes them, and lets single organisations in late.</summary>
public sealed class RoundKeeping(AppDbContext db, CouncilTime time, FundActs acts, NoticeWriter writer)
{
    /// <summary>Version of the questions that a new round asks, pinned to it and to every application of it.</summary>
    public const int FormVersion = 1;

    // Words that other pages under /grants use
    private static readonly string[] Reserved = ["applications", "new", "published", "awards", "reports"];

    /// <summary>Sets a round of a fund and gives its word in addresses.</summary>
    public async Task<Outcome<string>> SetAsync(Guid fundId, RoundFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (id, slug) = (Guid.CreateVersion7(), "");
        var outcome = await acts.DoAsync(actor, "Round.Set", new AuditSubject(nameof(GrantRound), id), async ended =>
        {
            if (!await db.Funds.AnyAsync(f => f.Id == fundId, ended))
                return Outcome.NotFound<object>();
            if (GrantRound.WhyNotSet(facts, time.NowUtc) is { Count: > 0 } mistakes)
                return Outcome.Refused<object>(mistakes);
            slug = await FreeSlugAsync(facts.Title, ended);
            db.GrantRounds.Add(new GrantRound(id, fundId, slug, facts, FormVersion, time.NowUtc));
            return Outcome.Ok<object>(facts);
        }, cancellationToken);
        return outcome.Succeeded ? Outcome.Ok(slug) : Outcome.Refused<string>(outcome.Refusals);
    }

    /// <summary>Changes a round, when nobody else did since it was read. Less time once it has opened needs a reason, and each group with a draft in it
    /// is told once, in the same save.</summary>
    public Task<Outcome> ChangeAsync(Guid fundId, string slug, int version, RoundFacts facts, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ActAsync("Round.Change", fundId, slug, version, actor, async round =>
        {
            if (round.WhyNotChange(facts, reason, time.NowUtc) is { Count: > 0 } refusals)
                return Outcome.Refused<object>(refusals);
            var (before, isShortened, isReopened) = (round.ClosesUtc, round.IsShortenedBy(facts, time.NowUtc), round.IsReopenedBy(facts, time.NowUtc));
            round.Describe(facts);
            if (isShortened)
                await TellDraftsAsync(round, before, reason!.Trim(), cancellationToken);
            return Outcome.Ok<object>(new { facts, closedBefore = before, reason = isShortened || isReopened ? reason!.Trim() : null });
        }, cancellationToken);
    }

    private async Task TellDraftsAsync(GrantRound round, DateTime closedBefore, string reason, CancellationToken cancellationToken)
    {
        var letter = new NoticeFacts
        {
            WhatHappened = $"The round now closes on {CouncilTime.ToCivil(round.ClosesUtc)}. It was to close on {CouncilTime.ToCivil(closedBefore)}.",
            Reasons = [reason],
            NextStep = "Send your application before then. What you have written is kept. If the new time is too short for your group, ring us at once: we may let one group in later.",
        };
        var now = time.NowUtc;
        // Whoever was let in for longer loses nothing
        var drafts = await db.Cases.Where(c => c.State == CaseState.Draft && db.GrantApplications.Any(g => g.CaseId == c.Id && g.RoundId == round.Id)).ToListAsync(cancellationToken);
        foreach (var draft in drafts.Where(draft => !round.LatePermissions.Any(one => one.OrganisationId == draft.OrganisationId && one.UntilUtc >= closedBefore && one.UntilUtc > now)))
            await writer.QueueAsync(NoticeCode.RoundShortened, draft, letter, cancellationToken);
    }

    /// <summary>Lets one organisation in until a time after the round's closing.</summary>
    public Task<Outcome> LetInAsync(Guid fundId, string slug, int version, LetInLate late, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(late);
        return ActAsync("Round.LetIn", fundId, slug, version, actor, async round =>
        {
            var refusals = round.WhyNotLetIn(late.Until, late.Reason, time.NowUtc).ToList();
            if (late.OrganisationId is not { } organisation || !await db.Organisations.AnyAsync(o => o.Id == organisation && o.Kind == HirerKind.Group, cancellationToken))
                refusals.Insert(0, new Refusal("Round", "Choose the group that is let in", nameof(late.OrganisationId)));
            if (refusals.Count > 0)
                return Outcome.Refused<object>(refusals);
            round.LetIn(new LatePermission(Guid.CreateVersion7(), late.OrganisationId!.Value, CouncilTime.ToUtc(late.Until!.Value)!.Value, late.Reason!.Trim(), actor.Id, time.NowUtc));
            return Outcome.Ok<object>(late);
        }, cancellationToken);
    }

    private async Task<Outcome> ActAsync(
        string action, Guid fundId, string slug, int version, Actor actor, Func<GrantRound, Task<Outcome<object>>> act, CancellationToken cancellationToken)
    {
        var id = await db.GrantRounds.Where(r => r.FundId == fundId && r.Slug == slug).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        if (id is not { } known)
            return Outcome.NotFound();
        return await acts.DoAsync(actor, action, new AuditSubject(nameof(GrantRound), known), async ended =>
        {
            var round = await db.GrantRounds.Include(r => r.LatePermissions).FirstAsync(r => r.Id == known, ended);
            return round.Version == version ? await act(round) : Outcome.Refused<object>(Outcome.Changed().Refusals);
        }, cancellationToken);
    }

    private async Task<string> FreeSlugAsync(string title, CancellationToken cancellationToken)
    {
        var wanted = PremisesRules.SlugOf(title);
        var taken = await db.GrantRounds.Where(r => r.Slug.StartsWith(wanted)).Select(r => r.Slug).ToListAsync(cancellationToken);
        return VenueKeeping.FreeSlug(wanted, [.. taken, .. Reserved]);
    }
}
