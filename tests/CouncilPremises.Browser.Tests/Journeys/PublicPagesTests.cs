using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.Web.Tests.Hosting;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>What anybody can read without signing in.</summary>
public class PublicPagesTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PublicPages_ByKeyboard_AreAccessible(bool javaScript)
    {
        await using var visitor = await chromium.VisitorAsync(web.Address, javaScript);
        await visitor.GoAsync("/");
        visitor.LeftNoComplaints();
    }
}
