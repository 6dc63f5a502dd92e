using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Grants;

/// <summary>Where an award stands. Stored as text. RULEBOOK 6.</summary>
public enum AwardState
{
    /// <summary>Approved; the group sees it once the outcome is published, and accepts or declines.</summary>
    Offered,

    /// <summary>The signatory accepted the agreement; bank details and conditions are still to come.</summary>
    Agreed,

    /// <summary>Money may be paid.</summary>
    Active,

    /// <summary>Payments are stopped for a reason; the project may go on.</summary>
    Suspended,

    /// <summary>Over: reported on, and every pound accounted for.</summary>
    Completed,

    /// <summary>Ended by the council before its time.</summary>
    Terminated,

    /// <summary>Not accepted in time.</summary>
    Lapsed,

    /// <summary>Turned down by the group.</summary>
    Declined,
}

/// <summary>What can happen to an award.</summary>
public enum AwardAction
{
    /// <summary>The signatory accepts the agreement.</summary>
    Accept,

    /// <summary>The group turns the offer down.</summary>
    Decline,

    /// <summary>The time to accept ran out.</summary>
    Lapse,

    /// <summary>Bank details are verified and conditions met.</summary>
    Activate,

    /// <summary>Stop payments for a reason.</summary>
    Suspend,

    /// <summary>The reason is gone.</summary>
    Resume,

    /// <summary>Change amounts, lines or dates, never above what was awarded; the state stays.</summary>
    Vary,

    /// <summary>Put a termination forward and hear the group; the state stays.</summary>
    ProposeTermination,

    /// <summary>The group gives its side; the state stays.</summary>
    AnswerTermination,

    /// <summary>Not to be terminated after all; the state stays.</summary>
    DropTermination,

    /// <summary>End it before its time.</summary>
    Terminate,

    /// <summary>Everything is reported and accounted for.</summary>
    Close,
}

/// <summary>Why payments stop: these six and no other. RULEBOOK 6.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuspensionReason>))]
public enum SuspensionReason
{
    /// <summary>A report is more than ten working days late.</summary>
    [Display(Name = "A report is more than 10 working days late")]
    ReportLate,

    /// <summary>A breach of the agreement is being looked into.</summary>
    [Display(Name = "A breach is being looked into")]
    Breach,

    /// <summary>A concern about safeguarding.</summary>
    [Display(Name = "A safeguarding concern")]
    Safeguarding,

    /// <summary>A possible or confirmed list match.</summary>
    [Display(Name = "A possible list match")]
    Hit,

    /// <summary>Bank details changed and are not verified.</summary>
    [Display(Name = "Bank details changed and are not verified")]
    BankChange,

    /// <summary>DBS checks or insurance ran out.</summary>
    [Display(Name = "DBS checks or insurance have run out")]
    LapsedDocuments,
}

/// <summary>A line of the budget as awarded, against which the group reports what it spent.</summary>
/// <param name="Number">From 1, in the order of the application's budget.</param>
/// <param name="Category">Kind of cost.</param>
/// <param name="Description">What it pays for.</param>
/// <param name="Amount">What the award pays of it.</param>
public sealed record AwardLine(int Number, BudgetCategory Category, string Description, Money Amount);

/// <summary>What an approval awards.</summary>
/// <param name="FundId">The fund it comes from.</param>
/// <param name="Lines">Its lines; they come to the award.</param>
/// <param name="Starts">First day of the project.</param>
/// <param name="Ends">Last day, included.</param>
/// <param name="PublicDescription">What is published about it: no e-mail address, no personal data.</param>
public sealed record AwardFacts(Guid FundId, ValueList<AwardLine> Lines, DateOnly Starts, DateOnly Ends, string PublicDescription)
{
    /// <summary>The award: the sum of its lines.</summary>
    public Money Amount => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}

/// <summary>Money awarded to a group: offered, agreed, paid out and accounted for. Its key is the case's. RULEBOOK 6.</summary>
/// <remarks>Everything about the money raises <see cref="Version"/>, so that a payment and a suspension cannot both succeed.</remarks>
public sealed class Award
{
    private Award() { }

    /// <summary>An offer, made with the approval. The group sees nothing of it until it is published.</summary>
    public Award(Guid caseId, AwardFacts facts, Guid approvedById, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Amount <= Money.Zero)
            throw new ArgumentException("An award is more than nothing.", nameof(facts));
        (CaseId, FundId, ApprovedById, ApprovedUtc) = (caseId, facts.FundId, approvedById, nowUtc);
        (Lines, Awarded, Amount) = (facts.Lines, facts.Amount, facts.Amount);
        (Starts, Ends, PublicDescription) = (facts.Starts, facts.Ends, facts.PublicDescription.Trim());
    }

    /// <summary>The case, and key of the award.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The fund it comes from.</summary>
    public Guid FundId { get; private set; }

    /// <summary>Where it stands. Only a workflow row changes it.</summary>
    public AwardState State { get; private set; }

    /// <summary>What was awarded; no variation goes above it.</summary>
    public Money Awarded { get; private set; }

    /// <summary>What it comes to now; instalments come to exactly this.</summary>
    public Money Amount { get; private set; }

    /// <summary>What it pays for now; the lines come to <see cref="Amount"/>.</summary>
    public ValueList<AwardLine> Lines { get; private set; } = [];

    /// <summary>What a grant officer has moved between lines so far, counted against their share of the award.</summary>
    public Money MovedByOfficers { get; private set; }

    /// <summary>First day of the project.</summary>
    public DateOnly Starts { get; private set; }

    /// <summary>Last day, included.</summary>
    public DateOnly Ends { get; private set; }

    /// <summary>What is published about it.</summary>
    public string PublicDescription { get; private set; } = "";

    /// <summary>Who approved it, and may therefore not release its payments (S2).</summary>
    public Guid ApprovedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime ApprovedUtc { get; private set; }

    /// <summary>When the group was told; null before, and nothing of it is visible to the group till then.</summary>
    public DateTime? PublishedUtc { get; private set; }

    /// <summary>Last day to accept: 20◆ working days after it was published. RULEBOOK 6.</summary>
    public DateOnly? AcceptBy { get; private set; }

    /// <summary>Version of the agreement's text that was accepted.</summary>
    public int? AgreementVersion { get; private set; }

    /// <summary>Hash of that text.</summary>
    public string? AgreementHash { get; private set; }

    /// <summary>The signatory who accepted.</summary>
    public Guid? AcceptedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? AcceptedUtc { get; private set; }

    /// <summary>When it last moved to another state.</summary>
    public DateTime StateSinceUtc { get; private set; }

    /// <summary>Why payments are stopped; null unless suspended.</summary>
    public SuspensionReason? SuspendedFor { get; private set; }

    /// <summary>That in words, which the group reads.</summary>
    public string? SuspensionText { get; private set; }

    /// <summary>The day by which a suspension is resumed, varied or terminated: 30◆ working days. An alert, never an act. RULEBOOK 6.</summary>
    public DateOnly? SuspensionDueOn { get; private set; }

    /// <summary>The termination that was put forward; null when there is none.</summary>
    public Termination? Termination { get; private set; }

    /// <summary>Why it is kept out of published data; null when it is published.</summary>
    public Withholding? Withholding { get; private set; }

    /// <summary>Rises by one with every act on the award, its instalments, reports and recoveries.</summary>
    public int Version { get; private set; }

    /// <summary>True when nothing more happens to it.</summary>
    public bool IsEnded => State.IsEnded();

    /// <summary>True when it belongs into published data on a day: accepted, and not withheld.</summary>
    public bool IsPublishable => AcceptedUtc is not null && Withholding is null;

    /// <summary>Tells the group, and starts its time to accept.</summary>
    public void Publish(DateOnly acceptBy, DateTime nowUtc)
    {
        if (PublishedUtc is not null)
            throw new InvalidOperationException("An outcome is published once.");
        (PublishedUtc, AcceptBy, Version) = (nowUtc, acceptBy, Version + 1);
    }

    /// <summary>Takes the step a workflow row allowed.</summary>
    public void Take(Step<AwardState, AwardAction> step, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != State)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {State}.");
        if (step.From == AwardState.Suspended && step.To != step.From)
            (SuspendedFor, SuspensionText, SuspensionDueOn) = (null, null, null);
        if (step.To != step.From)
            StateSinceUtc = nowUtc;
        State = step.To;
        Touch();
    }

    /// <summary>Raises the version because something that hangs on the award changed.</summary>
    public void Touch() => Version++;

    /// <summary>Records which text was accepted, by whom; goes with <see cref="AwardAction.Accept"/>.</summary>
    public void Agreed(int textVersion, string textHash, Guid byId, DateTime nowUtc) =>
        (AgreementVersion, AgreementHash, AcceptedById, AcceptedUtc) = (textVersion, textHash, byId, nowUtc);

    /// <summary>Records why payments stop; goes with <see cref="AwardAction.Suspend"/>.</summary>
    public void Suspended(SuspensionReason reason, string text, DateOnly dueOn)
    {
        ArgumentNullException.ThrowIfNull(text);
        (SuspendedFor, SuspensionText, SuspensionDueOn) = (reason, text.Trim(), dueOn);
    }

    /// <summary>Takes over other lines and dates; goes with <see cref="AwardAction.Vary"/>.</summary>
    /// <param name="lines">The lines; together never more than was awarded.</param>
    /// <param name="starts">First day.</param>
    /// <param name="ends">Last day, included.</param>
    /// <param name="movedByOfficer">What a grant officer moves between lines with it; nothing for an approver.</param>
    public void Varied(ValueList<AwardLine> lines, DateOnly starts, DateOnly ends, Money movedByOfficer)
    {
        var amount = lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
        if (amount > Awarded)
            throw new InvalidOperationException("An award never grows.");
        (Lines, Amount, Starts, Ends, MovedByOfficers) = (lines, amount, starts, ends, MovedByOfficers + movedByOfficer);
    }

    /// <summary>Puts a termination forward, or drops it with null.</summary>
    public void Propose(Termination? termination) => Termination = termination;

    /// <summary>Keeps it out of published data for a reason, or lets it in again with null.</summary>
    public void Withhold(Withholding? withholding) => (Withholding, Version) = (withholding, Version + 1);
}

/// <summary>Groups of states that several rules ask about.</summary>
public static class AwardStates
{
    /// <summary>True when nothing more happens to the award.</summary>
    public static bool IsEnded(this AwardState state) => state switch
    {
        AwardState.Completed or AwardState.Terminated or AwardState.Lapsed or AwardState.Declined => true,
        AwardState.Offered or AwardState.Agreed or AwardState.Active or AwardState.Suspended => false,
    };
}

/// <summary>A termination as it was put forward, and what the group says to it. RULEBOOK 6.</summary>
/// <param name="Reason">Why, which the group reads.</param>
/// <param name="ForConfirmedMatch">True for a confirmed match with L1 or L2, which needs no time to answer.</param>
/// <param name="ProposedById">Who put it forward; somebody else decides.</param>
/// <param name="ProposedUtc">When.</param>
/// <param name="AnswerBy">Last day of the group's ten working days.</param>
/// <param name="Answer">The group's side; null until it comes.</param>
public sealed record Termination(string Reason, bool ForConfirmedMatch, Guid ProposedById, DateTime ProposedUtc, DateOnly AnswerBy, string? Answer = null)
{
    /// <summary>What the approver made of the group's side, which it reads; null until the grant has ended.</summary>
    public string? Decision { get; init; }

    /// <summary>Working days in which the group may answer. RULEBOOK 6.</summary>
    public const int AnswerWorkingDays = 10;

    /// <summary>True once it may be decided: answered, the last day over, or a confirmed match. The last day still is the group's.</summary>
    public bool MayBeDecided(DateOnly today) => ForConfirmedMatch || Answer is not null || today > AnswerBy;
}

/// <summary>Why an award is kept out of published data.</summary>
/// <param name="Reason">The exemption and why it applies.</param>
/// <param name="ApprovedById">Who agreed.</param>
/// <param name="ApprovedUtc">When.</param>
/// <param name="ReviewOn">The day it is looked at again.</param>
public sealed record Withholding(string Reason, Guid ApprovedById, DateTime ApprovedUtc, DateOnly ReviewOn);
