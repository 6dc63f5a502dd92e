using CouncilPremises.Application.Database;
using CouncilPremises.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Grants;

/// <summary>Rounds as the public reads them, from before they open until they have closed.</summary>
public sealed class RoundPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    [Fact]
    public async Task Round_OpenThenClosed_SaysUntilWhenAndWhereTheMoneyComesFrom()
    {
        using var visitor = new Visit(web);
        (await visitor.GetAsync("/")).Document.QuerySelectorAll("main a").ShouldContain(link => link.GetAttribute("href") == "/grants");
        var list = await visitor.GetAsync("/grants");
        list.Text.ShouldContain("Common Ground grants: Neighbours round");
        list.Text.ShouldContain("£500 to £12,000. Apply before Monday 16 February 2026, midday.");

        var round = await visitor.GetAsync("/grants/neighbours-round");
        round.Text.ShouldContain("Send your application before Monday 16 February 2026, midday.");
        round.Text.ShouldContain("To stop people being drawn into terrorism");
        round.Text.ShouldContain("Home Office Prevent funding, paid through Fallowmere Borough Council");
        round.Text.ShouldContain("at least 3 people who run the group and are not related");
        round.Document.QuerySelector("main a[href='/grants/neighbours-round/apply']")!.TextContent.ShouldBe("Apply for this grant");

        // The last second is open, the minute it closes is not
        var closes = await web.With<AppDbContext, DateTime>(db => db.GrantRounds.Select(r => r.ClosesUtc).SingleAsync(TestContext.Current.CancellationToken));
        web.Clock.Advance(closes - web.Clock.GetUtcNow().UtcDateTime);
        var closed = await visitor.GetAsync("/grants/neighbours-round");
        closed.Text.ShouldContain("This round closed on Monday 16 February 2026, midday.");
        closed.Text.ShouldContain("Home Office Prevent funding", Case.Sensitive, "purpose and source stay plain");
        closed.Document.QuerySelector("main a[href$='/apply']").ShouldBeNull();
        (await visitor.GetAsync("/grants")).Text.ShouldContain("You cannot apply for a grant at the moment");
        (await visitor.GetAsync("/")).Document.QuerySelectorAll("main a").ShouldNotContain(link => link.GetAttribute("href") == "/grants");
    }
}
