using System.Net;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.Web.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Grants;

/// <summary>Pages with rows: what is typed is never lost, and sums are said in words.</summary>
public sealed class GrantApplicationBudgetTests(CouncilWeb web) : IClassFixture<CouncilWeb>
{
    private readonly CouncilDatabase database = new(web);

    [Fact]
    [Trait("Rule", "G9")]
    public async Task Budget_OverACapAndUnbalanced_IsSaidBesideTheLineAndInTheSums()
    {
        var (alex, at, grant) = await DraftAsync();
        using var visit = alex;
        var page = await alex.GetAsync(at);
        page.Text.ShouldContain("Overheads may be at most 15% of what you ask for, and contingency at most 5%.");
        var added = await alex.PostFormAsync(page, [.. GrantApplicant.Line(1, "Materials", "Food", "lots", "90", "1800"), ("act", "add5")]);
        added.Document.QuerySelector("[name='Input.Budget.Lines[6].Description']").ShouldNotBeNull();
        added.Document.QuerySelector("#Input_Budget_Lines_1__Quantity")!.GetAttribute("value").ShouldBe("lots", "what cannot be read stays");
        added.Errors.ShouldContain("How many must be a number, like 40 or 2.5");

        var wrong = await alex.PostFormAsync(added, [("Input.Budget.Lines[1].Quantity", "20"), .. GrantApplicant.Line(4, "Overheads", "Rent", "1", "1,000", "1000"), ("act", "continue")]);
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Errors.ShouldContain(error => error.StartsWith("Line 3, Overheads: you ask for £1,000 for overheads in all, more than 15%", StringComparison.Ordinal));
        wrong.Document.QuerySelector(".govuk-error-summary a[href='#Input_Budget_Lines_4__Requested']").ShouldNotBeNull("the box it stands in, though two rows before it are empty");
        wrong.Text.ShouldContain("That is £1,000 more than the grant of £4,800 you ask for.");
        wrong.Text.ShouldContain("Overheads: £1,000, more than the £870 that 15% allow.");
        (await grant.FileAsync(grant.Group.Lead)).Grant.Answers.Budget.Lines.Count.ShouldBe(2);

        var removed = await alex.PostFormAsync(wrong, ("act", "remove-4"));
        removed.Text.ShouldContain("Your lines ask for £4,800: as much as the grant you ask for.");
        (await alex.PostFormAsync(removed, ("act", "continue"))).Address.AbsolutePath.ShouldEndWith("/partners");
    }

    [Fact]
    [Trait("Rule", "G9")]
    public async Task Budget_AThousandLinesPasted_AreAddedUpAndEditedPageByPage()
    {
        var (alex, at, grant) = await DraftAsync();
        using var visit = alex;
        var rows = string.Join("\r\n", Enumerable.Range(1, 1000).Select(i => $"materials\tCrate {i}\t3\t£0.33\t0.99"));
        var unread = await alex.PostFormAsync(at, ("Input.Pasted", "Kind\tWhat\tMany\tCost\nStationery\tPens\tfew\t1\nStaff\tCook"), ("act", "paste"));
        unread.Status.ShouldBe(HttpStatusCode.BadRequest);
        unread.Errors.ShouldContain(error => error.StartsWith("Row 2: “Stationery” is no kind of cost.", StringComparison.Ordinal));
        unread.Errors.ShouldContain("Row 2: “few” is no number of things, like 12 or 2.5");
        unread.Errors.ShouldContain(error => error.StartsWith("Row 3: it has 2 of the columns.", StringComparison.Ordinal));
        (await alex.PostFormAsync(at, ("Input.Pasted", rows), ("act", "paste"))).Errors.ShouldHaveSingleItem().ShouldStartWith("A budget has at most 1,000 lines.");

        var last = await alex.PostFormAsync(at, ("Input.Pasted", rows), ("Input.Replace", "true"), ("Input.Budget.Asked", "990"), ("act", "paste"));
        last.Address.PathAndQuery.ShouldEndWith("?page=50");
        last.Text.ShouldContain("Lines 981 to 1,000 of 1,000");
        last.Text.ShouldContain("Your lines ask for £990: as much as the grant you ask for.");
        var first = await alex.GetAsync(at);
        first.Document.QuerySelectorAll("fieldset.council-row").Length.ShouldBe(20);
        var second = await alex.PostFormAsync(first, ("Input.Budget.Lines[3].UnitCost", "0.34"), ("act", "page-2"));
        second.Address.PathAndQuery.ShouldEndWith("?page=2");
        (await grant.FileAsync(grant.Group.Lead)).Grant.Answers.Budget.Total().ShouldBe(new Money(99_003));

        // The mistake stands on another page: it is said with its place
        var refused = await alex.PostFormAsync(second, ("act", "continue"));
        refused.Errors.ShouldHaveSingleItem().ShouldBe("Line 4, Materials: enter who pays the other £0.03 (page 1 of your lines)");
    }

    [Fact]
    [Trait("Rule", "G6")]
    [Trait("Rule", "G10")]
    public async Task Rows_AddedAndRemovedWithoutScript_KeepTheOthers()
    {
        var (alex, at, grant) = await DraftAsync();
        using var visit = alex;
        at = at.Replace("/budget", "/outcomes", StringComparison.Ordinal);
        var two = await alex.PostFormAsync(at, ("act", "add"));
        var one = await alex.PostFormAsync(two, ("Input.Outcomes.Items[1].Indicator", "Second"), ("Input.Outcomes.Items[1].Baseline", "x"), ("act", "remove-0"));
        one.Errors.ShouldHaveSingleItem().ShouldBe("The number now must be a number, like 40 or 2.5");
        one = await alex.PostFormAsync(one, ("Input.Outcomes.Items[1].Baseline", "1"), ("act", "remove-0"));
        one.Document.QuerySelector("[name='Input.Outcomes.Items[0].Indicator']")!.GetAttribute("value").ShouldBe("Second");
        var later = await alex.PostFormAsync(one, ("act", "later"));
        later.Text.ShouldContain("Not sent yet");
        (await grant.FileAsync(grant.Group.Lead)).Grant.SavedSections.ShouldNotContain(GrantSection.Outcomes, "left for later");

        at = at.Replace("/outcomes", "/partners", StringComparison.Ordinal);
        (await alex.PostFormAsync(at, ("Input.Partners.HasPartners", "true"), ("act", "continue"))).Errors.ShouldHaveSingleItem().ShouldBe("Add the first partner");
        var partner = await alex.PostFormAsync(at, ("Input.Partners.HasPartners", "true"), ("Input.Partners.Partners[0].Name", "Fernley Library"), ("Input.Partners.Partners[0].Type", "RegisteredCharity"),
            ("Input.Partners.Partners[0].OfficeHolders", "Only One"), ("Input.Partners.Partners[0].IsPaid", "true"), ("act", "continue"));
        partner.Errors.ShouldContain("Enter two different office-holders of partner 1");
        partner.Errors.ShouldContain("Enter how much of the grant is paid on to partner 1");
        (await alex.PostFormAsync(partner, ("Input.Partners.HasPartners", "false"), ("act", "continue"))).Address.AbsolutePath.ShouldEndWith("/other-funding");

        at = at.Replace("/partners", "/other-funding", StringComparison.Ordinal);
        var funding = await alex.PostFormAsync(at, ("Input.OtherFunding.HasOther", "true"), ("Input.OtherFunding.IsEnterprise", "true"), ("Input.OtherFunding.SubsidiesReceived", "400,000"), ("act", "continue"));
        funding.Errors.ShouldContain("Add the first other funder");
        funding.Errors.ShouldContain(error => error.Contains("more than the £315,000 an enterprise may have", StringComparison.Ordinal));
        var objectives = await alex.PostFormAsync(at.Replace("/other-funding", "/objectives", StringComparison.Ordinal), ("Input.Objectives.Secondary[1].Objective", "O4"), ("act", "continue"));
        objectives.Document.QuerySelector(".govuk-error-summary a[href='#Input_Objectives_Secondary_1__Justification']").ShouldNotBeNull();
        objectives.Errors.ShouldContain("You have chosen O4 already. Choose a different objective, or take it out");
    }

    private async Task<(Visit Alex, string At, TestGrant Grant)> DraftAsync()
    {
        var grant = await A.Grant().DraftAsync(database);
        return (await web.VisitAsync(grant.Group.Lead), $"/grants/applications/{grant.Reference}/budget", grant);
    }
}
