using System.Net;
using CouncilPremises.Application.Seeding;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>People of the demonstration council, signed in as they would themselves.</summary>
public static class SignedIn
{
    /// <summary>A visit of somebody who has just signed in with e-mail address and password.</summary>
    public static async Task<Visit> VisitAsync(this CouncilWeb web, string email)
    {
        var visit = new Visit(web);
        var page = await visit.PostFormAsync("/sign-in", ("Input.Email", email), ("Input.Password", web.Services.GetRequiredService<DemoSignIns>().Password));
        return page.Status == HttpStatusCode.OK && page.Address.AbsolutePath != "/sign-in"
            ? visit
            : throw new InvalidOperationException($"{email} could not sign in: {page.Status} {string.Join(" ", page.Errors)}");
    }
}
