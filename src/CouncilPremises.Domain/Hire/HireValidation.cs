using CouncilPremises.Domain.Policies;
namespace CouncilPremises.Domain.Hire;
/// <summary>TEMP</summary>
public static class HireValidation
{
    /// <summary>TEMP</summary>
    public static IReadOnlyList<Refusal> Section(HireSection section, HireAnswers answers, HireFacts facts, Policy policy) => [];
    /// <summary>TEMP</summary>
    public static IReadOnlyList<Refusal> All(HireAnswers answers, HireFacts facts, Policy policy) => [];
}
