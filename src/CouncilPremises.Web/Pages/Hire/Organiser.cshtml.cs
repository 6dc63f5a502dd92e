using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B3, T9: whoever stands behind the event gives B1–B2.</summary>
public sealed class OrganiserModel(CaseFiles files, HireDrafts drafts) : StepPage(files, drafts)
{
    [BindProperty]
    public OrganiserInput Input { get; set; } = new();

    public override HireStep Step => HireSteps.Organiser;

    protected override void Show(HireAnswers answers)
    {
        var other = answers.OnBehalf;
        Input.OnBehalf = new()
        {
            Who = other.Who,
            Role = other.Role,
            IsPerson = other.IsPerson,
            OfficeHolders = other.OfficeHolders.Count > 0 ? other.OfficeHolders[0] : null,
            SecondOfficeHolder = other.OfficeHolders.Count > 1 ? other.OfficeHolders[1] : null,
            Address = other.Address,
            ContactName = other.ContactName,
            Email = other.Email,
            Phone = other.Phone,
        };
    }

    protected override HireAnswers Apply(HireAnswers answers)
    {
        var other = Input.OnBehalf;
        return answers with
        {
            OnBehalf = answers.OnBehalf with
            {
                Who = other.Who,
                Role = other.Role,
                IsPerson = other.IsPerson,
                OfficeHolders = other.IsPerson == true ? [] : new[] { other.OfficeHolders, other.SecondOfficeHolder }.OfType<string>().ToValueList(),
                Address = other.Address,
                ContactName = other.ContactName,
                Email = other.Email,
                Phone = other.Phone,
            },
        };
    }

    public sealed class OrganiserInput
    {
        public OrganiserFields OnBehalf { get; set; } = new();
    }

    public sealed class OrganiserFields
    {
        [Display(Name = "Their legal name")]
        public string? Who { get; set; }

        [Display(Name = "What they have to do with the event")]
        public string? Role { get; set; }

        [Display(Name = "Whether they are a group")]
        public bool? IsPerson { get; set; }

        [Display(Name = "The first office-holder")]
        public string? OfficeHolders { get; set; }

        [Display(Name = "The second office-holder")]
        public string? SecondOfficeHolder { get; set; }

        [Display(Name = "Their address")]
        public string? Address { get; set; }

        [Display(Name = "Whom to speak to")]
        public string? ContactName { get; set; }

        [Display(Name = "Their email address")]
        public string? Email { get; set; }

        [Display(Name = "Their telephone number")]
        public string? Phone { get; set; }
    }
}
