using System.Globalization;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>How often everyday names are alerted on, by group of names, and what officers made of hits.</summary>
[RequirePermission(Permission.ReadFairness)]
public sealed class FairnessModel(FairnessReports reports) : PageModel
{
    /// <summary>The report.</summary>
    public FairnessReport Report { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Report = await reports.ReadAsync(cancellationToken);

    internal static string Day(DateTime instantUtc) => CouncilTime.DayOf(instantUtc).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
