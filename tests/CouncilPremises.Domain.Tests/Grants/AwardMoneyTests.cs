using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>Every pound awarded, paid and accounted for, to the penny.</summary>
[Trait("Rule", "G9")]
public class AwardMoneyTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Case = Guid.CreateVersion7();
    private static readonly Guid Kay = Guid.CreateVersion7(), Val = Guid.CreateVersion7();

    [Theory]
    [InlineData(1000_00, 2, new long[] { 500_00, 500_00 })]
    [InlineData(1000_01, 2, new long[] { 500_01, 500_00 })]
    [InlineData(1000_00, 3, new long[] { 333_34, 333_33, 333_33 })]
    [InlineData(2, 5, new long[] { 1, 1 })]
    [InlineData(1, 5, new long[] { 1 })]
    public void Plan_Default_SharesPenniesOut(long award, int reports, long[] amounts)
    {
        var plan = PaymentPlan.Default(new Money(award), A.Today, Reports(reports));
        plan.Select(one => one.Amount.Pence).ShouldBe(amounts);
        plan[0].AfterReport.ShouldBeNull();
        plan.Skip(1).Select(one => one.AfterReport).ShouldBe(Enumerable.Range(1, plan.Count - 1).Select(number => (int?)number));
        PaymentPlan.Check(new Money(award), plan).ShouldBeEmpty();
    }

    [Fact]
    public void Plan_DefaultOfAnyAward_ComesToExactlyIt() =>
        Gen.Select(Gen.Long[1, 500_000_000], Gen.Int[1, 200]).Sample((award, reports) =>
        {
            var plan = PaymentPlan.Default(new Money(award), A.Today, Reports(reports));
            return plan.Sum(one => one.Amount.Pence) == award && PaymentPlan.Check(new Money(award), plan).Count == 0;
        });

    [Theory]
    [InlineData(999_99, "Take £0.01 off")]
    [InlineData(1000_01, "Add £0.01")]
    public void Plan_APennyOff_SaysWhatToDo(long award, string said) =>
        PaymentPlan.Check(new Money(award), Plan(400_00, 600_00)).ShouldHaveSingleItem().Sentence.ShouldContain(said);

    [Fact]
    public void Plan_EmptyOrWithNothingInIt_IsRefused()
    {
        PaymentPlan.Check(Money.Pounds(10), []).ShouldHaveSingleItem().Sentence.ShouldBe("Add the first instalment.");
        PaymentPlan.Check(Money.Pounds(10), Plan(1000, 0)).ShouldHaveSingleItem().Field.ShouldBe("Instalments[1].Amount");
    }

    [Fact, Trait("Rule", "S2")]
    public void Covers_TheLastPenny_IsAllowedAndOneMoreIsNot()
    {
        var (first, second, third) = (Instalment(1, 400_00), Instalment(2, 600_00), Instalment(3, 600_01));
        Release(first);
        PaymentPlan.Covers(Money.Pounds(1000), [first, second], second).ShouldBeTrue();
        PaymentPlan.Covers(Money.Pounds(1000), [first, third], third).ShouldBeFalse();
        PaymentPlan.Covers(Money.Pounds(1000), [first], first).ShouldBeTrue("it is not counted twice");
    }

    [Fact]
    public void Recall_AReleasedPayment_ForgetsWhoReleasedIt()
    {
        var one = Instalment(1, 400_00);
        Release(one);
        one.IsPaid.ShouldBeTrue();
        one.Take(PaymentWorkflow.Table.Try(one.State, PaymentAction.Recall, Roles.FinanceOfficer, GrantFactsOf.MayPay).Value);
        one.Because("The account was wrong.");
        (one.State, one.IsPaid, one.ReleasedById, one.BankDetailsId).ShouldBe((PaymentState.Planned, false, null, null));
        one.Replan(Money.Pounds(5), A.Today, null);
        Release(one);
        Should.Throw<InvalidOperationException>(() => one.Replan(Money.Pounds(6), A.Today, null));
    }

    [Fact]
    public void Balance_FromPaymentToClosing_AccountsForEveryPenny()
    {
        var paid = Instalment(1, 1000_00);
        Release(paid);
        var report = Accepted(700_00);
        var balance = AwardBalance.Of([paid, Instalment(2, 5_00)], [report], []);
        (balance.Paid, balance.Spent, balance.Unspent, balance.IsBalanced).ShouldBe((Money.Pounds(1000), Money.Pounds(700), Money.Pounds(300), false));

        balance.WhyNot(Money.Pounds(300), new string('r', 20)).ShouldNotBeNull().Sentence.ShouldContain("Take the release back", customMessage: "it is in no payment file yet");
        paid.Take(PaymentWorkflow.Table.Try(paid.State, PaymentAction.MarkSent, Roles.FinanceOfficer, GrantFactsOf.MayPay with { Exported = true }).Value);
        balance = AwardBalance.Of([paid, Instalment(2, 5_00)], [report], []);
        balance.WhyNot(new Money(300_01), new string('r', 20)).ShouldNotBeNull().Sentence.ShouldContain("£300 is left");
        balance.WhyNot(Money.Zero, new string('r', 20)).ShouldNotBeNull();
        balance.WhyNot(Money.Pounds(300), "short").ShouldNotBeNull().Field.ShouldBe("Reason");
        balance.WhyNot(Money.Pounds(300), new string('r', 20)).ShouldBeNull();

        var back = new Recovery(Guid.CreateVersion7(), Case, RecoveryKind.Recover, Money.Pounds(200), "Not spent.", new DateOnly(2026, 4, 1), Kay, Now);
        var asked = AwardBalance.Of([paid], [report], [back]);
        (asked.Unspent, asked.Open, asked.IsBalanced).ShouldBe((Money.Pounds(300), Money.Pounds(100), false));
        back.Receive(Val, Now);
        var off = new Recovery(Guid.CreateVersion7(), Case, RecoveryKind.WriteOff, Money.Pounds(100), "The group has closed.", new DateOnly(2026, 4, 1), Kay, Now);
        off.DueOn.ShouldBeNull();
        var closed = AwardBalance.Of([paid], [report], [back, off]);
        closed.IsBalanced.ShouldBeTrue();
        closed.WhyNot(new Money(1), new string('r', 20)).ShouldNotBeNull().Sentence.ShouldContain("Nothing is left");
        Should.Throw<InvalidOperationException>(() => back.Receive(Val, Now));
    }

    [Fact]
    public void Balance_SpentMoreThanPaid_OwesNothing() => AwardBalance.Of([], [Accepted(700_00)], []).IsBalanced.ShouldBeTrue();

    [Theory]
    [InlineData(400_00, 600_00, true, true)]
    [InlineData(300_00, 700_00, true, true)]
    [InlineData(299_99, 700_01, true, false)]
    [InlineData(400_00, 500_00, true, false)]
    [InlineData(400_00, 600_01, false, false)]
    [InlineData(100_00, 99_99, false, false)]
    [InlineData(100_00, 100_00, true, false)]
    public void Moves_OfATenth_AreAnOfficers_AndNeverAboveTheAwardOrBelowWhatIsPaid(long staff, long venue, bool within, bool officers)
    {
        var moves = new BudgetMoves(Award(), Lines(staff, venue));
        moves.IsWithinAward(paid: Money.Pounds(200)).ShouldBe(within);
        moves.IsWithinOfficersShare(Policy.Default).ShouldBe(officers);
    }

    [Fact]
    public void Moves_OneAfterTheOther_CountTogether()
    {
        var award = Award();
        award.Varied(Lines(350_00, 650_00), award.Starts, award.Ends, Money.Pounds(50));
        new BudgetMoves(award, Lines(300_00, 700_00)).IsWithinOfficersShare(Policy.Default).ShouldBeTrue();
        new BudgetMoves(award, Lines(299_99, 700_01)).IsWithinOfficersShare(Policy.Default).ShouldBeFalse();
        new BudgetMoves(award, Lines(400_00, 600_00)).IsWithinOfficersShare(Policy.Default).ShouldBeTrue("moving back is a move of its own");
        new BudgetMoves(award, [.. Lines(350_00, 650_00).Take(1), new AwardLine(2, BudgetCategory.Overheads, "Rent", Money.Pounds(650))]).IsWithinOfficersShare(Policy.Default).ShouldBeFalse("it is another line");
        Should.Throw<InvalidOperationException>(() => award.Varied(Lines(400_00, 600_01), award.Starts, award.Ends, Money.Zero));
    }

    [Fact]
    public void Award_FromOfferToSuspension_KeepsWhatWasAgreed()
    {
        var award = Award();
        award.IsPublishable.ShouldBeFalse();
        award.Publish(new DateOnly(2026, 3, 30), Now);
        Should.Throw<InvalidOperationException>(() => award.Publish(new DateOnly(2026, 3, 30), Now));
        award.Take(AwardWorkflow.Table.Try(award.State, AwardAction.Accept, Roles.Signatory, new AwardStanding { Published = true }).Value, Now);
        award.Agreed(1, "abc", Kay, Now);
        award.IsPublishable.ShouldBeTrue();
        award.Withhold(new Withholding("Names a refuge", Val, Now, new DateOnly(2026, 9, 1)));
        award.IsPublishable.ShouldBeFalse();
        award.Take(AwardWorkflow.Table.Try(award.State, AwardAction.Activate, Roles.System, new AwardStanding { BankVerified = true }).Value, Now);
        var staff = new AwardStanding { ActorHasNoInterest = true, BankVerified = true };
        award.Take(AwardWorkflow.Table.Try(award.State, AwardAction.Suspend, Roles.GrantOfficer, staff).Value, Now);
        award.Suspended(SuspensionReason.ReportLate, "The report of June is late.", new DateOnly(2026, 8, 1));
        award.SuspendedFor.ShouldBe(SuspensionReason.ReportLate);
        award.Take(AwardWorkflow.Table.Try(award.State, AwardAction.Resume, Roles.GrantOfficer, staff).Value, Now);
        (award.State, award.SuspendedFor, award.SuspensionDueOn, award.IsEnded).ShouldBe((AwardState.Active, null, null, false));
    }

    [Theory]
    [InlineData("2026-03-16", false, null, false)]
    [InlineData("2026-03-17", false, null, true)]
    [InlineData("2026-03-03", false, "We disagree.", true)]
    [InlineData("2026-03-03", true, null, true)]
    public void Termination_TheGroupIsHeard_UnlessTheMatchIsConfirmed(string today, bool match, string? answer, bool may) =>
        new Termination("Why", match, Kay, Now, new DateOnly(2026, 3, 16), answer).MayBeDecided(DateOnly.Parse(today)).ShouldBe(may);

    private static Award Award() => new(Case, new AwardFacts(Guid.CreateVersion7(), Lines(400_00, 600_00), new(2026, 4, 1), new(2026, 9, 30), "Young people meet"), Kay, Now);

    private static ValueList<AwardLine> Lines(long staff, long venue) =>
        [new AwardLine(1, BudgetCategory.Staff, "Leaders", new Money(staff)), new AwardLine(2, BudgetCategory.Venue, "Halls", new Money(venue))];

    private static PlannedInstalment[] Plan(params long[] pence) => [.. pence.Select((amount, at) => new PlannedInstalment(at + 1, new Money(amount), A.Today, null))];

    private static ReportPeriod[] Reports(int count) => [.. Enumerable.Range(1, count).Select(number => new ReportPeriod(number, A.Today, A.Today, A.Today, number == count))];

    private static Instalment Instalment(int number, long pence) => new(Guid.CreateVersion7(), Case, new PlannedInstalment(number, new Money(pence), A.Today, null));

    private static void Release(Instalment one)
    {
        one.Take(PaymentWorkflow.Table.Try(one.State, PaymentAction.Release, Roles.FinanceOfficer, GrantFactsOf.MayPay).Value);
        one.Released(Val, Guid.CreateVersion7(), Now);
    }

    private static GrantReport Accepted(long spent)
    {
        var report = new GrantReport(Guid.CreateVersion7(), Case, Reports(1)[0]);
        report.Save(new ReportContent { Spend = [new LineSpend(1, new Money(spent))] });
        report.Take(ReportWorkflow.Table.Try(report.State, ReportAction.Send, Roles.LeadContact, new ReportFacts { ContentComplete = true, EarlierSent = true }).Value, Kay, null, Now);
        report.Take(ReportWorkflow.Table.Try(report.State, ReportAction.Accept, Roles.GrantOfficer, new ReportFacts { ActorHasNoInterest = true }).Value, Val, null, Now);
        return report;
    }

    [Fact]
    public void Balance_ReleasedAndNotSent_IsNotAskedBack()
    {
        var balance = new AwardBalance(Money.Pounds(500), Money.Pounds(100), Money.Zero, Money.Pounds(50), Money.Zero) { Sent = Money.Pounds(200) };
        balance.Open.ShouldBe(Money.Pounds(150), "a release may be taken back");
        (balance with { Sent = Money.Pounds(500) }).Open.ShouldBe(Money.Pounds(350));
    }

    [Theory]
    [InlineData("1,234.50", 1234_50)]
    [InlineData("£1,000,000", 1000000_00)]
    [InlineData("12,50", null)]
    [InlineData("1,2345", null)]
    [InlineData("1234,567", null)]
    [InlineData(",500", null)]
    [InlineData("1.5,00", null)]
    public void Money_WithACommaElsewhereThanBetweenThousands_IsNotRead(string text, int? pence)
    {
        Money.TryParse(text, out var money).ShouldBe(pence is not null);
        money.Pence.ShouldBe(pence ?? 0);
    }
}
