using CouncilPremises.Application.Cases;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A page about a grant case; a hire is not found there.</summary>
public abstract class GrantCasePage(CaseViews views) : CasePage(views)
{
    /// <summary>Everything that hangs on the case.</summary>
    public GrantFile GrantCase => (GrantFile)Case.File;

    /// <inheritdoc />
    protected override bool Takes(CaseFile file) => file is GrantFile;
}
