using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Web.Binding;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>The boxes for one partner or onward payee.</summary>
public sealed class PartnerFields
{
    [Display(Name = "The legal name")]
    public string? Name { get; set; }

    [Display(Name = "The kind of body")]
    public OrganisationType? Type { get; set; }

    [Display(Name = "What they do")]
    public string? Does { get; set; }

    [Display(Name = "The address")]
    public string? Address { get; set; }

    [Display(Name = "The charity number")]
    public string? CharityNumber { get; set; }

    [Display(Name = "The company number")]
    public string? CompanyNumber { get; set; }

    [Display(Name = "The people who run it")]
    public string? OfficeHolders { get; set; }

    [Display(Name = "Whether part of the grant is paid on")]
    public bool? IsPaid { get; set; }

    [Display(Name = "The amount paid on")]
    public Money? Amount { get; set; }

    public bool IsEmpty => Name is null && Type is null && Does is null && Address is null && CharityNumber is null && CompanyNumber is null && OfficeHolders is null && IsPaid is null && Amount is null;

    public static PartnerFields Of(PartnerAnswer one) => new()
    {
        Name = one.Name,
        Type = one.Type,
        Does = one.Does,
        Address = one.Address,
        CharityNumber = one.CharityNumber,
        CompanyNumber = one.CompanyNumber,
        OfficeHolders = string.Join('\n', one.OfficeHolders),
        IsPaid = one.IsPaid,
        Amount = one.Amount,
    };

    public PartnerAnswer ToAnswer() => new()
    {
        Name = Name,
        Type = Type,
        Does = Does,
        Address = Address,
        CharityNumber = CharityNumber,
        CompanyNumber = CompanyNumber,
        OfficeHolders = LinesText.Read(OfficeHolders).ToValueList(),
        IsPaid = IsPaid,
        Amount = IsPaid == true ? Amount : null,
    };
}
