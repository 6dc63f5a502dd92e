using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Grants;

/// <summary>What a report is tried against.</summary>
/// <param name="Lines">The award's lines.</param>
/// <param name="Outcomes">How many outcomes the application has.</param>
/// <param name="Award">What the award comes to.</param>
/// <param name="SpentBefore">What the reports before this one say was spent.</param>
public sealed record ReportContext(IReadOnlyList<AwardLine> Lines, int Outcomes, Money Award, Money SpentBefore);

/// <summary>What a report must say, when it is late, and what of it others may see. Pure. RULEBOOK 4 G7, 6.</summary>
public static class ReportRules
{
    /// <summary>Working days after its last day from which a missing report may suspend payments. RULEBOOK 6.</summary>
    public const int SuspendAfterWorkingDays = 10;

    /// <summary>Working days in which an officer accepts or returns a report. RULEBOOK 6.</summary>
    public const int ReadWorkingDays = 10;

    /// <summary>Fewest people shown as a number. RULEBOOK 4 G7.</summary>
    public const int FewestShown = 5;

    /// <summary>Most groups of people counted in one report.</summary>
    public const int MostCounts = 30;

    /// <summary>Longest text, included.</summary>
    public const int LongestText = 4000;

    /// <summary>Longest one-line text, included.</summary>
    public const int LongestLine = 200;

    private const int MostPeople = 1_000_000;
    private const int FewestCharacters = 20;

    // Where a mistake about all sums leads
    private const string FirstSpend = "Spend[0].Spent";

    /// <summary>A count as anybody but the group and its grant officer may see it: under five is not shown, and nothing is no exception. RULEBOOK 4 G7.</summary>
    public static string Shown(int people) => people < FewestShown ? "fewer than 5" : people.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>True when a report is so late that payments may be suspended for it: more than ten working days. RULEBOOK 6.</summary>
    public static bool MaySuspend(GrantReport report, DateOnly today, WorkingDays workingDays)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(workingDays);
        return report.IsWritable && today > workingDays.Add(report.DueOn, SuspendAfterWorkingDays);
    }

    /// <summary>Last day for an officer to accept or return a report that was sent on a day.</summary>
    public static DateOnly ReadBy(DateOnly sentOn, WorkingDays workingDays)
    {
        ArgumentNullException.ThrowIfNull(workingDays);
        return workingDays.Add(sentOn, ReadWorkingDays);
    }

    /// <summary>True when reports let an instalment be paid: none that is due is unaccepted, and the one it waits for is accepted. RULEBOOK 6 *Pay*.</summary>
    public static bool LetPay(IReadOnlyList<GrantReport> reports, Instalment instalment, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(instalment);
        return reports.All(report => !report.Blocks(today))
            && (instalment.AfterReport is not { } waitsFor || reports.Any(report => report.Number == waitsFor && report.State == ReportState.Accepted && today >= report.Until));
    }

    /// <summary>What is missing or wrong in a report; empty when it may be sent.</summary>
    public static IReadOnlyList<Refusal> Missing(ReportContent content, ReportContext context)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(context);
        return
        [
            .. Text(content.Done, nameof(content.Done), "Say what was done"),
            .. Enumerable.Range(1, context.Outcomes).SelectMany(number => Outcome(content, number)),
            .. context.Lines.SelectMany((line, index) => Spend(content, line, index)),
            .. Total(content, context),
            .. Counts(content),
            .. Text(content.Lessons, nameof(content.Lessons), "Say what you learned"),
            .. content.MayShare is null ? [No("Say whether other groups may read what you learned.", nameof(content.MayShare))] : Array.Empty<Refusal>(),
        ];
    }

    /// <summary>Lines on which more was spent than the award pays, for the officer who reads the report. It does not keep a group from reporting the truth.</summary>
    public static IReadOnlyList<int> Overspent(IReadOnlyList<AwardLine> lines, IEnumerable<ReportContent> reports)
    {
        var spent = reports.SelectMany(report => report.Spend).GroupBy(line => line.Line)
            .ToDictionary(line => line.Key, line => line.Aggregate(Money.Zero, (sum, one) => sum + (one.Spent ?? Money.Zero)));
        return [.. lines.Where(line => spent.GetValueOrDefault(line.Number) > line.Amount).Select(line => line.Number)];
    }

    private static IEnumerable<Refusal> Outcome(ReportContent content, int number)
    {
        var given = content.Outcomes.FirstOrDefault(outcome => outcome.Number == number);
        if (given?.Actual is not { } actual || actual < 0 || decimal.Round(actual, 2) != actual)
            yield return No($"Enter the number reached for outcome {number}, 0 or more, with at most two decimals.", $"Outcomes[{number - 1}].Actual");
        if (given?.Comment?.Length > LongestText)
            yield return No($"Explain outcome {number} in {LongestText:#,0} characters or fewer.", $"Outcomes[{number - 1}].Comment");
    }

    private static IEnumerable<Refusal> Spend(ReportContent content, AwardLine line, int index)
    {
        if (content.Spend.FirstOrDefault(one => one.Line == line.Number)?.Spent is not { Pence: >= 0 })
            yield return No($"Enter what the grant paid for on line {line.Number}, {line.Description}: 0 when nothing.", $"Spend[{index}].Spent");
    }

    private static IEnumerable<Refusal> Total(ReportContent content, ReportContext context)
    {
        if (content.Spend.Any(one => context.Lines.All(line => line.Number != one.Line)) || content.Spend.Select(one => one.Line).Distinct().Count() < content.Spend.Count)
            yield return No("Enter one sum for each line of the award, and no other.", FirstSpend);
        var all = context.SpentBefore + content.Spent();
        if (all > context.Award)
            yield return No($"With the reports before, that is {all}, more than the award of {context.Award}. Enter only what the grant pays for.", FirstSpend);
    }

    private static IEnumerable<Refusal> Counts(ReportContent content)
    {
        if (content.Counts.Count is 0 or > MostCounts)
            return [No(content.Counts.Count == 0 ? "Say how many people took part: enter the first group." : $"Count at most {MostCounts} groups of people.", "Counts[0].What")];
        return content.Counts.SelectMany((count, index) => (IEnumerable<Refusal>)
        [
            .. string.IsNullOrWhiteSpace(count.What) || count.What.Length > LongestLine
                ? [No($"Enter whom count {index + 1} is of, in {LongestLine} characters or fewer.", $"Counts[{index}].What")]
                : Array.Empty<Refusal>(),
            .. count.People is >= 0 and <= MostPeople
                ? Array.Empty<Refusal>()
                : [No($"Enter how many people, from 0 to {MostPeople:#,0}, in count {index + 1}.", $"Counts[{index}].People")],
        ]);
    }

    private static IEnumerable<Refusal> Text(string? text, string field, string ask)
    {
        if ((text?.Trim().Length ?? 0) is < FewestCharacters or > LongestText)
            yield return No($"{ask}, in {FewestCharacters} to {LongestText:#,0} characters.", field);
        else if (Markings.Forbidden(text) is { } marking)
            yield return new Refusal("Marking", marking, field);
    }

    private static Refusal No(string sentence, string field) => new("G7", sentence, field);
}
