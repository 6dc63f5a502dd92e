using CouncilPremises.Application.Database;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Tests.Hosting;
using CouncilPremises.Web.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace CouncilPremises.Web.Tests.Grants;

/// <summary>Visits of people whom builders added to the demonstration council.</summary>
internal static class GrantVisits
{
    /// <summary>Signs in as somebody a builder added, with the password of the demonstration.</summary>
    public static async Task<Visit> VisitAsync(this CouncilWeb web, Actor actor)
    {
        var email = await web.With<AppDbContext, string>(async db =>
        {
            var hash = await db.Users.Where(u => u.Email == DemoPerson.Officer).Select(u => u.PasswordHash).SingleAsync(TestContext.Current.CancellationToken);
            await db.Users.Where(u => u.Id == actor.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, hash), TestContext.Current.CancellationToken);
            return await db.Users.Where(u => u.Id == actor.Id).Select(u => u.Email!).SingleAsync(TestContext.Current.CancellationToken);
        });
        return await web.VisitAsync(email);
    }

    /// <summary>How often somebody was refused on a case with a code.</summary>
    public static Task<int> RefusedAsync(this CouncilWeb web, string reference, Actor actor, string code) => web.With<AppDbContext, int>(db => db.AuditEntries
        .Where(e => e.ActorId == actor.Id && e.WasRefused && db.Cases.Any(c => c.Id == e.CaseId && c.Reference == reference))
        .CountAsync(e => db.AuditDetails.Any(d => d.EntryId == e.Id && d.Json.Contains("\"" + code + "\"")), TestContext.Current.CancellationToken));
}
