using System.Net;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Premises;

/// <summary>The administrators' pages about venues, rooms, closures and bank holidays.</summary>
public sealed class PremisesPagesTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private const string Administrator = "admin.thorne@fallowmere.example";
    private const string Officer = "daniel.whitlock@fallowmere.example";

    [Theory]
    [InlineData("/settings/venues")]
    [InlineData("/settings/venues/new")]
    [InlineData("/settings/venues/town-hall")]
    [InlineData("/settings/venues/town-hall/edit")]
    [InlineData("/settings/venues/town-hall/closures/new")]
    [InlineData("/settings/venues/town-hall/rooms/new")]
    [InlineData("/settings/venues/town-hall/rooms/new?partOf=town-hall-great-hall")]
    [InlineData("/settings/venues/town-hall/rooms/town-hall-great-hall/edit")]
    [InlineData("/settings/venues/town-hall/rooms/town-hall-great-hall-a/move")]
    [InlineData("/settings/bank-holidays")]
    public async Task Page_ForAdministratorsOnly_IsShownToThemAndForbiddenToOfficers(string address)
    {
        using var administrator = await SignInAsync(Administrator);
        using var officer = await SignInAsync(Officer);
        using var visitor = new Visit(web);

        (await administrator.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.GetAsync(address)).Address.AbsolutePath.ShouldBe("/sign-in");
    }

    [Theory]
    [InlineData("/settings/venues/nowhere")]
    [InlineData("/settings/venues/nowhere/edit")]
    [InlineData("/settings/venues/nowhere/closures/new")]
    [InlineData("/settings/venues/town-hall/rooms/nowhere/edit")]
    [InlineData("/settings/venues/maltings/rooms/town-hall-great-hall/move")]
    [InlineData("/settings/venues/town-hall/rooms/new?partOf=nowhere")]
    public async Task Page_OfNothing_IsNotFound(string address)
    {
        using var administrator = await SignInAsync(Administrator);

        (await administrator.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task NewVenue_PartlyWrong_KeepsWhatWasTypedAndThenIsAdded()
    {
        using var visit = await SignInAsync(Administrator);

        var wrong = await visit.PostFormAsync("/settings/venues/new", ("Input.Name", "Heron House"), ("Input.Monday", "morning"), ("Input.AccessFeatures", "Lift\nRamp"));
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Errors.ShouldContain("Monday must be hours like 8am to 10:30pm, or closed");
        wrong.Document.GetElementById("Input_Name")!.GetAttribute("value").ShouldBe("Heron House");
        wrong.Document.GetElementById("Input_AccessFeatures")!.TextContent.Trim().ReplaceLineEndings("\n").ShouldBe("Lift\nRamp");

        wrong.Errors.ShouldContain("Enter the venue's address", "every mistake is told at once");

        var added = await visit.PostFormAsync(wrong, ("Input.Monday", "9am to 1pm and 2pm to midnight"), ("Input.Address", "2 Mere Lane"), ("Input.Ward", "Market"), ("Input.Description", "A house."));
        added.Heading.ShouldBe("Heron House");
        added.Text.ShouldContain("Monday: 9am to 1pm and 2pm to midnight");
        (await visit.GetAsync("/venues/heron-house")).Text.ShouldContain("Lift, Ramp");
    }

    [Fact]
    public async Task EditVenue_ChangedByAnotherMeanwhile_IsAConflict()
    {
        using var visit = await SignInAsync(Administrator);
        var (mine, theirs) = (await visit.GetAsync("/settings/venues/maltings/edit"), await visit.GetAsync("/settings/venues/maltings/edit"));

        (await visit.PostFormAsync(theirs, ("Input.Ward", "Wharf"))).Status.ShouldBe(HttpStatusCode.OK);
        (await visit.PostFormAsync(mine, ("Input.Ward", "Quay"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task NewRoom_PartOfAHall_StandsUnderIt()
    {
        using var visit = await SignInAsync(Administrator);

        var wrong = await visit.PostFormAsync("/settings/venues/town-hall/rooms/new?partOf=town-hall-great-hall", ("Input.Name", "Balcony"), ("Input.Capacities", "many"));
        wrong.Errors.ShouldContain("“many” is not a layout: write its name, a colon and a number, like theatre: 120");
        wrong.Errors.ShouldContain("Enter the price of an hour, 0 if there is none");
        wrong.Errors.ShouldContain("Say in a sentence or two what the room is");
        var added = await visit.PostFormAsync(wrong, ("Input.Capacities", "seated: 80"), ("Input.PricePerHour", "12.50"), ("Input.Description", "Above the hall."));

        added.Text.ShouldContain("Part: Balcony");
        (await visit.GetAsync("/rooms/town-hall-balcony")).Text.ShouldContain("£12.50 an hour");
    }

    [Fact]
    public async Task EditRoom_WithBuffersOffTheQuarter_IsRefusedAtItsField()
    {
        using var visit = await SignInAsync(Administrator);

        var page = await visit.PostFormAsync("/settings/venues/town-hall/rooms/town-hall-great-hall/edit", ("Input.BufferAfterMinutes", "20"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Document.GetElementById("Input_BufferAfterMinutes-error").ShouldNotBeNull();
        page.Document.GetElementById("Input_BufferAfterMinutes")!.GetAttribute("value").ShouldBe("20");
    }

    [Fact]
    public async Task Closure_AddedAndRemoved_IsToldToThePublicMeanwhile()
    {
        using var visit = await SignInAsync(Administrator);

        (await visit.PostFormAsync("/settings/venues/old-school/closures/new", ("Input.Reason", "Painting"))).Errors.ShouldContain("Enter the first day closed");
        var closed = await visit.PostFormAsync(
            "/settings/venues/old-school/closures/new", ("Input.FirstDay.Day", "6"), ("Input.FirstDay.Month", "5"), ("Input.FirstDay.Year", "2027"), ("Input.Reason", "Painting"));
        closed.Heading.ShouldBe((await visit.GetAsync("/venues/old-school")).Heading);
        (await visit.GetAsync("/venues/old-school")).Text.ShouldContain("Thursday 6 May 2027: the whole venue, Painting");

        var form = closed.Document.QuerySelectorAll("form[action*='Reopen']").Last();
        var open = await visit.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(WebPage.Entries((AngleSharp.Html.Dom.IHtmlFormElement)form)), TestContext.Current.CancellationToken);
        open.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visit.GetAsync("/venues/old-school")).Text.ShouldNotContain("Painting");
    }

    [Fact]
    public async Task Closure_OverBookedDates_ListsEveryOneAndSaysWhoHelps()
    {
        var database = new CouncilDatabase(web);
        var hall = await A.Hall().AddAsync(database);
        foreach (var times in new[] { "10:00-12:00", "19:00-21:00" })
            await A.Hire().For(hall.Hall).On("2027-06-08", times).SubmittedAsync(database);
        using var visit = await SignInAsync(Administrator);

        var refused = await visit.PostFormAsync($"/settings/venues/{hall.Venue.Slug}/closures/new",
            ("Input.FirstDay.Day", "8"), ("Input.FirstDay.Month", "6"), ("Input.FirstDay.Year", "2027"), ("Input.Reason", "Painting"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Errors.First().ShouldBe("These dates are held or booked on those days. Have them moved or cancelled first (2)");
        refused.Errors.ShouldContain("Main Hall, Tuesday 8 June 2027, 10am to midday");
        refused.Errors.ShouldContain("Main Hall, Tuesday 8 June 2027, 7pm to 9pm");
        refused.Errors.Last().ShouldContain("facilities approver");
    }

    [Fact]
    public async Task BankHoliday_Added_IsListedOnceAndTwiceIsRefused()
    {
        using var visit = await SignInAsync(Administrator);
        (string, string)[] day = [("Input.Day.Day", "15"), ("Input.Day.Month", "6"), ("Input.Day.Year", "2027"), ("Input.Title", "Jubilee")];

        (await visit.PostFormAsync("/settings/bank-holidays", day)).Text.ShouldContain("Tuesday 15 June 2027 Jubilee");
        var again = await visit.PostFormAsync("/settings/bank-holidays", day);
        again.Errors.ShouldContain("Tuesday 15 June 2027 is a bank holiday already");
    }

    private async Task<Visit> SignInAsync(string email)
    {
        var visit = new Visit(web);
        var page = await visit.PostFormAsync("/sign-in", ("Input.Email", email), ("Input.Password", "the heron waits beside the mere"));
        page.Errors.ShouldBeEmpty();
        return visit;
    }
}
