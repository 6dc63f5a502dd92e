using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Tests.Workflows;
using Shouldly;
using Xunit;
using static CouncilPremises.Domain.Tests.Workflows.WorkflowGrid;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>The five tables of a grant as wholes: every state, act and role, and every condition both ways.</summary>
[Trait("Rule", "Workflow")]
public class GrantGridTests
{
    private const string Folder = "tests/CouncilPremises.Domain.Tests/Workflows";

    private static readonly CaseState?[] Left = [CaseState.Refused, CaseState.Approved, CaseState.ApprovedWithConditions];

    private static readonly CaseFacts[] CasePool = [.. Left.SelectMany(left => Pool(GrantFactsOf.Best with { StateLeft = left },
        f => f with { AnswersComplete = false }, f => f with { SignatoryNamed = false }, f => f with { ActorStatedNoInterest = false }, f => f with { ActorHelpedWrite = true },
        f => f with { ActorTyped = true }, f => f with { RecommendedByAnother = false }, f => f with { ChecksSettled = false }, f => f with { OpenHits = 1 }, f => f with { OpenRefers = 1 },
        f => f with { OpenConsultations = 1 }, f => f with { ChildAtRisk = true }, f => f with { InformationAnswered = false }, f => f with { HirerHeard = false }, f => f with { GroundIsD8 = true },
        f => f with { PoliceBarNotice = true }, f => f with { D9Satisfied = false }, f => f with { DraftIdle = false }, f => f with { AnswerOverdue = false }, f => f with { DeclarationOverdue = false },
        f => f with { HoldIsForHit = true, IdentifierAgrees = false }, f => f with { HoldIsOver = false }, f => f with { InReviewTime = false }, f => f with { ActorTookPart = true },
        f => f with { Grant = f.Grant with { RoundOpen = false } }, f => f with { Grant = f.Grant with { Assessed = false } }, f => f with { Grant = f.Grant with { AboveAuthority = true } },
        f => f with { Grant = f.Grant with { FirstApproved = true } }, f => f with { Grant = f.Grant with { FirstApprovedByAnother = false } }, f => f with { Grant = f.Grant with { FundCovers = false } },
        f => f with { Grant = f.Grant with { CommunityFound = false } }, f => f with { Grant = f.Grant with { GroundIsD10 = true } }, f => f with { Grant = f.Grant with { OutcomePublished = false } },
        f => f with { Grant = f.Grant with { AwardEnded = false } }))];

    private static readonly AssessmentFacts[] AssessmentPool = Pool(
        new AssessmentFacts { ActorHasNoInterest = true, IsOwn = true, ScoresComplete = true },
        f => f with { ActorHasNoInterest = false }, f => f with { ActorWrote = true }, f => f with { IsOwn = false }, f => f with { ScoresComplete = false }, f => f with { NewerSubmission = true });

    private static readonly AwardStanding[] AwardPool = Pool(
        new AwardStanding
        {
            ActorHasNoInterest = true,
            Published = true,
            BankVerified = true,
            WithinAward = true,
            WithinOfficersShare = true,
            TerminationProposed = true,
            TerminationProposedByAnother = true,
            TerminationHeard = true,
            ReportsAccepted = true,
            NothingToPay = true,
            Balanced = true,
        },
        f => f with { ActorHasNoInterest = false }, f => f with { ActorWrote = true }, f => f with { Published = false }, f => f with { AcceptTimeOver = true }, f => f with { UnderReview = true },
        f => f with { BankVerified = false }, f => f with { OpenConditions = 1 }, f => f with { OpenHits = 1 }, f => f with { WithinAward = false }, f => f with { WithinOfficersShare = false },
        f => f with { TerminationProposed = false }, f => f with { TerminationProposedByAnother = false }, f => f with { TerminationAnswered = true }, f => f with { TerminationHeard = false },
        f => f with { ReportsAccepted = false }, f => f with { NothingToPay = false }, f => f with { Balanced = false });

    private static readonly PaymentFacts[] PaymentPool = Pool(GrantFactsOf.MayPay,
        f => f with { ActorHasNoInterest = false }, f => f with { ActorWrote = true }, f => f with { ActorApproved = true }, f => f with { ActorHandledBank = true }, f => f with { AwardActive = false },
        f => f with { BankClear = false }, f => f with { BankVerified = false }, f => f with { ReportsAccepted = false }, f => f with { SafeguardingCurrent = false }, f => f with { DbsCurrent = false },
        f => f with { InsuranceCurrent = false }, f => f with { XrefCurrent = false }, f => f with { OpenHits = 1 }, f => f with { LookUpsWorked = false }, f => f with { WithinAward = false },
        f => f with { Exported = true }, f => f with { PlanStillAddsUp = false });

    private static readonly ReportFacts[] ReportPool = Pool(
        new ReportFacts { ActorHasNoInterest = true, ContentComplete = true, EarlierSent = true },
        f => f with { ActorHasNoInterest = false }, f => f with { ActorWrote = true }, f => f with { ContentComplete = false }, f => f with { EarlierSent = false });

    [Fact]
    public void Grids_Whole_AreAsApproved()
    {
        Approved.ShouldBe($"{Folder}/GrantWorkflow.approved.txt", GrantWorkflow.Table.ToGrid());
        Approved.ShouldBe($"{Folder}/AssessmentWorkflow.approved.txt", AssessmentWorkflow.Table.ToGrid());
        Approved.ShouldBe($"{Folder}/AwardWorkflow.approved.txt", AwardWorkflow.Table.ToGrid());
        Approved.ShouldBe($"{Folder}/PaymentWorkflow.approved.txt", PaymentWorkflow.Table.ToGrid());
        Approved.ShouldBe($"{Folder}/ReportWorkflow.approved.txt", ReportWorkflow.Table.ToGrid());
    }

    [Fact]
    public void Diagrams_InDocs_AreMadeFromTheTables()
    {
        Approved.ShouldBe("docs/workflows/grant-case.md", Page("A grant application", "From draft to decision and its review; the money follows in the award. RULEBOOK 6.", GrantWorkflow.Table));
        Approved.ShouldBe("docs/workflows/assessment.md", Page("An assessment", "One person's scores of one version of an application. RULEBOOK 4.", AssessmentWorkflow.Table));
        Approved.ShouldBe("docs/workflows/award.md", Page("An award", "The money from offer to closing. RULEBOOK 6.", AwardWorkflow.Table));
        Approved.ShouldBe("docs/workflows/payment.md", Page("A payment", "One instalment of an award. RULEBOOK 6.", PaymentWorkflow.Table));
        Approved.ShouldBe("docs/workflows/report.md", Page("A report", "What a group reports on a funded project. RULEBOOK 4 G7.", ReportWorkflow.Table));
    }

    [Fact, Trait("Rule", "S1"), Trait("Rule", "S3"), Trait("Rule", "S4")]
    public void GrantRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(GrantWorkflow.Table, CasePool);

    [Fact]
    public void AssessmentRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(AssessmentWorkflow.Table, AssessmentPool);

    [Fact]
    public void AwardRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(AwardWorkflow.Table, AwardPool);

    [Fact, Trait("Rule", "S2"), Trait("Rule", "BNK")]
    public void PaymentRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(PaymentWorkflow.Table, PaymentPool);

    [Fact]
    public void ReportRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(ReportWorkflow.Table, ReportPool);

    [Fact]
    public void Cells_OutsideTheTables_AreRefusedWhateverTheFacts()
    {
        TheRestIsRefused(GrantWorkflow.Table, [GrantFactsOf.Best, .. Left.Select(left => GrantFactsOf.Best with { StateLeft = left })]);
        TheRestIsRefused(AssessmentWorkflow.Table, AssessmentPool);
        TheRestIsRefused(AwardWorkflow.Table, AwardPool);
        TheRestIsRefused(PaymentWorkflow.Table, PaymentPool);
        TheRestIsRefused(ReportWorkflow.Table, ReportPool);
    }

    [Fact]
    public void Timers_TheSystem_NeverRefusesApprovesSuspendsPaysOrEnds()
    {
        GrantWorkflow.Table.Rows.Where(row => row.By.HasFlag(Roles.System)).Select(row => row.To).Distinct()
            .ShouldBe([CaseState.Lapsed, CaseState.Referred, CaseState.ReadyForDecision, CaseState.Checking, CaseState.Completed], ignoreOrder: true);
        AwardWorkflow.Table.Rows.Where(row => row.By.HasFlag(Roles.System)).Select(row => row.On).ShouldBe([AwardAction.Lapse, AwardAction.Activate]);
        PaymentWorkflow.Table.Rows.ShouldAllBe(row => !row.By.HasFlag(Roles.System));
        ReportWorkflow.Table.Rows.ShouldAllBe(row => !row.By.HasFlag(Roles.System));
    }
}

/// <summary>Facts that let everything through; a test takes one away.</summary>
internal static class GrantFactsOf
{
    public static readonly CaseFacts Best = new()
    {
        Tier = Tier.Standard,
        AnswersComplete = true,
        SignatoryNamed = true,
        ActorStatedNoInterest = true,
        RecommendedByAnother = true,
        ChecksSettled = true,
        InformationAnswered = true,
        HirerHeard = true,
        D9Satisfied = true,
        DraftIdle = true,
        AnswerOverdue = true,
        DeclarationOverdue = true,
        HoldIsOver = true,
        InReviewTime = true,
        Grant = new GrantFacts { RoundOpen = true, Assessed = true, FirstApprovedByAnother = true, FundCovers = true, CommunityFound = true, OutcomePublished = true, AwardEnded = true },
    };

    public static readonly PaymentFacts MayPay = new()
    {
        ActorHasNoInterest = true,
        AwardActive = true,
        BankClear = true,
        BankVerified = true,
        ReportsAccepted = true,
        SafeguardingCurrent = true,
        DbsCurrent = true,
        InsuranceCurrent = true,
        XrefCurrent = true,
        LookUpsWorked = true,
        WithinAward = true,
        PlanStillAddsUp = true,
    };
}
