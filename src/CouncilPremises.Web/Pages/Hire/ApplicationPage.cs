using CouncilPremises.Application.Cases;
using CouncilPremises.Web.Pages.Shared;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>A page about one application for a room.</summary>
public abstract class ApplicationPage(CaseFiles files) : GroupCasePage<HireFile>(files);
