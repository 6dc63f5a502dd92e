namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Answers read back, with or without links to change them.</summary>
public sealed record HireAnswersView(string Reference, IReadOnlyList<AnswerGroup> Groups, bool CanChange);
