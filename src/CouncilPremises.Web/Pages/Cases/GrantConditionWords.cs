using CouncilPremises.Domain.Cases;
using CouncilPremises.Web.TagHelpers;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>The conditions an award may have, in the words of grants: nothing about rooms.</summary>
public static class GrantConditionWords
{
    /// <summary>Kinds to choose from.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [.. new[]
    {
        ConditionKind.Documents, ConditionKind.FinishCheck, ConditionKind.FixedSpeakers, ConditionKind.Over18, ConditionKind.OfficerAttends, ConditionKind.NoLivestream,
    }.Select(kind => new Choice(kind.ToString(), kind.Words()))];

    /// <summary>When it must be met.</summary>
    public static IReadOnlyList<Choice> Timings { get; } =
        [new(ConditionTiming.Before.ToString(), "Before any money is paid"), new(ConditionTiming.AtTheEvent.ToString(), "While the project runs")];

    /// <summary>When a condition must be met, in the words of the case's kind.</summary>
    public static string Words(this ConditionTiming timing, CaseKind kind) => (timing, kind) switch
    {
        (ConditionTiming.Before, CaseKind.Grant) => "before any money is paid",
        (ConditionTiming.AtTheEvent, CaseKind.Grant) => "while the project runs",
        (ConditionTiming.Before, CaseKind.Hire) => "before the booking is confirmed",
        (ConditionTiming.AtTheEvent, CaseKind.Hire) => "at the event",
    };
}
