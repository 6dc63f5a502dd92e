using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G1: what a grant asks of a group besides its own record.</summary>
public sealed class GroupModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Organisation;

    /// <summary>How many office-holders must not be related.</summary>
    public int Needed => Application.PolicyOfClocks.GrantOfficeHolders;

    protected override void Show(GrantAnswers answers)
    {
        var given = answers.Organisation;
        Input.Organisation = new()
        {
            HasGoverningDocument = given.HasGoverningDocument,
            GoverningDocument = given.GoverningDocument,
            UnrelatedOfficeHolders = given.UnrelatedOfficeHolders == true,
            Accounts = given.Accounts,
            Website = given.Website,
        };
    }

    protected override GrantAnswers Apply(GrantAnswers answers)
    {
        var typed = Input.Organisation;
        return answers with
        {
            Organisation = new()
            {
                HasGoverningDocument = typed.HasGoverningDocument,
                GoverningDocument = typed.HasGoverningDocument == true ? typed.GoverningDocument : null,
                UnrelatedOfficeHolders = typed.UnrelatedOfficeHolders ? true : null,
                Accounts = typed.Accounts,
                Website = string.IsNullOrWhiteSpace(typed.Website) ? null : typed.Website.Trim(),
            },
        };
    }

    public sealed class GroupInput
    {
        public OrganisationFields Organisation { get; set; } = new();
    }

    public sealed class OrganisationFields
    {
        [Display(Name = "Whether they are unrelated")]
        public bool UnrelatedOfficeHolders { get; set; }

        [Display(Name = "Whether you have a governing document")]
        public bool? HasGoverningDocument { get; set; }

        [Display(Name = "The governing document")]
        public string? GoverningDocument { get; set; }

        [Display(Name = "Your accounts")]
        public AccountsKind? Accounts { get; set; }

        [Display(Name = "Your website")]
        public string? Website { get; set; }
    }
}
