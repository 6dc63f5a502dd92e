using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>A new application with the answers of an earlier one: for a known hirer who asks every year.</summary>
public sealed class AgainModel(CaseFiles files, HireDrafts drafts) : ApplicationPage(files)
{
    private string started = "";

    protected override bool IsOpen => Application.Case.State != CaseState.Draft && Application.GroupRoles(Me).HasFlag(Roles.LeadContact);

    protected override string Done => "A new application is started, with your answers filled in. Look each page over.";

    protected override string NextHref => HireSteps.Home(started);

    protected override async Task<Outcome> ActAsync(CancellationToken cancellationToken)
    {
        var outcome = await drafts.StartAgainAsync(Reference, Me, cancellationToken);
        if (!outcome.Succeeded)
            return Outcome.Refused(outcome.Refusals);
        started = outcome.Value;
        return Outcome.Ok();
    }
}
