namespace CouncilPremises.Domain.Hire;

/// <summary>Everything a hirer answers, B2–B16. A missing member is not answered yet.</summary>
public sealed record HireAnswers;
