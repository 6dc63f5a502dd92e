using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Policies;

/// <summary>A setting that a change gives another value.</summary>
public sealed record SettingChange(string Words, string Before, string After);

/// <summary>A proposal as administrators see it.</summary>
public sealed record ProposalRow(
    Guid Id, int Number, DateOnly EffectiveFrom, string Reason, string ProposedBy, DateTime ProposedUtc, ProposalState State, string? SettledBy,
    DateTime? SettledUtc, IReadOnlyList<SettingChange> Changes);

/// <summary>The settings, what is to come, what waits for a second administrator, and the last changes.</summary>
public sealed record SettingsView(Policy InForce, IReadOnlyList<ProposalRow> Coming, ProposalRow? Open, IReadOnlyList<ProposalRow> History);

/// <summary>A change of settings as one administrator proposes it.</summary>
/// <param name="BasedOn">Number of the policy the form was filled in from.</param>
/// <param name="Values">What was typed, by the setting's name.</param>
/// <param name="EffectiveFrom">First day in force.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposeSettings(int BasedOn, IReadOnlyDictionary<string, string?> Values, DateOnly? EffectiveFrom, string? Reason);

/// <summary>Changes of ◆ settings: one administrator proposes with a day and a reason, another agrees. RULEBOOK, head.</summary>
public sealed class PolicyProposals(AppDbContext db, PolicySource policies, Transactions transactions, AuditLog audit, CouncilTime time)
{
    private const int MostShown = 50;

    private static readonly Refusal NotAllowed = new("Permission", "Only an administrator can do this");
    private static readonly Refusal OneAtATime = new(Refusal.ChangedCode, "Another change waits for agreement. Settle that one first");
    private static readonly Refusal Newer = new(Refusal.ChangedCode, "The settings have changed since you opened this page. Look at them and propose again");
    private static readonly Refusal Nothing = new("Setting", "You have changed no setting");

    /// <summary>What the settings page shows.</summary>
    public async Task<SettingsView> ViewAsync(CancellationToken cancellationToken)
    {
        var inForce = await policies.InForceAsync(time.Today, cancellationToken);
        var rows = await RowsAsync(cancellationToken);
        return new SettingsView(inForce, [.. rows.Where(row => row.State == ProposalState.Agreed && row.EffectiveFrom > time.Today)],
            rows.FirstOrDefault(row => row.State == ProposalState.Open), [.. rows.Where(row => row.State != ProposalState.Open)]);
    }

    /// <summary>The newest settings agreed, whether or not in force yet: what a change begins from.</summary>
    public async Task<Policy> NewestAsync(CancellationToken cancellationToken) =>
        await db.PolicyVersions.AsNoTracking().OrderByDescending(p => p.Number).Select(p => p.Settings).FirstOrDefaultAsync(cancellationToken) ?? Policy.Default;

    /// <summary>Proposes a change.</summary>
    public Task<Outcome> ProposeAsync(ProposeSettings propose, Actor actor, CancellationToken cancellationToken) =>
        ActAsync("Settings.Propose", Guid.Empty, actor, async ended =>
        {
            ArgumentNullException.ThrowIfNull(propose);
            if (await db.PolicyProposals.AnyAsync(p => p.State == ProposalState.Open, ended))
                return Outcome.Refused(OneAtATime);
            var newest = await NewestAsync(ended);
            if (newest.Number != propose.BasedOn)
                return Outcome.Refused(Newer);
            var (settings, mistakes) = Read(newest, propose);
            if (mistakes.Count > 0)
                return Outcome.Refused(mistakes);
            var proposal = new PolicyProposal(Guid.CreateVersion7(), settings with { Number = newest.Number + 1 }, propose.EffectiveFrom!.Value, propose.Reason!.Trim(), actor.Id, time.NowUtc);
            db.PolicyProposals.Add(proposal);
            audit.Append(actor, "Settings.Propose", new AuditSubject("PolicyProposal", proposal.Id, PolicyVersion: settings.Number + 1),
                new { changes = Changes(newest, settings), proposal.EffectiveFrom, proposal.Reason });
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Agrees, as another administrator: the settings rule from their day on.</summary>
    public Task<Outcome> AgreeAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        OnAsync("Settings.Agree", id, actor, async (proposal, ended) =>
        {
            var agreed = proposal.Agree(actor.Id, time.NowUtc, time.Today);
            if (!agreed.Succeeded)
                return agreed;
            if ((await NewestAsync(ended)).Number != proposal.Settings.Number - 1)
                return Outcome.Refused(Newer);
            db.PolicyVersions.Add(new PolicyVersion(proposal.Settings, proposal.EffectiveFrom));
            return agreed;
        }, cancellationToken);

    /// <summary>Takes a proposal back, or does not agree to it.</summary>
    public Task<Outcome> CloseAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        OnAsync("Settings.Close", id, actor, (proposal, _) => Task.FromResult(proposal.Close(actor.Id, time.NowUtc)), cancellationToken);

    /// <summary>What a change gives another value.</summary>
    public static IReadOnlyList<SettingChange> Changes(Policy before, Policy after) =>
        [.. PolicySetting.All.Where(setting => setting.Of(before) != setting.Of(after)).Select(setting => new SettingChange(setting.Words, setting.Shown(before), setting.Shown(after)))];

    private (Policy Settings, IReadOnlyList<Refusal> Mistakes) Read(Policy newest, ProposeSettings propose)
    {
        var (settings, mistakes) = (newest, new List<Refusal>());
        foreach (var setting in PolicySetting.All.Where(setting => propose.Values.ContainsKey(setting.Name)))
        {
            var outcome = setting.With(settings, propose.Values[setting.Name]);
            mistakes.AddRange(outcome.Refusals);
            settings = outcome.Succeeded ? outcome.Value : settings;
        }

        mistakes.AddRange(PolicySetting.Contradictions(settings));
        if (mistakes.Count == 0 && Changes(newest, settings).Count == 0)
            mistakes.Add(Nothing);
        if (propose.EffectiveFrom is not { } day || day < time.Today)
            mistakes.Add(new Refusal("Effective", "Enter the day from which it is to rule: today or later", "EffectiveFrom"));
        if (propose.Reason?.Trim() is not { Length: >= 10 and <= 1000 })
            mistakes.Add(new Refusal("Reason", "Say why, in 10 to 1,000 characters", "Reason"));
        return (settings, mistakes);
    }

    private async Task<List<ProposalRow>> RowsAsync(CancellationToken cancellationToken)
    {
        var proposals = await db.PolicyProposals.AsNoTracking().OrderByDescending(p => p.ProposedUtc).Take(MostShown).ToListAsync(cancellationToken);
        var people = proposals.SelectMany(p => new[] { p.ProposedById, p.SettledById ?? Guid.Empty }).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancellationToken);
        var befores = proposals.Select(p => p.Settings.Number - 1).Distinct().ToList();
        var editions = await db.PolicyVersions.AsNoTracking().Where(p => befores.Contains(p.Number)).ToDictionaryAsync(p => p.Number, p => p.Settings, cancellationToken);
        return proposals.ConvertAll(p => new ProposalRow(p.Id, p.Settings.Number, p.EffectiveFrom, p.Reason, names.GetValueOrDefault(p.ProposedById, ""), p.ProposedUtc, p.State,
            p.SettledById is { } by ? names.GetValueOrDefault(by, "") : null, p.SettledUtc,
            Changes(editions.GetValueOrDefault(p.Settings.Number - 1, Policy.Default), p.Settings)));
    }

    private Task<Outcome> OnAsync(string action, Guid id, Actor actor, Func<PolicyProposal, CancellationToken, Task<Outcome>> act, CancellationToken cancellationToken) =>
        ActAsync(action, id, actor, async ended =>
        {
            if (await db.PolicyProposals.FirstOrDefaultAsync(p => p.Id == id, ended) is not { } proposal)
                return Outcome.NotFound();
            var outcome = await act(proposal, ended);
            if (outcome.Succeeded)
                audit.Append(actor, action, new AuditSubject("PolicyProposal", id, PolicyVersion: proposal.Settings.Number));
            return outcome;
        }, cancellationToken);

    private async Task<Outcome> ActAsync(string action, Guid id, Actor actor, Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var outcome = !actor.StaffRoles.Has(Permission.ManageSettings)
            ? Outcome.Refused(NotAllowed)
            : await transactions.RunAsync(async ended =>
            {
                var done = await act(ended);
                if (done.Succeeded)
                    await db.SaveChangesAsync(ended);
                return done;
            }, cancellationToken);
        if (outcome.Refusals.Any(refusal => refusal.Code is "Permission" or "FourEyes"))
            await audit.RefusedAsync(actor, action, new AuditSubject("PolicyProposal", id), outcome.Refusals, cancellationToken);
        return outcome;
    }
}

/// <summary>Registers the settings.</summary>
public static class PoliciesSetup
{
    /// <summary>Adds them; their source comes with the cases.</summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services) =>
        services.AddScoped<PolicyProposals>().AddScoped<Declarations.DeclarationTexts>();
}
