using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Cases;

/// <summary>Whoever may not act on a grant case, each for another reason, and the trial that they are refused, logged once and change nothing.</summary>
internal static class SeparationPeople
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Staff who declared an interest.</summary>
    public static async Task<Actor> InterestedAsync(this TestGrant grant, Roles roles)
    {
        var person = await A.Person().Staff(roles).AddAsync(grant.Database);
        (await grant.Database.With<Triage, Outcome>(t => t.StateInterestAsync(grant.Reference, new StateInterest(true, "My sister is the chair."), person, Token))).Succeeded.ShouldBeTrue();
        return person;
    }

    /// <summary>Staff who belong to the group.</summary>
    public static async Task<Actor> MemberAsync(this TestGrant grant, Roles roles)
    {
        var person = await A.Person().Staff(roles).AddAsync(grant.Database);
        await grant.StateNoInterestAsync(person);
        await grant.Database.With<AppDbContext>(async db =>
        {
            var organisation = await db.Organisations.Include(o => o.Memberships).SingleAsync(o => o.Id == grant.Group.Organisation.Id, Token);
            organisation.Join(person.Id, Roles.SafeguardingLead, grant.Database.Time.NowUtc);
            await db.SaveChangesAsync(Token);
        });
        return person;
    }

    /// <summary>Staff who helped to word the application.</summary>
    public static async Task<Actor> HelperAsync(this TestGrant grant, Roles roles)
    {
        var person = await A.Person().Staff(roles).AddAsync(grant.Database);
        await grant.StateNoInterestAsync(person);
        var id = (await grant.CaseAsync()).Id;
        await grant.Database.With<AppDbContext>(async db =>
        {
            db.CaseHelps.Add(new CaseHelp(Guid.CreateVersion7(), id, person.Id, HelpKind.HelpedWrite, null, grant.Database.Time.NowUtc));
            await db.SaveChangesAsync(Token);
        });
        return person;
    }

    /// <summary>Tries an act: refused with this code, logged once, nothing changed.</summary>
    public static async Task RefusesAsync(this TestGrant grant, string action, string code, Actor actor, Func<Task<Outcome>> attempt)
    {
        var (before, logged) = (await grant.CaseAsync(), await grant.LoggedAsync(action, actor));
        (await attempt()).Refusals.Select(refusal => refusal.Code).ShouldContain(code, action);
        (await grant.CaseAsync()).Version.ShouldBe(before.Version, action);
        (await grant.LoggedAsync(action, actor)).ShouldBe(logged + 1, $"{action} is logged once");
    }

    private static async Task<int> LoggedAsync(this TestGrant grant, string action, Actor actor)
    {
        var id = (await grant.CaseAsync()).Id;
        return await grant.Database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.CaseId == id && e.WasRefused && e.Action == action && e.ActorId == actor.Id, Token));
    }
}
