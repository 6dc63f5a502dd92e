using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;

namespace CouncilPremises.Web.Pages.Organisation;

/// <summary>What is typed about an organisation. RULEBOOK 3 B1.</summary>
public sealed class FactsInput
{
    /// <summary>Rows for office-holders on the form.</summary>
    public const int HolderRows = 4;

    [Display(Name = "Legal name")]
    public string? Name { get; set; }

    [Display(Name = "Other names")]
    public string? OtherNames { get; set; }

    [Display(Name = "Charity number")]
    public string? CharityNumber { get; set; }

    [Display(Name = "Company number")]
    public string? CompanyNumber { get; set; }

    [Display(Name = "Address")]
    public string? Address { get; set; }

    [Display(Name = "Office-holders")]
    public IList<HolderInput> OfficeHolders { get; set; } = NewRows();

    /// <summary>The kind of hirer that a kind of body is.</summary>
    public static HirerKind KindOf(OrganisationType type) => type switch
    {
        OrganisationType.Individual => HirerKind.Individual,
        OrganisationType.InternalBody => HirerKind.InternalBody,
        _ => HirerKind.Group,
    };

    /// <summary>The form filled in with what is known.</summary>
    public static FactsInput Of(OrganisationFacts facts)
    {
        var rows = NewRows();
        for (var row = 0; row < facts.OfficeHolders.Count; row++)
        {
            var holder = new HolderInput { Name = facts.OfficeHolders[row].Name, Role = facts.OfficeHolders[row].Role };
            if (row < rows.Count)
                rows[row] = holder;
            else
                rows.Add(holder);
        }

        return new FactsInput
        {
            Name = facts.Name,
            OtherNames = string.Join('\n', facts.OtherNames),
            CharityNumber = facts.CharityNumber,
            CompanyNumber = facts.CompanyNumber,
            Address = facts.Address,
            OfficeHolders = rows,
        };
    }

    /// <summary>The facts as typed.</summary>
    public OrganisationFacts ToFacts(OrganisationType type) => new(
        type, Name ?? "", (OtherNames ?? "").Split('\n'), CharityNumber, CompanyNumber, Address ?? "",
        [.. OfficeHolders.Select(holder => new OfficeHolderFacts(holder.Name ?? "", holder.Role ?? ""))]);

    private static List<HolderInput> NewRows() => [.. Enumerable.Range(0, HolderRows).Select(_ => new HolderInput())];
}

/// <summary>One row for an office-holder.</summary>
public sealed class HolderInput
{
    [Display(Name = "Full name")]
    public string? Name { get; set; }

    [Display(Name = "Office")]
    public string? Role { get; set; }
}
