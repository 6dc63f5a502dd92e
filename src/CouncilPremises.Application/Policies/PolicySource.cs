using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Policies;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Policies;

/// <summary>A numbered edition of the council's settings. Never changed; a change is the next number.</summary>
public sealed class PolicyVersion
{
    private PolicyVersion() { }

    /// <summary>A new edition.</summary>
    public PolicyVersion(Policy policy, DateOnly effectiveFrom) => (Number, EffectiveFrom, Settings) = (policy.Number, effectiveFrom, policy);

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    /// <summary>First day in force, included.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The settings.</summary>
    public Policy Settings { get; private set; } = Policy.Default;
}

/// <summary>Which settings rule on a day, and which ruled then. Number 1 is the rulebook's own defaults.</summary>
public sealed class PolicySource(AppDbContext db)
{
    /// <summary>The settings in force on a day.</summary>
    public async Task<Policy> InForceAsync(DateOnly on, CancellationToken cancellationToken) =>
        await FromNewest(on).FirstOrDefaultAsync(cancellationToken) ?? Policy.Default;

    /// <summary>The settings in force on a day, then those before them. Nearly every page begins with them.</summary>
    internal IQueryable<Policy> FromNewest(DateOnly on) =>
        db.PolicyVersions.AsNoTracking().Where(p => p.EffectiveFrom <= on).OrderByDescending(p => p.Number).Select(p => p.Settings);

    /// <summary>The settings of a number.</summary>
    public async Task<Policy> NumberedAsync(int number, CancellationToken cancellationToken) =>
        await db.PolicyVersions.AsNoTracking().Where(p => p.Number == number)
            .Select(p => p.Settings).FirstOrDefaultAsync(cancellationToken) ?? Policy.Default;
}
