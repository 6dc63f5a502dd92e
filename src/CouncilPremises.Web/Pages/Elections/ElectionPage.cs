using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Elections;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Elections;

/// <summary>What the two pages with an election's facts share.</summary>
[RequirePermission(Permission.ManageElections)]
public abstract class ElectionPage(ElectionKeeping elections) : PageModel
{
    [BindProperty]
    public ElectionInput Input { get; set; } = new();

    /// <summary>The wards that venues stand in.</summary>
    public IReadOnlyList<Choice> Wards { get; private set; } = [];

    /// <summary>The elections' keeper.</summary>
    protected ElectionKeeping Keeping => elections;

    /// <summary>Reads what the form offers.</summary>
    protected async Task ReadWardsAsync(CancellationToken cancellationToken) =>
        Wards = [.. (await elections.WardsAsync(cancellationToken)).Select(ward => new Choice(ward, ward))];

    /// <summary>An election as it is typed.</summary>
    public sealed class ElectionInput
    {
        [Display(Name = "The name")]
        public string? Name { get; set; }

        [Display(Name = "The first day")]
        public DateOnly? FirstDay { get; set; }

        [Display(Name = "Polling day")]
        public DateOnly? PollingDay { get; set; }

        [Display(Name = "The wards")]
        public List<string> Wards { get; set; } = [];

        /// <summary>The facts as typed.</summary>
        public ElectionFacts ToFacts() => new(Name ?? "", FirstDay, PollingDay, Wards);
    }
}
