using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Binding;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>How pages say the times and states of rounds.</summary>
public static class FundWords
{
    /// <summary>An instant at which something begins: "Tuesday 24 March 2026, 9am".</summary>
    public static string At(DateTime instantUtc)
    {
        var civil = CouncilTime.ToCivil(instantUtc);
        return $"{PremisesWords.Day(civil.Day)}, {TimeText.Show(civil.Time)}";
    }

    /// <summary>An instant at which something ends. Midnight belongs to the day before it, as people read it.</summary>
    public static string Deadline(DateTime instantUtc)
    {
        var civil = CouncilTime.ToCivil(instantUtc);
        return civil.Time == TimeOnly.MinValue ? $"{PremisesWords.Day(civil.Day.AddDays(-1))}, midnight at the end of the day" : At(instantUtc);
    }

    /// <summary>Where a round stands at an instant.</summary>
    public static string State(DateTime opensUtc, bool isOpen, DateTime nowUtc) => isOpen ? "Open" : nowUtc < opensUtc ? "Opens later" : "Closed";

    /// <summary>The colour of its tag; the word says the same.</summary>
    public static string Colour(string state) => state switch { "Open" => "green", "Opens later" => "blue", _ => "grey" };

    /// <summary>How many rounds of a fund are open or to come.</summary>
    public static string Rounds(FundRow fund)
    {
        ArgumentNullException.ThrowIfNull(fund);
        return (fund.OpenRounds, fund.ComingRounds) switch
        {
            (0, 0) => "None open or to come",
            (var open, 0) => $"{open} open",
            (0, var coming) => $"{coming} to come",
            var (open, coming) => $"{open} open, {coming} to come",
        };
    }
}
