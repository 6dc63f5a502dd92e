using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Hire;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>What the two pages with a fund's facts share: its boxes, and lines that a button adds and removes without script.</summary>
[RequirePermission(Permission.ManageFunds)]
public abstract class FundPage(FundQueries funds) : PageModel
{
    private const string LineBoxes = "Input.Lines";

    [BindProperty]
    public FundInput Input { get; set; } = new();

    /// <summary>The button pressed.</summary>
    [BindProperty]
    public string? Act { get; set; }

    /// <summary>Who may answer for the fund.</summary>
    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    /// <summary>Wards that are known.</summary>
    public IReadOnlyList<string> Wards { get; private set; } = [];

    /// <summary>Lines that something points at: they stay.</summary>
    public IReadOnlySet<Guid> InUse { get; protected set; } = new HashSet<Guid>();

    /// <summary>True when a line may not be removed.</summary>
    public bool Stays(Guid? line) => line is { } id && InUse.Contains(id);

    /// <summary>What is read about funds.</summary>
    protected FundQueries Queries => funds;

    /// <summary>Reads what the form offers, and puts back what a form cannot send: an empty first line.</summary>
    protected async Task ReadAsync(FundOfficer? current, CancellationToken cancellationToken)
    {
        var officers = await funds.OfficersAsync(cancellationToken);
        if (current is not null && officers.All(one => one.Id != current.Id))
            officers = [.. officers, current];
        Officers = [.. officers.Select(one => new Choice(one.Id.ToString(), one.Name))];
        Wards = await funds.WardsAsync(cancellationToken);
        Rows.AtLeastOne(Input.Lines);
    }

    /// <summary>Adds or removes a line; false when the button means something else. What is typed in the other boxes stays, mistakes and all.</summary>
    protected bool ChangeLines()
    {
        if (Act is null || !Rows.Change(Input.Lines, Act))
            return false;
        foreach (var (key, entry) in ModelState.ToList())
            if (key.StartsWith(LineBoxes, StringComparison.Ordinal) && Act != "add")
                ModelState.Remove(key);
            else if (entry is not null)
            {
                entry.Errors.Clear();
                entry.ValidationState = ModelValidationState.Skipped;
            }
        return true;
    }

    /// <summary>Goes to the fund, or shows the form again with the reasons.</summary>
    protected IActionResult Answer(Outcome outcome, Guid id, string done)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.Succeeded)
            return this.PageWithRefusals(outcome.Refusals);
        this.Notify(done);
        return Redirect($"/funds/{id}");
    }
}
