using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>The bank holidays an administrator keeps, as the calendar of working days.</summary>
public sealed class BankHolidays(AppDbContext db)
{
    /// <summary>Working days: Monday to Friday less the bank holidays kept.</summary>
    public async Task<WorkingDays> WorkingDaysAsync(CancellationToken cancellationToken) =>
        new(await db.BankHolidays.AsNoTracking().Select(h => h.Day).ToListAsync(cancellationToken));
}
