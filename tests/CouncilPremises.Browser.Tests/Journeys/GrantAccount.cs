using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>What is on record of a grant once it is over, read from the database.</summary>
internal static class GrantAccount
{
    // The acts that have to be by different people
    private static readonly string[] Separated =
    [
        "Check.Agree", "Assessment.Give", "Assessment.Moderate", "Decision.Recommend", "Decision.Award", "Grant.PublishOutcome", "Award.Accept",
        "Bank.Key", "Bank.Verify", "Payment.Release", "Award.Close",
    ];

    /// <summary>Case and award are over, and each instalment was sent with exactly these pence, which come to the award.</summary>
    public static Task PaidAsync(this CouncilWeb web, string reference, params long[] pence) => web.With<AppDbContext, bool>(async db =>
    {
        var @case = await db.Cases.SingleAsync(one => one.Reference == reference, TestContext.Current.CancellationToken);
        var award = await db.Awards.SingleAsync(one => one.CaseId == @case.Id, TestContext.Current.CancellationToken);
        (@case.State, award.State, award.Amount.Pence).ShouldBe((CaseState.Completed, AwardState.Completed, pence.Sum()));
        var paid = await db.Instalments.Where(one => one.CaseId == @case.Id).OrderBy(one => one.Number).ToListAsync(TestContext.Current.CancellationToken);
        paid.Select(one => (one.State, one.Amount.Pence)).ShouldBe(pence.Select(sum => (PaymentState.Sent, sum)));
        return true;
    });

    /// <summary>Who did what of the acts that S1 and S2 keep apart, in order, as the audit has it.</summary>
    public static Task<List<string>> ActsAsync(this CouncilWeb web, string reference) => web.With<AppDbContext, List<string>>(db =>
        (from act in db.AuditEntries
         join @case in db.Cases on act.CaseId equals @case.Id
         join user in db.Users on act.ActorId equals user.Id
         where @case.Reference == reference && !act.WasRefused && Separated.Contains(act.Action)
         orderby act.AtUtc, act.Id
         select act.Action + " " + user.FullName).ToListAsync(TestContext.Current.CancellationToken));
}
