using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Pages.Cases;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>How pages say where awards, payments and reports stand.</summary>
public static class AwardWords
{
    /// <summary>An award as staff say it.</summary>
    public static string Words(this AwardState state) => state switch
    {
        AwardState.Offered => "Offered",
        AwardState.Agreed => "Agreed",
        AwardState.Active => "Active",
        AwardState.Suspended => "Suspended",
        AwardState.Completed => "Completed",
        AwardState.Terminated => "Ended early",
        AwardState.Lapsed => "Lapsed",
        AwardState.Declined => "Declined by the group",
    };

    /// <summary>The colour of an award's tag; the word says the same.</summary>
    public static string Colour(this AwardState state) => state switch
    {
        AwardState.Offered => "blue",
        AwardState.Agreed => "turquoise",
        AwardState.Active => "green",
        AwardState.Suspended => "orange",
        AwardState.Terminated => "red",
        AwardState.Completed or AwardState.Lapsed or AwardState.Declined => "grey",
    };

    /// <summary>A payment, in a word.</summary>
    public static string Words(this PaymentState state) => state switch
    {
        PaymentState.Planned => "Planned",
        PaymentState.Released => "Released",
        PaymentState.Sent => "Sent",
        PaymentState.Cancelled => "Cancelled",
    };

    /// <summary>The colour of a payment's tag.</summary>
    public static string Colour(this PaymentState state) => state switch
    {
        PaymentState.Planned => "blue",
        PaymentState.Released => "yellow",
        PaymentState.Sent => "green",
        PaymentState.Cancelled => "grey",
    };

    /// <summary>A report as its group reads it.</summary>
    public static string ForGroup(this GrantReport report, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.State switch
        {
            ReportState.Awaited when report.IsOverdue(today) => "Late",
            ReportState.Awaited => "To write",
            ReportState.Sent => "We are reading it",
            ReportState.Returned => "Sent back to you",
            ReportState.Accepted => "Accepted",
        };
    }

    /// <summary>A report as staff read it.</summary>
    public static string ForStaff(this GrantReport report, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.State switch
        {
            ReportState.Awaited when report.IsOverdue(today) => "Late",
            ReportState.Awaited => "Awaited",
            ReportState.Sent => "To read",
            ReportState.Returned => "Sent back",
            ReportState.Accepted => "Accepted",
        };
    }

    /// <summary>The colour of a report's tag.</summary>
    public static string Colour(this GrantReport report, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.State switch
        {
            ReportState.Awaited or ReportState.Returned => report.IsOverdue(today) ? "red" : "blue",
            ReportState.Sent => "yellow",
            ReportState.Accepted => "green",
        };
    }

    /// <summary>"1 April 2026 to 30 June 2026".</summary>
    public static string Span(GrantReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"{CaseWords.ShortDay(report.From)} to {CaseWords.ShortDay(report.Until)}";
    }

    /// <summary>Where a guard of *Pay* that does not hold is put right; null where only somebody else's act helps.</summary>
    public static (string Text, string Href)? WayOn(string code, string reference) => code switch
    {
        "S3" => ("Make your statement", $"/cases/{reference}/interest"),
        "BNK" => ("Look at the bank details", $"/cases/{reference}/money/bank"),
        "Active" or "Reports" or "Award" => ("Look at the award", $"/cases/{reference}/money"),
        nameof(CheckCode.SAF) or nameof(CheckCode.DBS) or nameof(CheckCode.INS) or nameof(CheckCode.XREF) or "Hits" => ("Look at the checks", $"/cases/{reference}#checks"),
        _ => null,
    };

    /// <summary>What the group does next, in one sentence.</summary>
    public static string NextStep(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Award switch
        {
            { State: AwardState.Offered } offered => $"You: accept or decline by {CaseWords.Day(offered.AcceptBy)}.",
            { State: AwardState.Agreed } when file.Bank is null => "You: give us the bank details of your group.",
            { State: AwardState.Agreed } when file.Conditions.Any(condition => !condition.LetsConfirm) => "You: do what the conditions ask for.",
            { State: AwardState.Agreed } => "Council: we verify your bank details, then the first payment can go.",
            { State: AwardState.Active or AwardState.Suspended } when file.Reports.FirstOrDefault(report => report.IsWritable) is { } next => $"You: send report {next.Number} by {CaseWords.Day(next.DueOn)}.",
            { State: AwardState.Active or AwardState.Suspended } => "Council: we read your report.",
            _ => "Nothing: this grant is over.",
        };
    }

    /// <summary>A condition in a sentence.</summary>
    public static string State(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.LetsConfirm ? "Done" : condition.Timing == ConditionTiming.AtTheEvent ? "Accepted with the agreement" : $"Due by {CaseWords.Day(condition.DueOn)}";
    }
}
