using System.Globalization;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>What an audit workbook is about: applications sent, decided or held in a period, perhaps in one venue.</summary>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included.</param>
/// <param name="VenueId">Only this venue; null for all.</param>
public sealed record AuditFilter(DateOnly From, DateOnly To, Guid? VenueId)
{
    /// <summary>"audit-2026-Q3.xlsx" for a quarter, "audit-2026.xlsx" for a year, else both days.</summary>
    public string FileName
    {
        get
        {
            var isWhole = From.Day == 1 && To.AddDays(1).Day == 1 && From.Year == To.Year;
            var period = (From.Month, To.Month) switch
            {
                (1, 12) when isWhole => $"{From:yyyy}",
                (1, 3) or (4, 6) or (7, 9) or (10, 12) when isWhole => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy}-Q{To.Month / 3}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}-to-{To:yyyy-MM-dd}"),
            };
            return $"audit-{period}.xlsx";
        }
    }
}
