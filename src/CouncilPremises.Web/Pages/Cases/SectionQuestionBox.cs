namespace CouncilPremises.Web.Pages.Cases;

/// <summary>The box for a question about a part that is opened again.</summary>
/// <param name="Part">The part's name, as the form sends it.</param>
/// <param name="Text">What is typed, or the usual question.</param>
/// <param name="Mistake">What is wrong with it; null when nothing is.</param>
public sealed record SectionQuestionBox(string Part, string Text, string? Mistake)
{
    /// <summary>The box's id, which the error summary links to.</summary>
    public string Id => $"Questions_{Part}_";
}
