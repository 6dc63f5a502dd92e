using CouncilPremises.Application.Cases;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>A page about a hire case; a grant is not found there.</summary>
public abstract class HireCasePage(CaseViews views) : CasePage(views)
{
    /// <summary>Everything that hangs on the case.</summary>
    public HireFile HireCase => (HireFile)Case.File;

    /// <inheritdoc />
    protected override bool Takes(CaseFile file) => file is HireFile;
}
