using CouncilPremises.Domain;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Application.Notices;

/// <summary>What a letter says besides what the case itself tells: reference, names, room, dates, link and contact are filled in from the case.</summary>
/// <remarks>Each letter needs the members named after it; the others are left null. Texts may hold anything: they are shown as text.</remarks>
public sealed record NoticeFacts
{
    /// <summary>Nothing but what the case tells: enough for N6.</summary>
    public static NoticeFacts None { get; } = new();

    /// <summary>The dates the letter is about; null for those that fit it: booked dates for N6 and N12, cancelled ones for N11, all others for the rest.</summary>
    public IReadOnlyList<Occurrence>? Dates { get; init; }

    /// <summary>N1, N5, N19, N21, NotDecided, Breach: who acts next and by when, in one or two sentences.</summary>
    public string? NextStep { get; init; }

    /// <summary>N3: what we wait for.</summary>
    public string? Reminder { get; init; }

    /// <summary>N3: what happens if nothing comes.</summary>
    public string? WhatThen { get; init; }

    /// <summary>N4: why it is closed.</summary>
    public string? WhyClosed { get; init; }

    /// <summary>N2, N3, N7, N8, N9: last day to answer or to meet the conditions.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>N2: what we ask.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>N7, N8: each condition with its reason and due date.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>N9, N10, and N11 when the council cancelled. The reasons of D1 and D9 are never mailed: the letter leads to them instead.</summary>
    public Ground? Ground { get; init; }

    /// <summary>N9: the gist. N10: the reason and the summary of P1–P7. N11: optional.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>N10: what we made of the hirer's answer (P7); optional.</summary>
    public string? YourAnswer { get; init; }

    /// <summary>N7, N10: last day to ask for a review.</summary>
    public DateOnly? ReviewDeadline { get; init; }

    /// <summary>N11: who cancelled, and that it is cancelled. N19: what the review came to. N21: that it is paused, or no longer. Breach: what is said, or was decided.</summary>
    public string? WhatHappened { get; init; }

    /// <summary>N11, NotDecided: what is paid back or charged; optional.</summary>
    public string? Refund { get; init; }

    /// <summary>N10, N11: other rooms or times; optional.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>N11: review and Ombudsman, when the council cancelled; optional.</summary>
    public string? Challenge { get; init; }

    /// <summary>N12: each change.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>N6, N12: what the booking costs; optional.</summary>
    public Money? Charge { get; init; }

    /// <summary>N14, N15: what is offered, or on its way.</summary>
    public Money? Amount { get; init; }

    /// <summary>Addresses the letter goes to besides the group's own, such as those known before a change.</summary>
    public IReadOnlyList<string> AlsoTo { get; init; } = [];

    /// <summary>N6: how to get in, whom to ring; optional.</summary>
    public string? BeforeYouCome { get; init; }
}
