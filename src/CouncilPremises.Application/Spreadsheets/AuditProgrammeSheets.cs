using System.Runtime.CompilerServices;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>The sheet about the programme as a whole: what the council found about it. It belongs to no case and to no venue.</summary>
internal static class AuditProgrammeSheets
{
    private sealed record Found(SelfAssessment Assessment, CriterionFinding Finding, string CompletedBy, string SignedBy);

    /// <summary>Self-assessments changed in the period, a row for each criterion; none where one venue was asked for.</summary>
    public static Sheet SelfAssessments(AuditScope scope) => AuditScope.Sheet("Self-assessments", Rows(scope),
        new("Financial year", 14, f => CellValue.Of(new FinancialYear(f.Assessment.Year).ToString())),
        new("Criterion", 36, f => CellValue.Of(f.Finding.Title)),
        new("Level", 8, f => CellValue.Of(f.Finding.Level)),
        new("Level in words", 50, f => CellValue.Of(f.Finding.Level is { } level ? f.Finding.Levels[level - 1] : null)),
        new("Evidence", 60, f => CellValue.Of(f.Finding.Evidence)),
        new("Action", 60, f => CellValue.Of(f.Finding.Action)),
        new("State", 12, f => CellValue.Of<SelfAssessmentState>(f.Assessment.State)),
        new("Completed by", 22, f => CellValue.Of(f.CompletedBy)),
        new("Completed", 19, f => CellValue.Of(f.Assessment.CompletedUtc)),
        new("Signed by", 22, f => CellValue.Of(f.SignedBy)),
        new("Signed", 19, f => CellValue.Of(f.Assessment.SignedUtc)));

    private static async IAsyncEnumerable<AuditRow<Found>> Rows(AuditScope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (scope.Filter.VenueId is not null)
            yield break;
        var (from, until) = (scope.FromUtc, scope.UntilUtc);
        await foreach (var one in scope.Db.SelfAssessments.AsNoTracking().Where(a => a.SavedUtc >= from && a.SavedUtc < until).OrderBy(a => a.Year).AsAsyncEnumerable().WithCancellation(cancellationToken))
            foreach (var finding in one.Findings)
                yield return scope.Row(new Found(one, finding, scope.Person(one.CompletedById), scope.Person(one.SignedById)), null, null, one.SavedUtc, one.SavedById);
    }
}
