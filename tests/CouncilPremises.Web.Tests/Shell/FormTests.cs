using System.Net;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>The tags and binders, through a real page.</summary>
public sealed class FormTests(ShellApp app) : IClassFixture<ShellApp>
{
    private static readonly (string, string)[] Good =
    [
        ("Input.Name", "  Spring fair "), ("Input.Guests", "40"), ("Input.Day.Day", "24"), ("Input.Day.Month", "march"),
        ("Input.Day.Year", "2026"), ("Input.Start", "7.30 p.m."), ("Input.Price", "£1,024.50"), ("Input.Speakers", "None")
    ];

    [Fact]
    public async Task Form_Empty_ListsEachMistakeInPageOrderWithLinks()
    {
        var response = await ShellApp.SendAsync(app.Visitor(), "/samples/form");
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await response.ReadPageAsync();
        page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => (link.TextContent, link.GetAttribute("href"))).ShouldBe(
        [
            ("Enter the name of your event", "#Input_Name"),
            ("Enter how many people will come", "#Input_Guests"),
            ("Enter the date of your event", "#Input_Day"),
            ("Enter when it starts", "#Input_Start"),
            ("Choose whether anyone will speak", "#Input_Speakers")
        ]);
        page.Title.ShouldBe("Error: Tell us about your event – HB-2026-00123 – Council rooms and grants – Fallowmere Borough Council");
        page.GetElementById("Input_Name")!.GetAttribute("aria-describedby").ShouldBe("Input_Name-hint Input_Name-error");
    }

    [Fact]
    public async Task Form_Good_IsBoundAndTheNoticeIsShownOnce()
    {
        var visitor = app.Visitor();
        var response = await ShellApp.SendAsync(visitor, "/samples/form", Good);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await visitor.GetPageAsync("/samples/form");
        page.QuerySelector(".govuk-notification-banner__heading")!.TextContent.ShouldBe("Saved Spring fair for 2026-03-24 at 19:30, £1,024.50.");
        var again = await visitor.GetPageAsync("/samples/form");
        again.QuerySelector(".govuk-notification-banner").ShouldBeNull();
    }

    [Fact]
    public async Task Form_PartlyWrong_KeepsEverythingTyped()
    {
        var response = await ShellApp.SendAsync(app.Visitor(), "/samples/form",
            ("Input.Name", "<b>Fair</b>"), ("Input.Guests", "many"), ("Input.Story", "\r\nOne\r\nTwo"), ("Input.Day.Day", "31"),
            ("Input.Day.Month", "2"), ("Input.Day.Year", ""), ("Input.Start", "7"), ("Input.Price", "cheap"),
            ("Input.Speakers", "External"), ("Input.SpeakerName", "Ann"), ("Input.Audience", "Public"), ("Input.Ticketed", "false"),
            ("Input.Needs", "ramp"), ("Input.Audience2", "Members"), ("Input.Agreed", "true"), ("Input.Secret", "hush hush"));
        var page = await response.ReadPageAsync();
        string? Value(string id) => page.GetElementById(id)!.GetAttribute("value");
        bool Ticked(string id) => page.GetElementById(id)!.HasAttribute("checked");

        Value("Input_Name").ShouldBe("<b>Fair</b>");
        Value("Input_Guests").ShouldBe("many");
        page.GetElementById("Input_Story")!.TextContent.Trim().ReplaceLineEndings("\n").ShouldBe("One\nTwo");
        (Value("Input_Day"), Value("Input_Day-month")).ShouldBe(("31", "2"));
        Value("Input_Start").ShouldBe("7");
        Value("Input_Price").ShouldBe("cheap");
        (Ticked("Input_Speakers"), Ticked("Input_Speakers-3")).ShouldBe((false, true));
        Value("Input_SpeakerName").ShouldBe("Ann");
        Ticked("Input_Audience-3").ShouldBeTrue();
        Ticked("Input_Ticketed-2").ShouldBeTrue();
        (Ticked("Input_Needs"), Ticked("Input_Needs-2")).ShouldBe((false, true));
        page.QuerySelector("#Input_Audience2 option[selected]")!.TextContent.ShouldBe("Members");
        Ticked("Input_Agreed").ShouldBeTrue();
        Value("Input_Secret").ShouldBeNull("a password is never written back");
        page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.TextContent).ShouldBe(
        [
            "How many people must be a whole number, like 40",
            "Date of the event must include a year",
            "Start time must say morning or evening, like 7am or 7pm",
            "Entry price must be a sum in pounds, like 24 or 24.50"
        ]);
    }

    [Fact]
    public async Task Questions_Unanswered_AreReadableWithoutScript()
    {
        var page = await app.Visitor().GetPageAsync("/samples/form");
        page.GetElementById("conditional-Input_Speakers-3")!.QuerySelector("#Input_SpeakerName").ShouldNotBeNull();
        page.Body!.ClassName.ShouldBe("govuk-template__body", "the class that lets styles hide questions is set by script alone");
        page.QuerySelectorAll("input[name='Input.Speakers'] + label").Select(label => label.TextContent).ShouldBe(["No", "Our own", "Yes, from outside"]);
        page.QuerySelectorAll("input[name='Input.Audience'] + label").Select(label => label.TextContent).ShouldBe(["Members", "Invited guests", "Anyone"]);
        page.QuerySelectorAll("input[name='Input.Ticketed'] + label").Select(label => label.TextContent).ShouldBe(["Yes", "No"]);
        page.QuerySelector("form[action]:not([method=post])").ShouldBeNull();
        page.QuerySelectorAll("dd").Select(value => value.TextContent.Trim()).ShouldBe(["Spring & fair", "Change event name", "Not given"]);
        page.QuerySelector("form[method=post]")!.HasAttribute("novalidate").ShouldBeTrue();
        page.QuerySelectorAll("tbody td.govuk-table__cell--numeric").Length.ShouldBe(1);
    }

    [Fact]
    public async Task StackedTable_OnAPhone_EveryCellKnowsItsColumnAndItsRole()
    {
        var table = (await app.Visitor().GetPageAsync("/guidance/cookies")).QuerySelector("table.council-table--stacked")!;
        var headings = table.QuerySelectorAll("thead th").Select(heading => heading.TextContent).ToList();
        headings.ShouldNotBeEmpty();
        foreach (var row in table.QuerySelectorAll("tbody tr"))
        {
            row.Children.Select(cell => cell.GetAttribute("data-heading")).ShouldBe(headings);
            row.Children.Select(cell => cell.GetAttribute("role")).ShouldBeSubsetOf(["cell", "rowheader"]);
        }
    }

    [Fact]
    public async Task Pagination_InTheMiddle_LinksNeighboursAndKeepsTheRest()
    {
        var page = await app.Visitor().GetPageAsync("/samples/form?page=5&q=a%26b");
        page.QuerySelectorAll(".govuk-pagination__item").Select(item => item.TextContent.Trim()).ShouldBe(["1", "⋯", "4", "5", "6", "⋯", "9"]);
        page.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href").ShouldBe("/samples/form?q=a%26b&page=6");
    }

    [Fact]
    public async Task PageWithRefusals_RuleSaidNo_ShowsEachReasonAtItsField()
    {
        var response = await ShellApp.SendAsync(app.Visitor(), "/samples/form?fail=rule", Good);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await response.ReadPageAsync();
        page.GetElementById("Input_Guests-error")!.TextContent.ShouldEndWith("This room holds 40 people.");
        page.QuerySelectorAll(".govuk-error-summary li").Select(item => (item.TextContent, item.QuerySelector("a") is null))
            .ShouldBe([("This room holds 40 people.", false), ("The hall is closed that day.", true)]);
        page.GetElementById("Input_Start")!.GetAttribute("value").ShouldBe("7.30 p.m.");
    }

    [Theory]
    [InlineData("changed", HttpStatusCode.Conflict, "There is a problem")]
    [InlineData("gone", HttpStatusCode.NotFound, "Page not found")]
    public async Task PageWithRefusals_ChangedOrGone_HasItsStatus(string fail, HttpStatusCode status, string words)
    {
        var response = await ShellApp.SendAsync(app.Visitor(), "/samples/form?fail=" + fail, Good);
        response.StatusCode.ShouldBe(status);
        (await response.ReadPageAsync()).Body!.TextContent.ShouldContain(words);
    }
}
