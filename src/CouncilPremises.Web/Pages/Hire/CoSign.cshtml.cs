using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>T9: the hirer has the real organiser asked again to sign.</summary>
public sealed class CoSignModel(CaseFiles files, CoSigning coSigning) : ApplicationPage(files)
{
    protected override bool IsOpen => CoSigning.IsOpen(Application) && Application.Case.SubmittedUtc is not null;

    protected override string Done => "We sent a new link.";

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken) => coSigning.AskAsync(Reference, Me, cancellationToken);
}
