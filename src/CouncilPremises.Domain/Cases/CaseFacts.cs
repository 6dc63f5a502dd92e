using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Domain.Cases;

/// <summary>What the conditions of the hire and grant workflows ask about, as loaded in the act's own transaction. Facts, never opinions.</summary>
public sealed record CaseFacts
{
    /// <summary>Standard or Enhanced, as derived now.</summary>
    public required Tier Tier { get; init; }

    /// <summary>Every required question is answered and valid.</summary>
    public bool AnswersComplete { get; init; }

    /// <summary>The organisation has a signatory, or the hirer is a person.</summary>
    public bool SignatoryNamed { get; init; }

    /// <summary>The actor has stated that they have no interest (S3).</summary>
    public bool ActorStatedNoInterest { get; init; }

    /// <summary>The actor has declared an interest, which locks them out (S3).</summary>
    public bool ActorHasInterest { get; init; }

    /// <summary>The actor helped write the application (S4), is a member of the group, or typed it.</summary>
    public bool ActorHelpedWrite { get; init; }

    /// <summary>The actor typed the applicant's own words (S4): may check but not decide.</summary>
    public bool ActorTyped { get; init; }

    /// <summary>A recommendation stands that somebody other than the actor made (S1).</summary>
    public bool RecommendedByAnother { get; init; }

    /// <summary>Every required check but the actor's own COI is Clear, waived, closed with reasons or made a before-condition.</summary>
    public bool ChecksSettled { get; init; }

    /// <summary>Every required check but COI is Clear outright: what lets an officer approve Standard tier.</summary>
    public bool ChecksAllClear { get; init; }

    /// <summary>Hits that two people have not resolved.</summary>
    public int OpenHits { get; init; }

    /// <summary>Checks whose latest word is Refer and is not closed.</summary>
    public int OpenRefers { get; init; }

    /// <summary>Consultations without an answer.</summary>
    public int OpenConsultations { get; init; }

    /// <summary>Somebody believes that a child is at risk, and children's services' reference is not recorded yet.</summary>
    public bool ChildAtRisk { get; init; }

    /// <summary>Conditions that still stop confirmation.</summary>
    public int OpenConditions { get; init; }

    /// <summary>A hold of the whole case or a review stood open when a date began.</summary>
    public bool CouncilStoodInTheWay { get; init; }

    /// <summary>The request for information has an answer.</summary>
    public bool InformationAnswered { get; init; }

    /// <summary>The hirer has answered the N9, or five working days have passed since it.</summary>
    public bool HirerHeard { get; init; }

    /// <summary>Every date still asked for is held for this case: no clash.</summary>
    public bool SlotsHeld { get; init; }

    /// <summary>The ground given is D8, which needs no N9.</summary>
    public bool GroundIsD8 { get; init; }

    /// <summary>The police bar telling the hirer before the decision, and that is recorded.</summary>
    public bool PoliceBarNotice { get; init; }

    /// <summary>The ground given is D9: Prevent-lead and legal consultation answered and the actor at director level; true for other grounds.</summary>
    public bool D9Satisfied { get; init; }

    /// <summary>The last date has passed.</summary>
    public bool EventOver { get; init; }

    /// <summary>Every date still asked for has begun.</summary>
    public bool EventReached { get; init; }

    /// <summary>The state that the hold or review interrupted.</summary>
    public CaseState? StateLeft { get; init; }

    /// <summary>A draft nobody touched for the whole time it is kept.</summary>
    public bool DraftIdle { get; init; }

    /// <summary>The time to answer the council's question is over.</summary>
    public bool AnswerOverdue { get; init; }

    /// <summary>The time to sign the declaration is over.</summary>
    public bool DeclarationOverdue { get; init; }

    /// <summary>The hold is laid for a list match.</summary>
    public bool HoldIsForHit { get; init; }

    /// <summary>An identifier besides the name agrees with the entry.</summary>
    public bool IdentifierAgrees { get; init; }

    /// <summary>The time of the hold is over.</summary>
    public bool HoldIsOver { get; init; }

    /// <summary>A date of the booking began while it was held, which counts as a cancellation until a second approver confirms or reverses it.</summary>
    public bool HoldRanIntoEvent { get; init; }

    /// <summary>Somebody other than the actor laid the hold.</summary>
    public bool HeldByAnother { get; init; }

    /// <summary>A cancellation stands proposed by somebody other than the actor.</summary>
    public bool CancellationProposedByAnother { get; init; }

    /// <summary>The time to ask for a review is not over, and there is something to review that has none yet.</summary>
    public bool InReviewTime { get; init; }

    /// <summary>The actor acted on this case before, other than by stating their interest.</summary>
    public bool ActorTookPart { get; init; }

    /// <summary>What only a grant asks about; nothing holds for a hire.</summary>
    public GrantFacts Grant { get; init; } = new();
}
