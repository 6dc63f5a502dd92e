using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>Every row of the grant tables that a member of staff may use, against every separation breach. A new row without its conditions fails here.</summary>
[Trait("Rule", "S5")]
public class GrantSeparationTests
{
    private const Roles Staff = Roles.GrantOfficer | Roles.GrantApprover | Roles.FinanceOfficer | Roles.Director | Roles.Reviewer;

    // A typist may check. Everything else about a case is deciding.
    private static readonly CaseAction[] Checking = [CaseAction.StartChecks, CaseAction.RequestInformation, CaseAction.ResumeChecks, CaseAction.Hold, CaseAction.ReleaseToChecks];

    private static readonly CaseAction[] Deciding = [CaseAction.ApproveFirst, CaseAction.Approve, CaseAction.ApproveWithConditions, CaseAction.MindToRefuse, CaseAction.Refuse];

    [Fact, Trait("Rule", "S3")]
    public void StaffRows_WithoutOwnStatementOrWithAnInterest_AreRefused()
    {
        Refuses("S3", _ => true, facts => facts with { ActorStatedNoInterest = false });
        Refuses("S3", _ => true, facts => facts with { ActorHasInterest = true });
        Refuses(AwardWorkflow.Table, "S3", new AwardStanding());
        Refuses(PaymentWorkflow.Table, "S3", GrantFactsOf.MayPay with { ActorHasNoInterest = false });
        Refuses(ReportWorkflow.Table, "S3", new ReportFacts());
        Refuses(AssessmentWorkflow.Table, "S3", new AssessmentFacts());
    }

    [Fact, Trait("Rule", "S4")]
    public void StaffRows_ByWhoeverHelpedWrite_AreRefused()
    {
        Refuses("S4", _ => true, facts => facts with { ActorHelpedWrite = true });
        Refuses("S4", act => !Checking.Contains(act), facts => facts with { ActorTyped = true });
        Refuses(AwardWorkflow.Table, "S4", new AwardStanding { ActorWrote = true });
        Refuses(ReportWorkflow.Table, "S4", new ReportFacts { ActorWrote = true });
        Refuses(AssessmentWorkflow.Table, "S4", new AssessmentFacts { ActorWrote = true });
    }

    [Fact, Trait("Rule", "S1")]
    public void DecidingRows_ByTheRecommender_AreRefused() => Refuses("S1", Deciding.Contains, facts => facts with { RecommendedByAnother = false });

    [Fact, Trait("Rule", "S1")]
    public void Terminate_ByWhoeverProposedIt_IsRefusedInEveryState()
    {
        foreach (var row in AwardWorkflow.Table.Rows.Where(row => row.On == AwardAction.Terminate))
            AwardWorkflow.Table.Try(row.From, row.On, Roles.GrantApprover, new AwardStanding { ActorHasNoInterest = true, TerminationProposed = true, TerminationHeard = true })
                .Refusals.ShouldHaveSingleItem().Code.ShouldBe("S1");
    }

    [Fact, Trait("Rule", "S2")]
    public void Release_ByTheApproverOrWhoeverHandledTheBankDetails_IsRefused()
    {
        PaymentWorkflow.Table.Try(PaymentState.Planned, PaymentAction.Release, Staff, GrantFactsOf.MayPay).Succeeded.ShouldBeTrue();
        foreach (var breach in new[] { GrantFactsOf.MayPay with { ActorApproved = true }, GrantFactsOf.MayPay with { ActorHandledBank = true } })
            PaymentWorkflow.Table.Try(PaymentState.Planned, PaymentAction.Release, Staff, breach).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S2");
    }

    [Fact]
    public void Release_WithNothingLookedUp_NamesEveryGuardOfPay() =>
        PaymentWorkflow.Table.Try(PaymentState.Planned, PaymentAction.Release, Roles.FinanceOfficer, new PaymentFacts()).Refusals.Select(refusal => refusal.Code).Distinct()
            .ShouldBe(["S3", "Active", "BNK", "Reports", "SAF", "DBS", "INS", "XREF", "LookUp", "Award"]);

    [Theory]
    [InlineData(false, false, CaseAction.Approve, null)]
    [InlineData(true, false, CaseAction.Approve, "Authority")]
    [InlineData(true, true, CaseAction.Approve, null)]
    [InlineData(true, false, CaseAction.ApproveFirst, null)]
    [InlineData(false, false, CaseAction.ApproveFirst, "Authority")]
    public void Decide_AboveTheAuthorityLimit_TakesTwoApprovers(bool above, bool byAnother, CaseAction act, string? code)
    {
        var facts = GrantFactsOf.Best with { Grant = GrantFactsOf.Best.Grant with { AboveAuthority = above, FirstApprovedByAnother = byAnother } };
        var outcome = GrantWorkflow.Table.Try(CaseState.ReadyForDecision, act, Roles.GrantApprover, facts);
        outcome.Refusals.Select(refusal => refusal.Code).SingleOrDefault().ShouldBe(code);
    }

    [Theory, Trait("Rule", "D10")]
    [InlineData(CaseState.Checking)]
    [InlineData(CaseState.Referred)]
    [InlineData(CaseState.ReadyForDecision)]
    public void Refuse_D10_NeedsNoNoticeBefore_AndOthersDo(CaseState state)
    {
        GrantWorkflow.Table.Try(state, CaseAction.Refuse, Roles.GrantApprover, GrantFactsOf.Best).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Untold");
        GrantWorkflow.Table.Try(state, CaseAction.Refuse, Roles.GrantApprover, GrantFactsOf.Best with { Grant = GrantFactsOf.Best.Grant with { GroundIsD10 = true } }).Succeeded.ShouldBeTrue();
    }

    private static void Refuses(string code, Func<CaseAction, bool> which, Func<CaseFacts, CaseFacts> breach)
    {
        var rows = GrantWorkflow.Table.Rows.Where(row => (row.By & Staff) != Roles.None && which(row.On)).ToList();
        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
            GrantWorkflow.Table.Try(row.From, row.On, Staff, breach(GrantFactsOf.Best)).Refusals.Select(refusal => refusal.Code).ShouldContain(code, $"{row.From} {row.On}");
    }

    private static void Refuses<TState, TAction, TFacts>(WorkflowTable<TState, TAction, TFacts> table, string code, TFacts breach)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        foreach (var row in table.Rows.Where(row => (row.By & Staff) != Roles.None))
            table.Try(row.From, row.On, row.By & Staff, breach).Refusals.Select(refusal => refusal.Code).ShouldContain(code, $"{row.From} {row.On}");
    }
}
