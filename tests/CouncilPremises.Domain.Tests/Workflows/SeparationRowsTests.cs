using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Workflows;

/// <summary>Every row of the hire workflow that a member of staff may use, against every separation breach. A new row without its
/// conditions fails here.</summary>
[Trait("Rule", "S5")]
public class SeparationRowsTests
{
    // A typist may check. Everything else about a case is deciding.
    private static readonly CaseAction[] Checking = [CaseAction.StartChecks, CaseAction.RequestInformation, CaseAction.ResumeChecks, CaseAction.Hold, CaseAction.ReleaseToChecks];
    private static readonly CaseAction[] Refusing = [CaseAction.MindToRefuse, CaseAction.Refuse, CaseAction.RefuseDates];

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
        GroundIsD8 = true,
    };

    [Fact, Trait("Rule", "S3")]
    public void StaffRows_WithoutOwnStatement_AreRefused() => Refuses("S3", _ => true, facts => facts with { ActorStatedNoInterest = false });

    [Fact, Trait("Rule", "S3")]
    public void StaffRows_WithADeclaredInterest_AreRefused() => Refuses("S3", _ => true, facts => facts with { ActorStatedNoInterest = false, ActorHasInterest = true });

    [Fact, Trait("Rule", "S4")]
    public void StaffRows_ByWhoeverHelpedWrite_AreRefused() => Refuses("S4", _ => true, facts => facts with { ActorHelpedWrite = true });

    [Fact, Trait("Rule", "S4")]
    public void DecidingRows_ByTheTypist_AreRefused() => Refuses("S4", row => !Checking.Contains(row.On), facts => facts with { ActorTyped = true });

    [Fact, Trait("Rule", "S1")]
    public void RefusingRows_ByTheRecommender_AreRefused() => Refuses("S1", row => Refusing.Contains(row.On), facts => facts with { RecommendedByAnother = false });

    [Fact, Trait("Rule", "S1")]
    public void CancellingRows_ByWhoeverProposedIt_AreRefused() => Refuses("S1", row => row.On == CaseAction.CancelByCouncil, facts => facts with { CancellationProposedByAnother = false });

    [Fact, Trait("Rule", "S1")]
    public void ApprovingRows_EnhancedByTheRecommender_AreRefused() => Refuses(
        "S1", row => row.On is CaseAction.Approve or CaseAction.ApproveWithConditions && row.By.HasFlag(Roles.FacilitiesApprover),
        facts => facts with { Tier = Tier.Enhanced, RecommendedByAnother = false });

    private static void Refuses(string code, Func<StaffRow, bool> which, Func<CaseFacts, CaseFacts> breach)
    {
        var rows = HireWorkflow.Table.Rows.Where(row => (row.By & (Roles.HireStaff | Roles.Director)) != Roles.None)
            .Select(row => new StaffRow(row.From, row.On, row.By)).Where(which).ToList();
        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
            foreach (var role in Enum.GetValues<Roles>().Where(role => int.PopCount((int)role) == 1 && row.By.HasFlag(role)))
                HireWorkflow.Table.Try(row.From, row.On, role, breach(Best)).Refusals.Select(refusal => refusal.Code).ShouldContain(code, $"{row.From} {row.On} by {role}");
    }

    private sealed record StaffRow(CaseState From, CaseAction On, Roles By);
}
