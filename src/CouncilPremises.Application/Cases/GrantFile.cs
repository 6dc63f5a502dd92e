using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Application.Cases;

/// <summary>A case about a grant: the application in its round, its scores, and once it is approved the award.</summary>
public sealed partial class GrantFile : CaseFile
{
    private readonly List<Assessment> assessments;
    private readonly List<Moderation> moderations;

    internal GrantFile(CaseFileParts parts, GrantFileParts own)
        : base(parts)
    {
        (Grant, Round, Fund, FundLeft) = (own.Grant, own.Round, own.Fund, own.FundLeft);
        (assessments, moderations, Award) = (own.Assessments, own.Moderations, own.Award);
        (money, Bank) = (own.Paid, own.Paid.Bank);
    }

    /// <summary>The application.</summary>
    public GrantApplication Grant { get; }

    /// <summary>Its round.</summary>
    public GrantRound Round { get; }

    /// <summary>The round's fund.</summary>
    public Fund Fund { get; }

    /// <summary>What is left of the fund besides this application's own award, as read with the case.</summary>
    public Money FundLeft { get; }

    /// <summary>Scores, oldest first; those of earlier submissions among them.</summary>
    public IReadOnlyList<Assessment> Assessments => assessments;

    /// <summary>Gaps settled.</summary>
    public IReadOnlyList<Moderation> Moderations => moderations;

    /// <summary>The award; null before an approval.</summary>
    public Award? Award { get; private set; }

    /// <summary>The two assessments of what was sent last; null until there are two.</summary>
    public AssessedPair? Assessed => AssessmentRules.Pair(CountingAssessments, moderations, SubmissionNumber);

    /// <summary>Scores that count: those of somebody who declared an interest are set aside, and their place is free (S3).</summary>
    public IReadOnlyList<Assessment> CountingAssessments =>
        [.. assessments.Where(one => !ConflictStatements.Any(statement => statement.OfficerId == one.AssessorId && statement.HasInterest))];

    /// <summary>The finding about the cross-community test of what was sent last; null before one.</summary>
    public CommunityTest? CommunityTest => Grant.CommunityTest is { } test && test.SubmissionNumber == SubmissionNumber ? test : null;

    /// <summary>The first of two approvals, about what was sent last; null when none stands.</summary>
    public Decision? FirstApproval => Standing().LastOrDefault() is { Kind: DecisionKind.ApproveFirst } first && first.SubmissionNumber == SubmissionNumber ? first : null;

    /// <summary>Why the group may not write or send now; null when it may. The one rule of what is open.</summary>
    public Refusal? WhyClosed => Round.WhyClosed(Organisation.Id, NowUtc);

    /// <summary>What a group reads of the state: nothing of a decision before it is published.</summary>
    public CaseState ShownState => Case.State.Shown(Grant.OutcomePublishedUtc is not null);

    /// <summary>The day a group reads as the next: that of a decision as long as none is published.</summary>
    public DateOnly? ShownDueOn => ShownState == Case.State && Case.State != CaseState.Submitted ? NextDueOn() : DecideBy();

    /// <summary>True when the group has answered the letter that the council may refuse.</summary>
    public bool HasToldItsSide => MindedToRefuse is { } told && InformationRequests.Any(r => r.ReturnsTo == CaseState.MindedToRefuse && r.AnsweredUtc >= told.MadeUtc);

    /// <summary>A group learns of a decision when its outcome is published, and its time to ask for a review begins then.</summary>
    public override DateTime ToldUtc(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Grant.OutcomePublishedUtc is { } published && published > decision.MadeUtc ? published : decision.MadeUtc;
    }

    /// <summary>Whoever scored, moderated or found something here.</summary>
    public IEnumerable<Guid> People => assessments.Select(one => one.AssessorId)
        .Concat(moderations.SelectMany(one => new[] { one.ById, one.AgreedById ?? Guid.Empty }))
        .Concat(Grant.CommunityTest is { } found ? [found.ById] : []);

    /// <inheritdoc />
    public override WorkflowTable<CaseState, CaseAction, CaseFacts> Workflow => GrantWorkflow.Table;

    /// <inheritdoc />
    public override string Title => Grant.Title;

    /// <inheritdoc />
    public override int SubmissionNumber => Grant.SubmissionNumber;

    /// <inheritdoc />
    public override IReadOnlyList<RequiredCheck> RequiredChecks => GrantChecks.Of(Grant.Answers);

    /// <summary>Standard: every grant is recommended by one person and decided by another whatever its tier. RULEBOOK 1 S1.</summary>
    public override Tier Tier => Tier.Standard;

    /// <inheritdoc />
    public override IReadOnlyList<NameToTry> NamesToTry => Lists.NamesToTry.Of(Grant, Organisation);

    /// <summary>None: the form names no roles, so the council's own record says that the checks were confirmed.</summary>
    public override IReadOnlyList<DbsNeed> DbsNeeds => [];

    /// <inheritdoc cref="CaseFile.Add(ConflictStatement)" />
    public void Add(Assessment assessment) => assessments.Add(assessment);

    /// <inheritdoc cref="CaseFile.Add(ConflictStatement)" />
    public void Add(Moderation moderation) => moderations.Add(moderation);

    /// <inheritdoc cref="CaseFile.Add(ConflictStatement)" />
    public void Add(Award award) => Award = award;

    /// <summary>What the money rules ask about an amount, for this actor.</summary>
    public GrantFacts FactsOf(Money amount, Actor actor) => new()
    {
        RoundOpen = WhyClosed is null,
        Assessed = Assessed is { IsComplete: true },
        AboveAuthority = amount > Policy.GrantAuthorityLimit,
        FirstApproved = FirstApproval is not null,
        FirstApprovedByAnother = FirstApproval is { } first && first.ById != actor.Id,
        FundCovers = amount <= FundLeft,
        CommunityFound = CommunityTest is not null,
        OutcomePublished = Grant.OutcomePublishedUtc is not null,
        AwardEnded = Award is { IsEnded: true },
    };

    /// <inheritdoc />
    protected override CaseFacts Complete(CaseFacts facts, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(actor);
        var recommendation = Recommendation ?? (FirstApproval is { RecommendationId: { } id } ? Decisions.FirstOrDefault(one => one.Id == id) : null);
        return facts with { Grant = FactsOf(Grant.Asked, actor), RecommendedByAnother = recommendation is not null && recommendation.ById != actor.Id };
    }

    /// <inheritdoc />
    protected override DateOnly? DecideBy() => Clocks.DecideGrant(CouncilTime.DayOf(Round.ClosesUtc), [.. Pauses()]);

    /// <inheritdoc />
    protected override CheckStanding StandingOf(RequiredCheck check, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(check);
        var own = OwnStanding(check.Code, RecordsOf(CheckParty.Hirer), DbsNeeds, on);
        return check.Code == CheckCode.REG && Latest(CheckCode.REG) is { } looked
            ? GrantChecks.Registration(own, CouncilTime.DayOf(looked.RecordedUtc), on)
            : own;
    }
}

/// <summary>What a grant case has besides.</summary>
internal sealed record GrantFileParts(
    GrantApplication Grant, GrantRound Round, Fund Fund, Money FundLeft, List<Assessment> Assessments, List<Moderation> Moderations, Award? Award, MoneyParts Paid);
