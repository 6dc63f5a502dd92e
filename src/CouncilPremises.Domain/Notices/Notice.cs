using CouncilPremises.Domain.Cases;

namespace CouncilPremises.Domain.Notices;

/// <summary>The notices built so far. RULEBOOK 10.</summary>
public enum NoticeCode
{
    /// <summary>Account messages that are no notice of the rulebook: confirm an address, reset a password, invitation.</summary>
    N0,

    /// <summary>Received.</summary>
    N1,

    /// <summary>Information needed.</summary>
    N2,

    /// <summary>Reminder.</summary>
    N3,

    /// <summary>Lapsed.</summary>
    N4,

    /// <summary>Further checks (neutral).</summary>
    N5,

    /// <summary>Approved, with iCal.</summary>
    N6,

    /// <summary>Conditions.</summary>
    N7,

    /// <summary>Condition due.</summary>
    N8,

    /// <summary>Minded to refuse.</summary>
    N9,

    /// <summary>Refused.</summary>
    N10,

    /// <summary>Cancelled, with iCal.</summary>
    N11,

    /// <summary>Changed, with iCal.</summary>
    N12,

    /// <summary>Declaration, DBS, insurance expiring.</summary>
    N13,

    /// <summary>Offer of a grant.</summary>
    N14,

    /// <summary>A payment is on its way.</summary>
    N15,

    /// <summary>A report is due.</summary>
    N16,

    /// <summary>Payments are stopped, or go on.</summary>
    N17,

    /// <summary>A grant may end, or has ended, before its time.</summary>
    N18,

    /// <summary>Review outcome.</summary>
    N19,

    /// <summary>Hold (neutral).</summary>
    N21,

    /// <summary>The event was reached undecided: apology, refund, complaint route. It has no number in RULEBOOK 10.</summary>
    NotDecided,

    /// <summary>Conditions of hire said to be broken: the hirer is asked for its side, or told what was decided. It has no number in RULEBOOK 10.</summary>
    Breach,

    /// <summary>N1 about a grant.</summary>
    N1Grant,

    /// <summary>N2 about a grant.</summary>
    N2Grant,

    /// <summary>N3 about a grant.</summary>
    N3Grant,

    /// <summary>N4 about a grant.</summary>
    N4Grant,

    /// <summary>N5 about a grant.</summary>
    N5Grant,

    /// <summary>N8 about a grant.</summary>
    N8Grant,

    /// <summary>Bank details were given or changed: told to the addresses known before. It has no number in RULEBOOK 10.</summary>
    BankChanged,

    /// <summary>A round closes earlier than it was to: told to each group with a draft in it. It has no number in RULEBOOK 10.</summary>
    RoundShortened,

    /// <summary>Money of a grant is to be paid back, or need not be. It has no number in RULEBOOK 10.</summary>
    PayBack,

    /// <summary>N9 about a grant.</summary>
    N9Grant,

    /// <summary>N10 about a grant.</summary>
    N10Grant,

    /// <summary>N19 about a grant.</summary>
    N19Grant,

    /// <summary>N21 about a grant.</summary>
    N21Grant,
}

/// <summary>Which words a notice has for a kind of case.</summary>
public static class NoticeCodes
{
    /// <summary>The notice in the words of grants where the case is one and the words differ; itself otherwise.</summary>
    public static NoticeCode For(this NoticeCode code, CaseKind kind) => kind == CaseKind.Hire ? code : code switch
    {
        NoticeCode.N1 => NoticeCode.N1Grant,
        NoticeCode.N2 => NoticeCode.N2Grant,
        NoticeCode.N3 => NoticeCode.N3Grant,
        NoticeCode.N4 => NoticeCode.N4Grant,
        NoticeCode.N5 => NoticeCode.N5Grant,
        NoticeCode.N8 => NoticeCode.N8Grant,
        NoticeCode.N9 => NoticeCode.N9Grant,
        NoticeCode.N10 => NoticeCode.N10Grant,
        NoticeCode.N19 => NoticeCode.N19Grant,
        NoticeCode.N21 => NoticeCode.N21Grant,
        _ => code,
    };

    /// <summary>As people quote it: "N1", "N10".</summary>
    public static string Number(this NoticeCode code) => code.ToString().Replace("Grant", "", StringComparison.Ordinal);
}

/// <summary>A letter's words as the council made them; the newest version is used, and none is ever changed. Version 0, the words that come with
/// the product, stands in no row.</summary>
public sealed class NoticeText
{
    /// <summary>Characters a letter may have.</summary>
    public const int Longest = 10_000;

    private NoticeText() { }

    /// <summary>A new version.</summary>
    public NoticeText(NoticeCode code, int version, string text, Guid byId, DateTime nowUtc) =>
        (Code, Version, Text, ById, MadeUtc) = (code, version, text, byId, nowUtc);

    /// <summary>Which letter.</summary>
    public NoticeCode Code { get; private set; }

    /// <summary>1 for the council's first.</summary>
    public int Version { get; private set; }

    /// <summary>Subject and words, in the format of the templates.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTime MadeUtc { get; private set; }
}

/// <summary>A message waiting to leave, or gone. Written in the same save as the act it tells of.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage() { }

    /// <summary>A new message, due at once.</summary>
    /// <param name="id">Id.</param>
    /// <param name="notice">Which notice.</param>
    /// <param name="caseId">The case; null for account messages and for letters to a group about itself.</param>
    /// <param name="content">What it says and to whom.</param>
    /// <param name="nowUtc">When.</param>
    /// <param name="organisationId">The group it was written to; null for account messages.</param>
    public OutboxMessage(Guid id, NoticeCode notice, Guid? caseId, MessageContent content, DateTime nowUtc, Guid? organisationId = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        (Id, Notice, CaseId, OrganisationId, CreatedUtc, NextAttemptUtc) = (id, notice, caseId, organisationId, nowUtc, nowUtc);
        (To, Subject, Text, Html) = (content.To, content.Subject, content.Text, content.Html);
        (CalendarName, Calendar, ThreadKey) = (content.CalendarName, content.Calendar, content.ThreadKey);
    }

    /// <summary>A letter to a reader without an e-mail address: it waits until somebody has printed and posted it.</summary>
    public static OutboxMessage ByPost(Guid id, NoticeCode notice, Guid caseId, string postTo, MessageContent content, DateTime nowUtc, Guid? organisationId) =>
        new(id, notice, caseId, content, nowUtc, organisationId) { PostTo = postTo, NextAttemptUtc = null };

    /// <summary>Id; the Message-ID is made from it, so that a repeat is recognised.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which notice.</summary>
    public NoticeCode Notice { get; private set; }

    /// <summary>The case; null for account messages and for letters to a group about itself.</summary>
    public Guid? CaseId { get; private set; }

    /// <summary>The group it was written to; null for account messages.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Address of the reader.</summary>
    public string To { get; private set; } = "";

    /// <summary>Name and postal address, one line a line, of a reader without an e-mail address; null for mail.</summary>
    public string? PostTo { get; private set; }

    /// <summary>Subject line.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Plain text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>HTML.</summary>
    public string Html { get; private set; } = "";

    /// <summary>File name of the calendar part; null without one.</summary>
    public string? CalendarName { get; private set; }

    /// <summary>The calendar part; null without one.</summary>
    public string? Calendar { get; private set; }

    /// <summary>What makes messages of one case thread: its reference.</summary>
    public string? ThreadKey { get; private set; }

    /// <summary>When written.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>When to try next; null once sent or given up.</summary>
    public DateTime? NextAttemptUtc { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it left.</summary>
    public DateTime? SentUtc { get; private set; }

    /// <summary>What went wrong last, without personal data.</summary>
    public string? LastError { get; private set; }

    /// <summary>Raised when a worker takes it, so that two workers do not send it at once.</summary>
    public int Version { get; private set; }

    /// <summary>A worker takes it until the given instant.</summary>
    public void Lease(DateTime untilUtc) => (NextAttemptUtc, Version) = (untilUtc, Version + 1);

    /// <summary>It left.</summary>
    public void Sent(DateTime nowUtc) => (SentUtc, NextAttemptUtc, LastError, Attempts) = (nowUtc, null, null, Attempts + 1);

    /// <summary>Somebody printed and posted it.</summary>
    public void Posted(DateTime nowUtc) => (SentUtc, Version) = (nowUtc, Version + 1);

    /// <summary>It did not leave; null gives up.</summary>
    public void Failed(string error, DateTime? nextUtc) => (LastError, NextAttemptUtc, Attempts) = (error, nextUtc, Attempts + 1);

    /// <summary>Somebody asks for it to be sent again.</summary>
    public void SendAgain(DateTime nowUtc) => (NextAttemptUtc, Attempts, Version) = (nowUtc, 0, Version + 1);
}

/// <summary>What a message says and to whom.</summary>
public sealed record MessageContent(
    string To,
    string Subject,
    string Text,
    string Html,
    string? ThreadKey = null,
    string? CalendarName = null,
    string? Calendar = null);
