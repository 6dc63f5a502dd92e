using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CsCheck;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Grants;

/// <summary>A schedule made to come to another award: to the penny, whatever was paid before.</summary>
[Trait("Rule", "G9")]
public class PaymentFitTests
{
    private static readonly Guid Case = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Fit_AnyScheduleToAnyAwardNotBelowWhatIsPaid_ComesToExactlyIt() =>
        Gen.Select(Gen.Long[1, 1_000_000].Array[1, 12], Gen.Int[0, 12], Gen.Long[0, 5_000_000]).Sample((amounts, released, more) =>
        {
            var instalments = amounts.Select((pence, index) => Planned(index + 1, pence)).ToList();
            foreach (var one in instalments.Take(released))
                Release(one);
            var award = PaymentPlan.Paid(instalments) + new Money(more);
            var fitted = PaymentPlan.Fit(award, instalments, Today);
            var total = PaymentPlan.Paid(instalments) + fitted.Aggregate(Money.Zero, (sum, one) => sum + one.Amount);
            return total == award && fitted.All(one => one.Amount > Money.Zero) && fitted.Select(one => one.Number).Distinct().Count() == fitted.Count
                && fitted.All(one => instalments.Take(released).All(paid => paid.Number != one.Number));
        });

    [Fact]
    public void Fit_Less_IsTakenFromTheLast()
    {
        var fitted = PaymentPlan.Fit(Money.Pounds(250), [Planned(1, 100_00), Planned(2, 100_00), Planned(3, 100_00)], Today);
        fitted.Select(one => one.Amount).ShouldBe([Money.Pounds(100), Money.Pounds(100), Money.Pounds(50)]);
    }

    [Fact]
    public void Fit_MoreWhenAllIsPaid_AddsAnInstalment()
    {
        var paid = Planned(1, 100_00);
        Release(paid);
        PaymentPlan.Fit(Money.Pounds(150), [paid], Today).ShouldHaveSingleItem().ShouldBe(new PlannedInstalment(2, Money.Pounds(50), Today, null));
        Should.Throw<ArgumentException>(() => PaymentPlan.Fit(Money.Pounds(99), [paid], Today));
    }

    [Fact, Trait("Rule", "G12")]
    public void Agreement_Text_NamesTheGroupTheProjectAndTheSum()
    {
        var lines = AgreementText.V1.For(new AgreementParties("Fallowmere Council", "Mere Youth", "Open kitchen", Money.Pounds(4_800), new(2026, 4, 1), new(2026, 9, 30)));
        lines[0].ShouldBe("An agreement between Fallowmere Council and Mere Youth about a grant of £4,800 for Open kitchen, from 1 April 2026 to 30 September 2026.");
        lines.Count.ShouldBe(11);
        lines.ShouldAllBe(line => !line.Contains('['));
        AgreementText.Named.ShouldAllBe(name => AgreementText.V1.Template.Contains(name, StringComparison.Ordinal));
    }

    private static Instalment Planned(int number, long pence) => new(Guid.CreateVersion7(), Case, new PlannedInstalment(number, new Money(pence), Today, null));

    private static void Release(Instalment one) => one.Take(PaymentWorkflow.Table.Try(one.State, PaymentAction.Release, Roles.FinanceOfficer, GrantFactsOf.MayPay).Value);
}
