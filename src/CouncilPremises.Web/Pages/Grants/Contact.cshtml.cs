using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G1, as B2: whom to speak to.</summary>
public sealed class ContactModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public ContactInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Contact;

    protected override void Show(GrantAnswers answers) => Input.Contact = Hire.ContactInput.Of(new HireAnswers { Contact = answers.Contact }).Contact;

    protected override GrantAnswers Apply(GrantAnswers answers)
    {
        var typed = Input.Contact;
        return answers with
        {
            Contact = new() { Name = typed.Name, Role = typed.Role, Email = typed.Email, NoEmail = typed.NoEmail ? true : null, Phone = typed.Phone, Over18 = typed.Over18 },
        };
    }

    public sealed class ContactInput
    {
        public Hire.ContactInput.ContactFields Contact { get; set; } = new();
    }
}
