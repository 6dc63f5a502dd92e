using CouncilPremises.Browser.Tests.Harness;
using Shouldly;

namespace CouncilPremises.Browser.Tests.Journeys;

/// <summary>What grant staff do with an application until it is decided.</summary>
internal static class GrantCaseSteps
{
    /// <summary>Records that the register shows another name: adverse, so a second person has to agree.</summary>
    public static async Task FindNameWrongAsync(this Visitor officer, string reference)
    {
        await officer.FollowAsync(officer.Page.Locator("main a[href$='/checks/REG']"));
        await officer.FillAsync("Register or document seen", "Register of charities");
        await officer.FillAsync("Number (if any)", "9100041");
        await officer.PickAsync("Does the name match?", "No");
        await officer.FillAsync("Status", "Registered, under an earlier name");
        await officer.ChooseAsync("Fail");
        await officer.FillAsync("Why", "The register shows the name that the trust gave up in 2014.");
        await officer.ContinueAsync("Record");
        officer.Page.Url.ShouldEndWith($"/cases/{reference}");
    }

    /// <summary>Records the registration Clear once the group has put right what was found.</summary>
    public static async Task FindNamePutRightAsync(this Visitor officer, string reference)
    {
        await officer.FollowAsync(officer.Page.Locator("main a[href$='/checks/REG']"));
        await officer.PickAsync("Does the name match?", "Yes");
        await officer.FillAsync("Status", "Registered");
        await officer.ChooseAsync("Clear");
        await officer.FillAsync("Why", "The trust had its entry corrected; looked up again today.");
        await officer.ContinueAsync("Record");
        officer.Page.Url.ShouldEndWith($"/cases/{reference}");
    }

    /// <summary>Scores every criterion and gives the scores, which is final.</summary>
    public static async Task ScoreAsync(this Visitor assessor, string reference, int need, int others, string why)
    {
        await assessor.GoAsync($"/cases/{reference}");
        await assessor.FollowAsync("Score");
        foreach (var criterion in new[] { "Need", "Objective", "Outcomes", "Deliverability", "Reach", "Value" })
        {
            await assessor.ChooseBoxAsync($"[name='Scores[{criterion}].Score'][value='{(criterion == "Need" ? need : others)}']");
            await assessor.FillBoxAsync($"[name='Scores[{criterion}].Justification']", why);
        }
        await assessor.ContinueAsync("Give scores");
    }

    /// <summary>Settles the gap that is open.</summary>
    public static async Task ModerateAsync(this Visitor third, string reference, string score, string why)
    {
        await third.GoAsync($"/cases/{reference}");
        await third.FollowAsync("Settle a gap");
        await third.AnswerAsync("Which score counts?", score);
        await third.FillAsync("Why?", why);
        await third.ContinueAsync("Settle the gap");
    }

    /// <summary>Records the finding of the cross-community test.</summary>
    public static async Task FindCommunityAsync(this Visitor officer, string reference)
    {
        await officer.GoAsync($"/cases/{reference}");
        await officer.FollowAsync("Cross-community test");
        await officer.ChooseBoxAsync("[name='Finding'][value='Met']");
        await officer.FillAsync("On what evidence?", "Cooks change each week between four streets, and the library and the food bank work alongside.");
        await officer.ContinueAsync("Record the finding");
    }

    /// <summary>Awards less than was asked on the second line, on one condition.</summary>
    public static async Task AwardAsync(this Visitor approver, string secondLine, string total, string condition)
    {
        await approver.FollowAsync("Award");
        await approver.FillAsync("Award for line 2 in pounds", secondLine);
        await approver.PressAsync("Work out the total again");
        (await approver.MainTextAsync()).ShouldContain($"You award {total}");
        if (await approver.Page.Locator("[name='Conditions[0].Text']").CountAsync() == 0)
            await approver.PressAsync("Add a condition");
        await approver.FillBoxAsync("[name='Conditions[0].Text']", condition);
        await approver.FillBoxAsync("[name='Conditions[0].Reason']", "So that every evening has an adult who was checked.");
        await approver.PickBoxAsync("[name='Conditions[0].Kind']", "A document");
        await approver.PickBoxAsync("[name='Conditions[0].Timing']", "Before any money is paid");
        await approver.FillDateAsync("DueOn", "2026-01-27");
        await approver.FillAsync("Reasons for the decision", "The project serves the plan well. We pay £100 less for food, because the food bank gives some of it.");
        await approver.FillAsync("Description for the public", "Evenings at which neighbours cook and eat together.");
        await approver.ChooseAsync("I confirm that none of these was weighed");
        await approver.ContinueAsync($"Award {total}");
    }
}
