using static CouncilPremises.Domain.Checks.BarredLists;
using static CouncilPremises.Domain.Checks.DbsLevel;
using static CouncilPremises.Domain.Checks.DbsRole;

namespace CouncilPremises.Domain.Checks;

/// <summary>The DBS check (formerly CRB) that the law lets somebody ask for.</summary>
public sealed record DbsAsk(DbsLevel Level, DbsWorkforce Workforce, BarredLists BarredLists);

/// <summary>A row of the role table.</summary>
/// <param name="Role">What the person does.</param>
/// <param name="SupervisedVolunteer">True for a volunteer whom a checked person supervises.</param>
/// <param name="From">First day the row counts, included.</param>
/// <param name="Until">First day it no longer counts, excluded; null while it counts.</param>
/// <param name="Ask">What may be asked; null for nothing.</param>
public sealed record DbsRow(DbsRole Role, bool SupervisedVolunteer, DateOnly From, DateOnly? Until, DbsAsk? Ask);

/// <summary>Who may be asked for which DBS check, by the day. RULEBOOK 5 DBS.</summary>
public static class DbsRoles
{
    // Supervised volunteers count as doing regulated activity with children from this day
    private static readonly DateOnly SupervisionEnds = new(2026, 9, 1);
    private static readonly DateOnly Always = DateOnly.MinValue;
    private static readonly DbsAsk ChildBarred = new(EnhancedWithBarredList, DbsWorkforce.Child, Children);
    private static readonly DbsAsk ChildOnly = new(Enhanced, DbsWorkforce.Child, None);
    private static readonly DbsAsk AdultBarred = new(EnhancedWithBarredList, DbsWorkforce.Adult, Adults);

    /// <summary>The table.</summary>
    public static IReadOnlyList<DbsRow> Table { get; } =
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //   Role               Supervised  From             Until            Ask for
        new(ChildrenOften,      false,      Always,          null,            ChildBarred),
        new(ChildrenOften,      true,       Always,          SupervisionEnds, ChildOnly),
        new(ChildrenOften,      true,       SupervisionEnds, null,            ChildBarred),
        new(ChildrenSometimes,  false,      Always,          null,            ChildOnly),
        new(ChildrenSometimes,  true,       Always,          null,            ChildOnly),
        new(AdultsAtRisk,       false,      Always,          null,            AdultBarred),
        new(AdultsAtRisk,       true,       Always,          null,            AdultBarred),
        new(NoCheck,            false,      Always,          null,            null),
        new(NoCheck,            true,       Always,          null,            null),
#pragma warning restore format
    ];

    /// <summary>The check that may be asked for on a day; null when none may.</summary>
    public static DbsAsk? MayAsk(DbsRole role, DateOnly on, bool supervisedVolunteer = false) =>
        Table.Single(row => row.Role == role && row.SupervisedVolunteer == supervisedVolunteer && row.From <= on && (row.Until is null || on < row.Until)).Ask;

    /// <summary>Why a check may not be asked for, or does not do, for this role; null when it is the one that the table names.</summary>
    public static Refusal? Wrong(DbsRole role, DbsAsk asked, DateOnly on, bool supervisedVolunteer = false)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (MayAsk(role, on, supervisedVolunteer) is not { } allowed)
            return new Refusal("DBS", "The law allows no DBS check (formerly CRB) to be asked for in this role. Do not ask for one.", nameof(DbsFacts.Role));
        if (asked.Level > allowed.Level)
            return new Refusal("DBS", $"The law does not allow more than {Words(allowed)} for this role. Do not ask for more.", nameof(DbsFacts.Level));
        if ((asked.BarredLists & ~allowed.BarredLists) != None)
            return new Refusal("DBS", $"The law does not allow this barred list to be searched for this role. Ask for {Words(allowed)}.", nameof(DbsFacts.BarredLists));
        if (asked.Level == allowed.Level && asked.BarredLists != allowed.BarredLists)
            return new Refusal("DBS", $"This role needs {Words(allowed)}. Tick that list if it was searched.", nameof(DbsFacts.BarredLists));
        if (asked.Level < allowed.Level || asked.BarredLists != allowed.BarredLists)
            return new Refusal("DBS", $"This role needs {Words(allowed)}.", nameof(DbsFacts.Level));
        return asked.Workforce == allowed.Workforce || asked.Workforce == DbsWorkforce.Both
            ? null
            : new Refusal("DBS", $"This role needs a check for the {(allowed.Workforce == DbsWorkforce.Child ? "child" : "adult")} workforce.", nameof(DbsFacts.Workforce));
    }

    /// <summary>Last day a confirmation counts, included: the policy's months from issue, or from the Update Service's answer. No law sets an expiry.</summary>
    public static DateOnly ValidUntil(DbsMethod method, DateOnly issuedOn, DateOnly confirmedOn, Policies.Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return method switch
        {
            DbsMethod.GroupConfirmation or DbsMethod.OriginalSeen => issuedOn.AddMonths(policy.DbsRecheckMonths),
            DbsMethod.UpdateService => confirmedOn.AddMonths(policy.DbsUpdateServiceMonths),
        };
    }

    /// <summary>Reads a certificate number and gives back what may be stored: twelve digits with all but the last four masked.</summary>
    public static Outcome<string> Mask(string? certificateNumber)
    {
        var plain = (certificateNumber ?? "").Replace(" ", "", StringComparison.Ordinal);
        return plain.Length == 12 && plain.All(char.IsAsciiDigit)
            ? Outcome.Ok(new string('•', 8) + plain[^4..])
            : Outcome.Refused<string>(new Refusal("DBS", "Enter the 12 digits of the certificate number. We keep only the last four.", "CertificateNumber"));
    }

    /// <summary>A check in words: "an Enhanced check with the children's barred list".</summary>
    public static string Words(DbsAsk ask) => ask switch
    {
        { BarredLists: Children } => "an Enhanced check with the children's barred list",
        { BarredLists: Adults } => "an Enhanced check with the adults' barred list",
        _ => "an Enhanced check without a barred list",
    };
}
