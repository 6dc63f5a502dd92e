using System.Globalization;
using CouncilPremises.Domain.Policies;

namespace CouncilPremises.Domain.Checks;

/// <summary>Reads what an officer typed as evidence, by the kind of its field, and gives back the one form in which it is kept:
/// days as 2026-03-24, money as £5,000,000, links as typed. RULEBOOK 5.</summary>
public static class EvidenceText
{
    private static readonly string[] DayForms = ["yyyy-M-d", "d M yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>The form to keep, or what to type instead.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What was typed; not empty.</param>
    /// <param name="today">Today: a day in the past kind may be today, not later.</param>
    public static Outcome<string> Read(EvidenceField field, string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(text);
        return field.Kind switch
        {
            EvidenceKind.Text => Outcome.Ok(text.Trim()),
            EvidenceKind.YesNo => text.Trim() is "Yes" or "No" ? Outcome.Ok(text.Trim()) : No(field, $"{field.Label}: choose yes or no."),
            EvidenceKind.Day => Day(field, text.Trim(), today),
            EvidenceKind.Money => Money.TryParse(text, out var money) && money > Money.Zero ? Outcome.Ok(money.ToString()) : No(field, $"{field.Label}: enter an amount in pounds, like 5,000,000."),
            EvidenceKind.Link => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
                ? Outcome.Ok(text.Trim())
                : No(field, $"{field.Label}: enter a whole web address, like https://www.example.org/page."),
        };
    }

    /// <summary>Why evidence that can be read does not carry a Clear; null when it does: cover of less than the council's minimum,
    /// cover that is over, a safeguarding policy too old; without a reason also a register that shows another name or publicity that says
    /// something else. RULEBOOK 3 B16, 5.</summary>
    /// <param name="code">Which check.</param>
    /// <param name="evidence">As <see cref="Read"/> gave it back.</param>
    /// <param name="hasReason">The officer says why it is Clear all the same.</param>
    /// <param name="today">Today.</param>
    /// <param name="policy">The settings in force.</param>
    public static Refusal? NotClear(CheckCode code, IReadOnlyDictionary<string, string> evidence, bool hasReason, DateOnly today, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(policy);
        string Value(string name) => evidence.GetValueOrDefault(name) ?? "";
        bool Before(string name, DateOnly first) => DateOnly.TryParseExact(Value(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < first;
        return code switch
        {
            CheckCode.INS when Money.TryParse(Value("Sum"), out var sum) && sum < policy.InsuranceMinimum =>
                new Refusal("INS", $"The cover must be at least {policy.InsuranceMinimum}. Record Refer, or ask the hirer for more cover.", "Sum"),
            CheckCode.INS when Before("Expiry", today) => new Refusal("INS", "This cover has ended. Record Refer, or ask the hirer for cover that runs.", "Expiry"),
            CheckCode.SAF when Before("PolicyDate", today.AddMonths(-policy.SafeguardingPolicyMonths)) =>
                new Refusal("SAF", $"The policy is older than {policy.SafeguardingPolicyMonths} months. Record Refer, or ask for one that has been looked at again.", "PolicyDate"),
            CheckCode.SAF when Value("AllegationRoute") == "No" => new Refusal("SAF", "A Clear needs a route for allegations. Record Refer.", "AllegationRoute"),
            CheckCode.REG when Value("NameMatches") == "No" && !hasReason => new Refusal("REG", "The name does not match. Record Refer, or say why it is Clear all the same.", "NameMatches"),
            // Of a private person both are seen; of bodies neither is asked
            CheckCode.REG when Value("NameSeen") == "No" => new Refusal("REG", "A Clear needs the person's name on a document. Record Refer.", "NameSeen"),
            CheckCode.REG when Value("AddressSeen") == "No" => new Refusal("REG", "A Clear needs the person's address on a document. Record Refer.", "AddressSeen"),
            CheckCode.PUB when Value("Matches") == "No" && !hasReason =>
                new Refusal("PUB", "The publicity does not match the description. Record Refer, or say why it is Clear all the same.", "Matches"),
            _ => null,
        };
    }

    private static Outcome<string> Day(EvidenceField field, string text, DateOnly today)
    {
        if (!DateOnly.TryParseExact(text, DayForms, CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.AllowWhiteSpaces, out var day))
            return No(field, $"{field.Label}: enter a real date, like 24 3 2026.");
        return day > today && field.Name != "Expiry"
            ? No(field, $"{field.Label}: this day has not come yet. Enter a date up to today.")
            : Outcome.Ok(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static Outcome<string> No(EvidenceField field, string sentence) => Outcome.Refused<string>(new Refusal("Evidence", sentence, field.Name));
}
