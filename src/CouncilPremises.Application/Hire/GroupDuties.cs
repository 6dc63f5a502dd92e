using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Application.Hire;

/// <summary>Something that only the hirer can do, and that the council waits for although it has asked no question.</summary>
/// <param name="Check">The check it is for.</param>
/// <param name="Text">What to do, after "You:".</param>
/// <param name="Page">Last part of the address where it is done; null when it is sent or brought to the council.</param>
public sealed record GroupDuty(CheckCode Check, string Text, string? Page);

/// <summary>What the hirer of an application must do for the council to decide. Derived, never stored, so that no letter and no page says
/// "you need do nothing" while something waits for the hirer.</summary>
public static class GroupDuties
{
    /// <summary>What waits for the hirer; nothing before it is sent and after it is decided.</summary>
    public static IReadOnlyList<GroupDuty> Of(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ChangeStates.IsUndecided(file.Case.State) ? [.. Waiting(file)] : [];
    }

    /// <summary>True when these answers may leave a duty besides the hirer's own declaration: people in the group's care, or a real organiser.</summary>
    public static bool MayFollowFrom(HireAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Eligible.NeedsSafeguarding(answers) || answers.OrganiserName() is not null;
    }

    /// <summary>The duties in one line: "have the declaration signed, and give us your safeguarding policy".</summary>
    public static string Words(IReadOnlyList<GroupDuty> duties)
    {
        ArgumentNullException.ThrowIfNull(duties);
        return duties.Count < 2 ? string.Concat(duties.Select(duty => duty.Text))
            : $"{string.Join(", ", duties.Take(duties.Count - 1).Select(duty => duty.Text))}, and {duties[^1].Text}";
    }

    /// <summary>The last day by which the council means to decide. Where its time stands still until an officer goes on, as if they went on
    /// when the hirer answered. Never after the first date. RULEBOOK 6.</summary>
    public static DateOnly DecideBy(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var answered = file.InformationRequests.Select(request => request.AnsweredUtc).Max();
        var pauses = file.Pauses().Select(pause => pause with { Until = pause.Until ?? Domain.Time.CouncilTime.DayOf(answered ?? file.NowUtc) });
        var day = file.Clocks.Decide(file.SubmittedOn, file.Tier, file.Hire.Answers.IsElectionMeeting(), [.. pauses]) ?? file.Today;
        return BeforeEvent(file, day);
    }

    /// <summary>A promised day, or the day before the first date where that comes sooner; never one that is over.</summary>
    public static DateOnly BeforeEvent(HireFile file, DateOnly promised)
    {
        ArgumentNullException.ThrowIfNull(file);
        var last = file.FirstDay == DateOnly.MaxValue || promised < file.FirstDay ? promised : file.FirstDay.AddDays(-1);
        return last < file.Today ? file.Today : last;
    }

    /// <summary>N1: who acts next.</summary>
    internal static NoticeFacts Received(HireFile file) =>
        new() { NextStep = $"We will take a first look by {NoticeWords.Day(file.NextDueOn() ?? file.Today)}. {Yours(file)}" };

    /// <summary>N5: neutral, with the day by which the council decides.</summary>
    internal static NoticeFacts FurtherChecks(HireFile file) =>
        new() { NextStep = $"We are making further checks. This is routine and says nothing against anybody. We decide by {NoticeWords.Day(DecideBy(file))}. {Yours(file)}" };

    private static string Yours(HireFile file)
    {
        var duties = Of(file);
        if (duties.Count == 0)
            return "You need do nothing until we write.";
        var how = duties.Any(duty => duty.Page is null) ? " Papers you can e-mail or bring to us, with your reference." : "";
        // Whoever had it typed may have no account
        var where = file.Case.IsTyped ? "Ring us or come by with your reference, and we do it together." : "Sign in and open your application: the first thing you see is what to do.";
        return $"Please do this now, because we cannot decide without it: {Words(duties)}. {where}{how}";
    }

    private static IEnumerable<GroupDuty> Waiting(HireFile file)
    {
        // Whoever declined to sign is spoken with, and not asked again
        if (IsMissing(file, CheckCode.DEC) && file.Latest(CheckCode.DEC)?.Outcome != CheckOutcome.Refer)
            yield return new(CheckCode.DEC, "have the declaration signed", "sign");
        if (CoSigning.IsOpen(file))
            yield return new(CheckCode.DEC, "have the real organiser sign the declaration too", "co-sign");
        if (IsMissing(file, CheckCode.DBS) && DbsStanding.Needs(file.Hire.Answers.PeopleAtRisk, file.Today) is { Count: > 0 } people)
            yield return new(CheckCode.DBS, $"confirm DBS checks (formerly CRB) for {(people.Count == 1 ? "1 person" : "your people")}", "dbs");
        if (IsMissing(file, CheckCode.SAF))
            yield return new(CheckCode.SAF, "give us your safeguarding policy", null);
    }

    private static bool IsMissing(HireFile file, CheckCode code) =>
        file.Derived.Needs(code) && file.StandingOn(code, file.Today).Kind is StandingKind.Missing or StandingKind.Expired;
}
