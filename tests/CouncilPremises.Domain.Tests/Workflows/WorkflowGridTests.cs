using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using Shouldly;
using Xunit;
using static CouncilPremises.Domain.Tests.Workflows.WorkflowGrid;

namespace CouncilPremises.Domain.Tests.Workflows;

/// <summary>Each workflow as a whole: every state, act and role, and every condition both ways.</summary>
[Trait("Rule", "Workflow")]
public class WorkflowGridTests
{
    private const string Folder = "tests/CouncilPremises.Domain.Tests/Workflows";

    private static readonly CaseFacts Best = new()
    {
        Tier = Tier.Standard,
        AnswersComplete = true,
        SignatoryNamed = true,
        ActorStatedNoInterest = true,
        RecommendedByAnother = true,
        ChecksSettled = true,
        ChecksAllClear = true,
        InformationAnswered = true,
        HirerHeard = true,
        SlotsHeld = true,
        D9Satisfied = true,
        EventOver = true,
        EventReached = true,
        StateLeft = CaseState.Confirmed,
        DraftIdle = true,
        AnswerOverdue = true,
        DeclarationOverdue = true,
        IdentifierAgrees = true,
        HoldIsOver = true,
        HeldByAnother = true,
        CancellationProposedByAnother = true,
        InReviewTime = true,
    };

    private static readonly Func<CaseFacts, CaseFacts>[] CaseChanges =
    [
        f => f, f => f with { Tier = Tier.Enhanced }, f => f with { AnswersComplete = false }, f => f with { SignatoryNamed = false },
        f => f with { ActorStatedNoInterest = false }, f => f with { ActorHasInterest = true }, f => f with { ActorHelpedWrite = true },
        f => f with { ActorTyped = true }, f => f with { RecommendedByAnother = false }, f => f with { ChecksSettled = false },
        f => f with { ChecksAllClear = false }, f => f with { OpenHits = 1 }, f => f with { OpenRefers = 1 }, f => f with { OpenConsultations = 1 }, f => f with { ChildAtRisk = true },
        f => f with { OpenConditions = 1 }, f => f with { InformationAnswered = false }, f => f with { HirerHeard = false },
        f => f with { SlotsHeld = false }, f => f with { GroundIsD8 = true }, f => f with { PoliceBarNotice = true }, f => f with { D9Satisfied = false }, f => f with { EventOver = false },
        f => f with { EventReached = false }, f => f with { DraftIdle = false }, f => f with { AnswerOverdue = false }, f => f with { DeclarationOverdue = false },
        f => f with { HoldIsForHit = true, IdentifierAgrees = false }, f => f with { HoldIsOver = false }, f => f with { HoldRanIntoEvent = true },
        f => f with { HoldRanIntoEvent = true, HeldByAnother = false }, f => f with { CancellationProposedByAnother = false },
        f => f with { InReviewTime = false }, f => f with { ActorTookPart = true },
    ];

    private static readonly CaseState?[] Left =
        [CaseState.Confirmed, CaseState.Checking, CaseState.ApprovedWithConditions, CaseState.Refused, CaseState.CancelledByCouncil];

    private static readonly CaseFacts[] CaseFactsPool = [.. from left in Left from one in Enumerable.Range(0, CaseChanges.Length) from two in Enumerable.Range(one, CaseChanges.Length - one)
            select CaseChanges[two](CaseChanges[one](Best)) with { StateLeft = left }];

    private static readonly CaseFacts[] SingleChanges = [.. from left in Left from one in CaseChanges select one(Best) with { StateLeft = left }];

    private static readonly ChangeFacts BestChange = new()
    {
        AnswersComplete = true,
        SomethingChanges = true,
        Undecided = true,
        Booked = true,
        CaseOver = true,
        ActorHasNoInterest = true,
        SameOrSmaller = true,
        ChecksSettled = true,
        ChecksAllClear = true,
        RecommendedByAnother = true,
        InTime = true,
    };

    private static readonly Func<ChangeFacts, ChangeFacts>[] ChangeChanges =
    [
        f => f, f => f with { AnswersComplete = false }, f => f with { SomethingChanges = false }, f => f with { Undecided = false }, f => f with { Booked = false },
        f => f with { CaseOver = false }, f => f with { ActorHasNoInterest = false }, f => f with { ActorWrote = true }, f => f with { SameOrSmaller = false },
        f => f with { Tier = Tier.Enhanced }, f => f with { ChecksSettled = false }, f => f with { ChecksAllClear = false }, f => f with { OpenHits = 1 },
        f => f with { OpenConsultations = 1 }, f => f with { RecommendedByAnother = false }, f => f with { InTime = false },
        f => f with { ChildAtRisk = true }, f => f with { SameOrSmaller = false, Tier = Tier.Enhanced },
    ];

    private static readonly ChangeFacts[] ChangePool = [.. ChangeChanges.SelectMany(one => ChangeChanges.Select(two => two(one(BestChange))))];

    private static readonly OccurrenceFacts[] DatePool =
        [.. from started in Both from over in Both from held in Both select new OccurrenceFacts(started, over, held)];

    private static readonly BreachFacts[] BreachPool =
        [.. from answered in Both from heard in Both from free in Both from writer in Both from another in Both from part in Both
            select new BreachFacts(answered, heard, free, writer, another, part)];

    private static readonly ScanFacts[] ScanPool =
        [.. from scanner in Both from tried in Both select new ScanFacts { HasScanner = scanner, WasTried = tried }];

    private static bool[] Both => [true, false];

    [Fact]
    public void HireGrid_Whole_IsAsApproved() => Approved.ShouldBe($"{Folder}/HireWorkflow.approved.txt", HireWorkflow.Table.ToGrid());

    [Fact]
    public void OccurrenceGrid_Whole_IsAsApproved() => Approved.ShouldBe($"{Folder}/OccurrenceWorkflow.approved.txt", OccurrenceWorkflow.Table.ToGrid());

    [Fact]
    public void ChangeGrid_Whole_IsAsApproved() => Approved.ShouldBe($"{Folder}/ChangeWorkflow.approved.txt", ChangeWorkflow.Table.ToGrid());

    [Fact]
    public void ChangeDiagram_InDocs_IsMadeFromTheTable() => Approved.ShouldBe("docs/workflows/change.md", Page(
        "A change of an application", "What a hirer asks to change, or was asked to write again. RULEBOOK 6.", ChangeWorkflow.Table));

    [Fact, Trait("Rule", "S1"), Trait("Rule", "S3"), Trait("Rule", "S4")]
    public void ChangeRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(ChangeWorkflow.Table, ChangePool);

    [Fact]
    public void ChangeCells_OutsideTheTable_AreRefusedWhateverTheFacts() => TheRestIsRefused(ChangeWorkflow.Table, ChangePool);

    [Fact]
    public void HireDiagram_InDocs_IsMadeFromTheTable() => Approved.ShouldBe("docs/workflows/hire-case.md", Page(
        "A hire case", "What happens to an application as a whole. RULEBOOK 6.", HireWorkflow.Table));

    [Fact]
    public void OccurrenceDiagram_InDocs_IsMadeFromTheTable() => Approved.ShouldBe("docs/workflows/occurrence.md", Page(
        "One date of an application", "Each date of a series has its own state. RULEBOOK 6.", OccurrenceWorkflow.Table));

    [Fact]
    public void BreachGrid_Whole_IsAsApproved() => Approved.ShouldBe($"{Folder}/BreachWorkflow.approved.txt", BreachWorkflow.Table.ToGrid());

    [Fact]
    public void BreachDiagram_InDocs_IsMadeFromTheTable() => Approved.ShouldBe("docs/workflows/breach.md", Page(
        "A breach of a hire", "Only an upheld breach feeds D6, for 24 months. RULEBOOK 6.", BreachWorkflow.Table));

    [Fact, Trait("Rule", "D6")]
    public void BreachRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(BreachWorkflow.Table, BreachPool);

    [Fact]
    public void BreachCells_OutsideTheTable_AreRefusedWhateverTheFacts() => TheRestIsRefused(BreachWorkflow.Table, BreachPool);

    [Fact]
    public void ScanGrid_Whole_IsAsApproved() => Approved.ShouldBe($"{Folder}/ScanWorkflow.approved.txt", ScanWorkflow.Table.ToGrid());

    [Fact]
    public void ScanDiagram_InDocs_IsMadeFromTheTable() => Approved.ShouldBe("docs/workflows/scan.md", Page(
        "Viruses in a file", "What is known of viruses in a file of a case. Only the system finds out.", ScanWorkflow.Table));

    [Fact]
    public void ScanRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(ScanWorkflow.Table, ScanPool);

    [Fact]
    public void ScanCells_OutsideTheTable_AreRefusedWhateverTheFacts() => TheRestIsRefused(ScanWorkflow.Table, ScanPool);

    [Fact, Trait("Rule", "S1"), Trait("Rule", "S3"), Trait("Rule", "S4")]
    public void HireRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(HireWorkflow.Table, CaseFactsPool);

    [Fact]
    public void OccurrenceRows_EachConditionBothWays_AllowsAndRefuses() => EachConditionCounts(OccurrenceWorkflow.Table, DatePool);

    [Fact]
    public void HireCells_OutsideTheTable_AreRefusedWhateverTheFacts() => TheRestIsRefused(HireWorkflow.Table, SingleChanges);

    [Fact]
    public void OccurrenceCells_OutsideTheTable_AreRefusedWhateverTheFacts() => TheRestIsRefused(OccurrenceWorkflow.Table, DatePool);

    [Fact]
    public void HireTimers_TheSystem_NeverRefusesOrCancels() =>
        HireWorkflow.Table.Rows.Where(row => row.By.HasFlag(Roles.System)).ShouldAllBe(row =>
            row.To != CaseState.Refused && row.To != CaseState.MindedToRefuse && row.To != CaseState.CancelledByHirer && row.To != CaseState.Approved
            && row.To != CaseState.CancelledByCouncil && row.To != CaseState.OnHold && row.On != CaseAction.HoldDates && row.On != CaseAction.RefuseDates);
}
