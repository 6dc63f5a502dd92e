using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Cases.CaseState;

namespace CouncilPremises.Domain.Cases;

/// <summary>Conditions that a hire and a grant share, each with its one sentence. What only one of them asks stands beside its own table.</summary>
internal static class CaseRequirements
{
    /// <summary>Every question is answered.</summary>
    public static readonly Requirement<CaseFacts> AllAnswered =
        new("Answers", f => f.AnswersComplete, "Answer every question before you send.");

    /// <summary>Somebody may sign for the group.</summary>
    public static readonly Requirement<CaseFacts> SignatoryNamed =
        new("Signatory", f => f.SignatoryNamed, "Name somebody who may sign for your group.");

    /// <summary>Own statement made, no interest declared.</summary>
    public static readonly Requirement<CaseFacts> NoInterest =
        new("S3", f => f.ActorStatedNoInterest && !f.ActorHasInterest, "Make your conflict-of-interest statement for this case first. A declared interest means a colleague must take it.");

    /// <summary>Did not help write it; a typist may.</summary>
    public static readonly Requirement<CaseFacts> NotAuthor =
        new("S4", f => !f.ActorHelpedWrite, "You helped write this application, so a colleague must handle it.");

    /// <summary>Neither helped write nor typed it.</summary>
    public static readonly Requirement<CaseFacts> NotTypist =
        new("S4", f => !f.ActorTyped && !f.ActorHelpedWrite, "You typed or helped write this application, so a colleague must decide it.");

    /// <summary>A hit or Refer is open.</summary>
    public static readonly Requirement<CaseFacts> SomethingOpen =
        new("Refer", f => f.OpenHits + f.OpenRefers > 0, "Nothing is open that needs a further look.");

    /// <summary>No hit or Refer is open.</summary>
    public static readonly Requirement<CaseFacts> NothingOpen =
        new("Refer", f => f.OpenHits + f.OpenRefers == 0, "A hit or a Refer is still open. Resolve it first.");

    /// <summary>Every required check is settled.</summary>
    public static readonly Requirement<CaseFacts> Settled =
        new("Checks", f => f.ChecksSettled, "Some checks are not settled. Record, refresh or waive them, or make them a condition.");

    /// <summary>No possible list match is open.</summary>
    public static readonly Requirement<CaseFacts> NoHits =
        new("XREF", f => f.OpenHits == 0, "A possible list match is open. Two people must resolve it first.");

    /// <summary>Every consultation is answered.</summary>
    public static readonly Requirement<CaseFacts> Consulted =
        new("Consultation", f => f.OpenConsultations == 0, "Advice asked for has not come. Record the answer first.");

    /// <summary>Children's services first.</summary>
    public static readonly Requirement<CaseFacts> ChildFirst =
        new("Child", f => !f.ChildAtRisk, "A child may be at risk. Children's services are told and their reference recorded before anything goes on.");

    /// <summary>Recommended by another.</summary>
    public static readonly Requirement<CaseFacts> S1Refusal =
        new("S1", f => f.RecommendedByAnother, "A refusal is decided by somebody other than the person who recommended it. Ask a colleague to recommend first.");

    /// <summary>Consulted, and at director level.</summary>
    public static readonly Requirement<CaseFacts> D9 =
        new("D9", f => f.D9Satisfied, "D9 needs answered Prevent-lead and legal consultations and a decision at director level.");

    /// <summary>The council's question is answered.</summary>
    public static readonly Requirement<CaseFacts> InformationAnswered =
        new("Answer", f => f.InformationAnswered, "Answer the council's question first.");

    /// <summary>A draft nobody touched.</summary>
    public static readonly Requirement<CaseFacts> Idle =
        new("Idle", f => f.DraftIdle, "This draft is still kept.");

    /// <summary>The time to answer is over.</summary>
    public static readonly Requirement<CaseFacts> NoAnswer =
        new("NoAnswer", f => f.AnswerOverdue, "The group may still answer.");

    /// <summary>The time to sign is over.</summary>
    public static readonly Requirement<CaseFacts> Unsigned =
        new("Unsigned", f => f.DeclarationOverdue, "The group may still sign its declaration.");

    /// <summary>An identifier agrees, when the hold is for a match.</summary>
    public static readonly Requirement<CaseFacts> HitAgrees =
        new("Identifier", f => !f.HoldIsForHit || f.IdentifierAgrees, "A name alone holds nothing. Compare an identifier besides the name with the entry first: only one that agrees allows a hold for a list match.");

    /// <summary>The hold has ended.</summary>
    public static readonly Requirement<CaseFacts> HoldOver =
        new("HoldOver", f => f.HoldIsOver, "The hold has not ended.");

    /// <summary>The review is of a refusal.</summary>
    public static readonly Requirement<CaseFacts> WasRefused =
        new("Left", f => f.StateLeft == Refused, "The review is not of a refusal.");

    /// <summary>The time to ask for a review runs.</summary>
    public static readonly Requirement<CaseFacts> ReviewTime =
        new("ReviewTime", f => f.InReviewTime, "There is nothing to review, or the time to ask is over. You may still complain to the council.");

    /// <summary>The reviewer comes to it new.</summary>
    public static readonly Requirement<CaseFacts> NoEarlierPart =
        new("Reviewer", f => !f.ActorTookPart, "You had an earlier part in this case, so another reviewer must decide.");
}
