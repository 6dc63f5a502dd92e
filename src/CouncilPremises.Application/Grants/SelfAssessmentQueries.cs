using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>A year in the list of self-assessments.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="State">Where it stands; null when it is not begun.</param>
/// <param name="CompletedBy">Who completed it; empty before.</param>
/// <param name="SignedBy">Who signed it; empty before.</param>
public sealed record SelfAssessmentRow(FinancialYear Year, SelfAssessmentState? State, string CompletedBy, string SignedBy);

/// <summary>A self-assessment as staff read it.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Before">The levels of the year before, by criterion; empty when there was none, or it was not completed.</param>
/// <param name="SavedBy">Who changed it last.</param>
/// <param name="CompletedBy">Who completed it; empty before.</param>
/// <param name="SignedBy">Who signed it; empty before.</param>
public sealed record SelfAssessmentView(SelfAssessment Assessment, IReadOnlyDictionary<Guid, int> Before, string SavedBy, string CompletedBy, string SignedBy);

/// <summary>What staff read about self-assessments. The caller has the permission to read grants: an assessment belongs to no case.</summary>
public sealed class SelfAssessmentQueries(AppDbContext db, CouncilTime time)
{
    private const int MostListed = 50;

    /// <summary>Years by newest: those with an assessment, and those in which one may be begun.</summary>
    public async Task<IReadOnlyList<SelfAssessmentRow>> ListAsync(CancellationToken cancellationToken)
    {
        var kept = await db.SelfAssessments.AsNoTracking().OrderByDescending(a => a.Year).Take(MostListed).ToDictionaryAsync(a => a.Year, cancellationToken);
        var names = await NamesAsync([.. kept.Values.SelectMany(a => new[] { a.CompletedById, a.SignedById }).OfType<Guid>().Distinct()], cancellationToken);
        var now = FinancialYear.Of(time.Today).Starts;
        return [.. kept.Keys.Concat(Enumerable.Range(now - SelfAssessment.YearsBack, SelfAssessment.YearsBack + 1)).Distinct().OrderDescending().Select(year =>
            kept.TryGetValue(year, out var found)
                ? new SelfAssessmentRow(new FinancialYear(year), found.State, Name(names, found.CompletedById), Name(names, found.SignedById))
                : new SelfAssessmentRow(new FinancialYear(year), null, "", ""))];
    }

    /// <summary>One of them; null when that year has none.</summary>
    public async Task<SelfAssessmentView?> FindAsync(FinancialYear year, CancellationToken cancellationToken)
    {
        var both = await db.SelfAssessments.AsNoTracking().Where(a => a.Year == year.Starts || a.Year == year.Starts - 1).ToListAsync(cancellationToken);
        if (both.Find(a => a.Year == year.Starts) is not { } found)
            return null;
        var before = both.Find(a => a.Year == year.Starts - 1 && a.State != SelfAssessmentState.Open)?.Findings.Where(finding => finding.Level is not null)
            .ToDictionary(finding => finding.CriterionId, finding => finding.Level!.Value) ?? [];
        var names = await NamesAsync([found.SavedById, .. new[] { found.CompletedById, found.SignedById }.OfType<Guid>()], cancellationToken);
        return new SelfAssessmentView(found, before, Name(names, found.SavedById), Name(names, found.CompletedById), Name(names, found.SignedById));
    }

    private Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);

    private static string Name(Dictionary<Guid, string> names, Guid? id) => id is { } given ? names.GetValueOrDefault(given, "Somebody no longer known") : "";
}
