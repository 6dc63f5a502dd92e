using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Harness;

/// <summary>The harness must see what it is there to see, or the journeys prove nothing.</summary>
public class VisitorTests(Chromium chromium)
{
    private const string GoodPage = """
        <!doctype html><html lang="en"><head><title>Form</title></head><body><main><h1>Form</h1><form action="/next">
        <p><label for="a">Name</label> <input id="a" name="a"></p>
        <fieldset><legend>Speaker</legend><p><input type="radio" name="r" id="r1" value="1"><label for="r1">None</label></p>
        <p><input type="radio" name="r" id="r2" value="2"><label for="r2">Own</label></p></fieldset>
        <p><input type="checkbox" id="c" name="c"><label for="c">Agree</label></p>
        <p><label for="s">Room</label> <select id="s" name="s"><option>Hall</option><option>Studio</option></select></p>
        <p><button>Continue</button></p></form></main></body></html>
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Visitor_FormByKeyboard_SendsWhatWasEntered(bool javaScript)
    {
        await using var visitor = await VisitorAtAsync(GoodPage, javaScript);
        await visitor.GoAsync("/form");
        await visitor.FillAsync("Name", "Ann Bell");
        await visitor.ChooseAsync("Own");
        await visitor.ChooseAsync("Agree");
        await visitor.PickAsync("Room", "Studio");
        await visitor.PressAsync("Continue");

        new Uri(visitor.Page.Url).PathAndQuery.ShouldBe("/next?a=Ann+Bell&r=2&c=on&s=Studio");
        visitor.LeftNoComplaints();
    }

    [Theory]
    [InlineData("""<label for="a">Name</label>""", "")]
    [InlineData("<main>", """<main style="width:2000px">""")]
    [InlineData("<h1>Form</h1>", "<p>Form</p>")]
    public async Task Visitor_FaultyPage_IsReported(string good, string faulty)
    {
        await using var visitor = await VisitorAtAsync(GoodPage.Replace(good, faulty, StringComparison.Ordinal));
        await Assert.ThrowsAsync<ShouldAssertException>(() => visitor.GoAsync("/form"));
    }

    [Fact]
    public async Task Visitor_BrokenContentPolicy_IsReported()
    {
        await using var visitor = await VisitorAtAsync(GoodPage.Replace("</main>", "<script>document.title = 'x'</script></main>", StringComparison.Ordinal));
        await visitor.GoAsync("/form");
        Assert.Throws<ShouldAssertException>(visitor.LeftNoComplaints).Message.ShouldContain("Content Security Policy");
    }

    private async Task<Visitor> VisitorAtAsync(string page, bool javaScript = true)
    {
        var visitor = await chromium.VisitorAsync(new Uri("http://council.test/"), javaScript);
        await visitor.Page.RouteAsync("**/*", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = page,
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'self'; style-src 'unsafe-inline'" },
        }));
        return visitor;
    }
}
