using System.Globalization;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>Which editions are in use, and what needs attention.</summary>
[RequirePermission(Permission.ManageLists)]
public sealed class IndexModel(ListQueries queries) : PageModel
{
    public IReadOnlyList<ListInUse> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lists = await queries.AllAsync(cancellationToken);

    internal static string DateOf(ListInUse list) => list.Edition is { } edition
        ? (edition.PublishedOn ?? CouncilTime.DayOf(edition.ImportedUtc)).ToString("d MMMM yyyy", CultureInfo.CurrentCulture) : "None";

    internal static string AgeOf(ListInUse list) => list.AgeInDays switch { null => "None", 0 => "Today", 1 => "1 day", var days => $"{days} days" };
}
