using System.Globalization;
using CouncilPremises.Browser.Tests.Harness;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>One grant by keyboard, from setting up its fund to closing it: by the group's two people and seven of the council's.</summary>
[Trait("Rule", "G12"), Trait("Rule", "S1"), Trait("Rule", "S2")]
public class WholeGrantTests(Chromium chromium, ListeningCouncilWeb web) : IClassFixture<ListeningCouncilWeb>
{
    private const string Carys = "carys.pugh@lantern-counselling.example";
    private const string Hazel = "hazel.winstanley@lantern-counselling.example";
    private const string Owen = "owen.prytherch@fallowmere.example";
    private const string Chloe = "chloe.adeyemi@fallowmere.example";
    private const string Yasmin = "yasmin.holroyd@fallowmere.example";
    private const string Robert = "robert.ashdown@fallowmere.example";
    private const string Naomi = "naomi.fairweather@fallowmere.example";
    private const string Ingrid = "ingrid.falk@fallowmere.example";
    private const string Peter = "peter.langley@fallowmere.example";

    private const string OwensReason = "The survey names these streets.";
    private const string ChloesReason = "The survey is of the whole borough.";
    private const string Condition = "Show us the rota of adults with a DBS check for every evening.";

    [Fact]
    public async Task Grant_ByKeyboard_GoesFromItsFundToItsClosing()
    {
        Assert.SkipUnless(TestDatabase.IsLongRun, "Part of tests/run --long.");
        var reference = await ApplyAsync(await SetUpAsync());

        MoveTo("2026-01-26");
        await CheckAsync(reference);
        await AssessAsync(reference);
        await DecideAsync(reference);
        await OfferAsync(reference);

        MoveTo("2026-01-28");
        await PayAsync(reference, 1, "1450.00");

        // The lists, which nobody imports here again, count for thirty days: the project is a short one
        MoveTo("2026-02-09");
        await ReportAsync(reference, 1, "30", "999.90", "450.00");
        await LookAroundAsync(reference);
        await AsAsync(Owen, owen => owen.LookNamesUpAsync(reference));
        await PayAsync(reference, 2, "1449.99");

        MoveTo("2026-02-11");
        await ReportAsync(reference, 2, "64", "999.90", "450.19");
        await CloseAsync(reference);
        await IsAccountedForAsync(reference);
    }

    private async Task<string> SetUpAsync()
    {
        var round = "";
        await AsAsync(Owen, async owen =>
        {
            await owen.SetUpFundAsync("Table fund 2026", "Table grants");
            round = await owen.SetRoundAsync("Winter tables", ("2026-01-12", "8am"), ("2026-01-23", "midday"));
        });
        return round;
    }

    private async Task<string> ApplyAsync(string round)
    {
        var reference = "";
        await AsAsync(Carys, async carys =>
        {
            reference = await carys.StartGrantAsync(round);
            await carys.AnswerGrantAsync();
            await carys.SendGrantAsync(reference);
            await carys.ReadsAsync(reference, "Received", "You, and then the council");
        });
        await AsAsync(Hazel, hazel => hazel.SignGrantAsync(reference, "Dr Hazel Winstanley"));
        return reference;
    }

    // The register shows another name: adverse, agreed by a second person, and put right by the group
    private async Task CheckAsync(string reference)
    {
        await AsAsync(Owen, async owen =>
        {
            await owen.OpenCaseAsync(reference, "Unassigned");
            await owen.PressAsync("I have no interest in this case");
            await owen.LookNamesUpAsync(reference);
            await owen.FindNameWrongAsync(reference);
            (await owen.MainTextAsync()).ShouldContain("a second person");
        });
        await AsAsync(Yasmin, async yasmin =>
        {
            await yasmin.JoinAsync(reference);
            await yasmin.PressAsync("Agree to the Fail");
            (await yasmin.MainTextAsync()).ShouldContain("You have agreed to the Fail.");
            await yasmin.GoAsync($"/cases/{reference}/award");
            (await yasmin.MainTextAsync()).ShouldContain("You cannot award it now");
        });
        await AsAsync(Carys, carys => carys.ReadsAsync(reference, "Being checked", "The council"));
        await AsAsync(Owen, async owen =>
        {
            await owen.OpenCaseAsync(reference);
            await owen.FindNamePutRightAsync(reference);
        });
        await AsAsync(Naomi, async naomi =>
        {
            await naomi.JoinAsync(reference);
            await naomi.SettleAsync(reference, "SAF");
            await naomi.SettleAsync(reference, "DBS");
        });
    }

    // Blind: neither assessor reads the other before both are in. They are two apart on need, which a third person settles
    private async Task AssessAsync(string reference)
    {
        await AsAsync(Owen, owen => owen.ScoreAsync(reference, 4, 3, OwensReason));
        await AsAsync(Chloe, async chloe =>
        {
            await chloe.JoinAsync(reference);
            var before = await chloe.MainTextAsync();
            before.ShouldContain("A colleague's scores are in.");
            before.ShouldNotContain(OwensReason);
            await chloe.ScoreAsync(reference, 2, 3, ChloesReason);
            (await chloe.MainTextAsync()).ShouldContain(OwensReason);
        });
        await AsAsync(Yasmin, async yasmin =>
        {
            await yasmin.ModerateAsync(reference, "3: good, with small gaps", "The survey names the streets, and gives no numbers for them.");
            (await yasmin.MainTextAsync()).ShouldContain("Together 18 of 24.");
        });
        await AsAsync(Owen, owen => owen.FindCommunityAsync(reference));
    }

    private async Task DecideAsync(string reference)
    {
        await AsAsync(Owen, owen => owen.RecommendAsync(reference, "Approve"));
        await AsAsync(Robert, async robert =>
        {
            await robert.JoinAsync(reference);
            (await robert.MainTextAsync()).ShouldContain("Owen Prytherch recommends approval");
            (await robert.MainTextAsync()).ShouldContain("Nothing blocks a decision.");
            await robert.AwardAsync("900.19", "£2,899.99", Condition);
            (await robert.HeadingAsync()).ShouldContain("Approved with conditions");
        });
        await AsAsync(Carys, carys => carys.ReadsAsync(reference, "Being checked", "The council"));
        await AsAsync(Owen, owen => owen.PublishAsync(reference));
    }

    private async Task OfferAsync(string reference)
    {
        await AsAsync(Hazel, hazel => hazel.AcceptOfferAsync(reference, "£2,899.99"));
        await AsAsync(Carys, carys => carys.GiveBankDetailsAsync(reference, "30-94-30", "00733445"));
        await AsAsync(Ingrid, async ingrid =>
        {
            await ingrid.VerifyBankAsync(reference);
            (await ingrid.HeadingAsync()).ShouldContain("Agreed");
            (await ingrid.MainTextAsync()).ShouldContain("You keyed or verified these bank details, so a colleague must release the payment.");
        });
        await AsAsync(Owen, async owen =>
        {
            await owen.GoAsync($"/cases/{reference}");
            (await owen.MainTextAsync()).ShouldContain(Condition);
            await owen.PressAsync("Condition is met");
            (await owen.MainTextAsync()).ShouldContain("Award Active");
        });
        await AsAsync(Carys, carys => carys.ReadsAsync(reference, "Awarded", "You"));
    }

    private async Task PayAsync(string reference, int instalment, string amount)
    {
        await AsAsync(Peter, async peter =>
        {
            await peter.JoinAsync(reference);
            var file = await peter.PayAsync(reference, instalment);
            file.ShouldContain($"{reference}-{instalment},The Lantern Counselling Trust,309430,00733445,{amount},Grant {reference}-{instalment}");
        });
    }

    private async Task ReportAsync(string reference, int number, string reached, string staff, string materials)
    {
        await AsAsync(Carys, async carys =>
        {
            await carys.SendReportAsync(reference, number, reached, staff, materials);
            (await carys.MainTextAsync()).ShouldContain("We are reading it");
        });
        await AsAsync(Owen, owen => owen.AcceptReportAsync(reference, number));
    }

    // Whoever is funded reads what others learned
    private async Task LookAroundAsync(string reference)
    {
        await AsAsync(Owen, owen => owen.LookAtChangesAsync(reference));
        await AsAsync(Carys, async carys =>
        {
            await carys.GoAsync($"/grants/applications/{reference}/award");
            await carys.FollowAsync("Read what other funded groups learned");
            (await carys.MainTextAsync()).ShouldContain("it knows who eats alone");
        });
    }

    private async Task CloseAsync(string reference)
    {
        await AsAsync(Owen, async owen =>
        {
            await owen.GoAsync($"/cases/{reference}/money");
            (await owen.MainTextAsync()).ShouldContain("Not accounted for £0");
            await owen.PressAsync("Close the grant");
            (await owen.HeadingAsync()).ShouldContain("Completed");
        });
        await AsAsync(Carys, carys => carys.ReadsAsync(reference, "Over", "Nobody"));
    }

    private async Task IsAccountedForAsync(string reference)
    {
        await web.PaidAsync(reference, 1_450_00, 1_449_99);
        (await web.ActsAsync(reference)).ShouldBe(
        [
            "Check.Agree Yasmin Holroyd", "Assessment.Give Owen Prytherch", "Assessment.Give Chloe Adeyemi", "Assessment.Moderate Yasmin Holroyd",
            "Decision.Recommend Owen Prytherch", "Decision.Award Robert Ashdown", "Grant.PublishOutcome Owen Prytherch", "Award.Accept Dr Hazel Winstanley",
            "Bank.Key Carys Pugh", "Bank.Verify Ingrid Falk", "Payment.Release Peter Langley", "Payment.Release Peter Langley", "Award.Close Owen Prytherch",
        ]);
    }

    private async Task AsAsync(string email, Func<Visitor, Task> acts)
    {
        await using var visitor = await chromium.VisitorAsync(web.Address);
        await visitor.SignInAsync(email);
        await acts(visitor);
        visitor.LeftNoComplaints();
    }

    private void MoveTo(string day) => web.Clock.Advance(DateTime.Parse($"{day}T10:00", CultureInfo.InvariantCulture) - web.Clock.GetUtcNow().UtcDateTime);
}
