using System.Globalization;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Lists;

/// <summary>Which editions are in use, what waits, and what needs attention.</summary>
[RequirePermission(Permission.ManageLists)]
public sealed class IndexModel(ListQueries queries) : PageModel
{
    public IReadOnlyList<ListInUse> Lists { get; private set; } = [];

    /// <summary>Own decisions tried today.</summary>
    public int OwnDecisions { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Lists = await queries.AllAsync(cancellationToken);
        OwnDecisions = await queries.OwnDecisionsAsync(cancellationToken);
    }

    internal static string DateOf(ListInUse list) => list.Edition is { } edition
        ? (edition.PublishedOn ?? CouncilTime.DayOf(edition.ImportedUtc)).ToString("d MMMM yyyy", CultureInfo.CurrentCulture) : "None";

    internal static string AgeOf(ListInUse list) => list.AgeInDays switch { null => "None", 0 => "Today", 1 => "1 day ago", var days => $"{days} days ago" };

    internal static string TriedOf(ListInUse list) => list.Rescreening switch
    {
        null => "With each case",
        { FinishedUtc: null } under => $"Under way: {under.CasesDone} cases done, {under.HitsFound} new possible matches",
        var done => $"{done.CasesDone} cases, {done.HitsFound} new possible matches",
    };
}
