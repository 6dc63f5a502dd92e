using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Application.Hire;

/// <summary>The answers that the group may write now, and in which sections: all of a draft, or those that a request of the council or a
/// change has opened.</summary>
/// <param name="Answers">As they are written so far.</param>
/// <param name="Sections">The sections that are open.</param>
/// <param name="Saved">Sections the group has gone over.</param>
/// <param name="Change">The change they belong to; null for a draft.</param>
public sealed record OpenAnswers(HireAnswers Answers, IReadOnlySet<HireSection> Sections, IReadOnlySet<HireSection> Saved, Change? Change)
{
    /// <summary>What is open on a case; null when nothing is.</summary>
    public static OpenAnswers? Of(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Case.State == CaseState.Draft)
            return new OpenAnswers(file.Hire.Answers, Enum.GetValues<HireSection>().ToHashSet(),
                Enum.GetValues<HireSection>().Where(section => file.Hire.SavedSections.Contains(section.ToString())).ToHashSet(), null);
        return file.Change is { State: ChangeState.Draft } change && MayWrite(file.Case.State, change)
            ? new OpenAnswers(change.Answers, change.Sections.ToHashSet(), change.SavedSections.ToHashSet(), change)
            : null;
    }

    private static bool MayWrite(CaseState state, Change change) =>
        change.RequestId is not null ? state == CaseState.InfoRequested : ChangeStates.IsUndecided(state) || ChangeStates.IsBooked(state);
}

/// <summary>In which states of its case a hirer may ask for a change. Paused, contested or closed cases are not changed meanwhile.</summary>
public static class ChangeStates
{
    /// <summary>Nothing is decided yet: a change becomes part of what is decided.</summary>
    public static bool IsUndecided(CaseState state) =>
        state is CaseState.Submitted or CaseState.Checking or CaseState.Referred or CaseState.ReadyForDecision;

    /// <summary>It is approved: the booking stands until the change is decided.</summary>
    public static bool IsBooked(CaseState state) => state is CaseState.ApprovedWithConditions or CaseState.Confirmed;

    /// <summary>Nothing more happens to it.</summary>
    public static bool IsOver(CaseState state) =>
        state is CaseState.Refused or CaseState.Completed or CaseState.Withdrawn or CaseState.CancelledByHirer
            or CaseState.Lapsed or CaseState.NotDecided or CaseState.CancelledByCouncil;
}
