using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;

namespace CouncilPremises.Application.Cases;

/// <summary>What each letter about a case says, taken from its file. No sensitive text: N5 is neutral, and nothing names a list or a tier.</summary>
public sealed class CaseNotices(NoticeWriter writer)
{
    /// <summary>Adds a letter to the save under way.</summary>
    public Task QueueAsync(NoticeCode code, CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return writer.QueueAsync(code, file.Case, FactsOf(code, file), cancellationToken);
    }

    /// <summary>Adds the letter with the council's questions to the save under way: N2.</summary>
    /// <param name="file">The case, with the questions just asked.</param>
    /// <param name="setsAside">True when that sets aside a change the group had begun and not sent.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public Task QueueAskedAsync(CaseFile file, bool setsAside, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var facts = FactsOf(NoticeCode.N2, file);
        return writer.QueueAsync(NoticeCode.N2, file.Case, setsAside
            ? facts with { Questions = [.. facts.Questions, "You had begun a change and not sent it. It is set aside: if you still want it, ask for it again once you have answered."] }
            : facts, cancellationToken);
    }

    /// <summary>Adds the letter about a change to the save under way: N12, with the calendar of every booked date.</summary>
    public Task QueueChangedAsync(HireFile file, IReadOnlyList<string> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var live = file.Hire.Occurrences.Where(o => o.State is OccurrenceState.Held or OccurrenceState.Confirmed).OrderBy(o => o.StartUtc).ToList();
        return writer.QueueAsync(NoticeCode.N12, file.Case, new NoticeFacts { Changes = changes, Dates = live, Charge = HireCharges.Of(file, live) }, cancellationToken);
    }

    /// <summary>What a letter would say now; nothing besides the case itself when what it is about has not happened. For a preview.</summary>
    public static NoticeFacts FactsSoFar(NoticeCode code, CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var happened = code switch
        {
            NoticeCode.N1 or NoticeCode.N5 or NoticeCode.N6 => true,
            NoticeCode.N2 => file.InformationRequests.Count > 0,
            NoticeCode.N7 or NoticeCode.N8 => file.Conditions.Count > 0,
            NoticeCode.N9 => file.MindedToRefuse is not null,
            NoticeCode.N10 => file.Decisions.Any(d => d.Kind == DecisionKind.Refuse),
            _ => false,
        };
        return happened ? FactsOf(code, file) : NoticeFacts.None;
    }

    private static NoticeFacts FactsOf(NoticeCode code, CaseFile file) => file switch
    {
        HireFile hire => OfHire(code, hire),
        GrantFile grant => GrantNotices.FactsOf(code, grant),
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    };

    private static NoticeFacts OfHire(NoticeCode code, HireFile file) => code switch
    {
        NoticeCode.N1 => GroupDuties.Received(file),
        NoticeCode.N2 => new NoticeFacts { Questions = file.InformationRequests[^1].Questions, Deadline = file.InformationRequests[^1].DueOn },
        NoticeCode.N5 => GroupDuties.FurtherChecks(file),
        NoticeCode.N6 => new NoticeFacts
        {
            Charge = HireCharges.Of(file, file.Hire.Occurrences.Where(o => o.State == OccurrenceState.Confirmed)),
            BeforeYouCome = BeforeYouCome(file),
            Conditions = [.. file.Conditions.Where(c => c is { Timing: ConditionTiming.AtTheEvent, State: ConditionState.Accepted }).Select(c => Ended(c.Text))],
        },
        NoticeCode.N7 => new NoticeFacts
        {
            Conditions = [.. file.Conditions.Select(Sentence)],
            Deadline = file.Conditions.Min(c => c.DueOn),
            ReviewDeadline = file.ReviewUntil(file.Today),
        },
        NoticeCode.N8 => new NoticeFacts
        {
            Conditions = [.. file.Conditions.Where(c => !c.LetsConfirm).Select(Sentence)],
            Deadline = file.Conditions.Where(c => !c.LetsConfirm).Select(c => (DateOnly?)c.DueOn).Min(),
        },
        NoticeCode.N9 => new NoticeFacts { Ground = file.MindedToRefuse?.Ground, Reasons = [file.MindedToRefuse?.Text ?? ""], Deadline = file.AnswerDueOn },
        NoticeCode.N10 => Refused(file),
        NoticeCode.N11 => new NoticeFacts { WhatHappened = Cancelled(file) },
        NoticeCode.N12 or NoticeCode.N19 or NoticeCode.N21 or NoticeCode.Breach or NoticeCode.N0 => NoticeFacts.None,
        NoticeCode.N14 or NoticeCode.N1Grant or NoticeCode.N2Grant or NoticeCode.N3Grant or NoticeCode.N4Grant or NoticeCode.N5Grant or NoticeCode.N9Grant or NoticeCode.N8Grant or NoticeCode.N15 or NoticeCode.N16 or NoticeCode.N17 or NoticeCode.N18 or NoticeCode.BankChanged or NoticeCode.RoundShortened or NoticeCode.PayBack
            or NoticeCode.N10Grant or NoticeCode.N19Grant or NoticeCode.N21Grant => NoticeFacts.None,
        NoticeCode.N3 or NoticeCode.N4 or NoticeCode.N13 or NoticeCode.NotDecided => throw new ArgumentOutOfRangeException(nameof(code), code, "The timers write this letter."),
    };

    private static string? BeforeYouCome(HireFile file) =>
        file.Hire.Answers.IsElectionMeeting()
            ? "There is no hire fee for an election meeting. You pay what heating, lighting, cleaning and preparing the room cost, and for any damage."
            : null;

    internal static NoticeFacts Refused(CaseFile file)
    {
        var refusal = file.Decisions.Last(d => d.Kind is DecisionKind.Refuse or DecisionKind.RefuseDates);
        return new NoticeFacts
        {
            Dates = refusal.OccurrenceIds.Count == 0 ? null : [.. file.Occurrences.Where(o => refusal.OccurrenceIds.Contains(o.Id))],
            Ground = refusal.Ground,
            Reasons = [refusal.Text, .. refusal.Answers.Where(a => a.Key is not ("P7" or Refuse.AlternativesKey or Grants.DeclineGrant.InternalKey)).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{Heading(a.Key)}: {a.Value}")],
            YourAnswer = refusal.Answers.TryGetValue("P7", out var heard) ? $"{Heading("P7")}: {heard}" : null,
            Alternatives = refusal.Answers.TryGetValue(Refuse.AlternativesKey, out var offered) ? [offered] : [],
            ReviewDeadline = file.ReviewUntil(file.Today),
        };
    }

    private static string Heading(string code) => RefusalReasons.Questions.First(q => q.Code == code).Heading;

    // What officers wrote may lack its full stop
    internal static string Sentence(Condition condition) =>
        $"{Ended(condition.Text)} Why: {Ended(condition.Reason)} {(condition.Timing == ConditionTiming.Before ? $"Meet it by {Day(condition.DueOn)}." : $"Accept it by {Day(condition.DueOn)}, and keep it at the event.")}";

    private static string Ended(string text) => text.Trim() is { Length: > 0 } words && words[^1] is not ('.' or '!' or '?') ? words + "." : text.Trim();

    private static string Cancelled(HireFile file) => file.Hire.Occurrences.Count(o => o.State is OccurrenceState.Held or OccurrenceState.Confirmed or OccurrenceState.OnHold) switch
    {
        0 => "You cancelled this booking.",
        1 => "You cancelled a part of this booking. One date stands.",
        var left => $"You cancelled a part of this booking. {left} dates stand.",
    };

    private static string Day(DateOnly? day) => day is { } given ? NoticeWords.Day(given) : "";
}
