using CouncilPremises.Application.Publishing;
using CouncilPremises.Domain.Publishing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Publishing;

/// <summary>Grants awarded, for everybody: the list of a financial year, and the same as open data.</summary>
[AllowAnonymous]
public sealed class IndexModel(Publications publications) : PageModel
{
    /// <summary>Grants on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Financial year: "2026-27"; the newest when not said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Part { get; set; } = 1;

    /// <summary>Years in which something was awarded.</summary>
    public IReadOnlyList<PublicationYear> Years { get; private set; } = [];

    /// <summary>The year shown.</summary>
    public PublicationYear? Shown { get; private set; }

    /// <summary>Its grants that passed every check.</summary>
    public IReadOnlyList<PublishedGrant> Grants { get; private set; } = [];

    /// <summary>True when there are files to take.</summary>
    public bool HasFiles { get; private set; }

    /// <summary>Pages of the list.</summary>
    public int Parts { get; private set; } = 1;

    /// <summary>How many grants the year has.</summary>
    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Years = await publications.YearsAsync(cancellationToken);
        if (Years.Count == 0)
            return Page();
        var year = Years[0];
        if (!string.IsNullOrEmpty(Year) && (!PublicationYear.TryParse(Year, out year) || !Years.Contains(year)))
            return NotFound();
        var publication = await publications.CheckAsync(year, cancellationToken);
        (Shown, HasFiles, Count) = (year, publication.WhyNot.Count == 0, publication.Grants.Count);
        Parts = Math.Max(1, (Count + PageSize - 1) / PageSize);
        Part = Math.Clamp(Part, 1, Parts);
        Grants = [.. publication.Grants.Reverse().Skip((Part - 1) * PageSize).Take(PageSize)];
        return Page();
    }
}
