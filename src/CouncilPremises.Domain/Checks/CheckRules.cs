using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using static CouncilPremises.Domain.Checks.CheckCode;
using static CouncilPremises.Domain.People.Roles;

namespace CouncilPremises.Domain.Checks;

/// <summary>When a check may be waived. RULEBOOK 5.</summary>
public enum Waivable
{
    /// <summary>Never.</summary>
    No,

    /// <summary>For public bodies.</summary>
    PublicBodies,

    /// <summary>When the venue's own policy covers the hirer.</summary>
    VenueCover,

    /// <summary>Whenever two people agree on the reason.</summary>
    Yes,
}

/// <summary>How long a record counts. RULEBOOK 5.</summary>
public enum Validity
{
    /// <summary>For the case or its event.</summary>
    Case,

    /// <summary>Seven days, the last included.</summary>
    SevenDays,

    /// <summary>Twelve months.</summary>
    TwelveMonths,

    /// <summary>As many months as the policy says for declarations.</summary>
    DeclarationMonths,

    /// <summary>As many months as the policy says for DBS confirmations.</summary>
    DbsMonths,

    /// <summary>Until the day the evidence names, such as an insurance's expiry.</summary>
    EvidenceExpiry,
}

/// <summary>What one piece of evidence is, so that a form can ask for it.</summary>
public enum EvidenceKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A day.</summary>
    Day,

    /// <summary>Money.</summary>
    Money,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A link.</summary>
    Link,
}

/// <summary>A field of evidence.</summary>
/// <param name="Name">Key in the record.</param>
/// <param name="Label">What the form asks.</param>
/// <param name="Kind">What is typed.</param>
/// <param name="IsRequired">True when a Clear or a Fail needs it; a Refer may be recorded before it is known.</param>
public sealed record EvidenceField(string Name, string Label, EvidenceKind Kind = EvidenceKind.Text, bool IsRequired = true);

/// <summary>The rule of one check: one row of RULEBOOK 5.</summary>
/// <param name="Code">Which.</param>
/// <param name="Name">What officers call it.</param>
/// <param name="PlainName">What the group reads.</param>
/// <param name="Subject">What it belongs to; those of the organisation count for every case while valid.</param>
/// <param name="Recorders">Who may record it.</param>
/// <param name="Validity">How long it counts.</param>
/// <param name="Waivable">Whether it may be waived.</param>
/// <param name="MayBeBeforeCondition">True when approval may come first and confirmation wait for it.</param>
/// <param name="Evidence">What is recorded.</param>
public sealed record CheckRule(
    CheckCode Code,
    string Name,
    string PlainName,
    CheckSubject Subject,
    Roles Recorders,
    Validity Validity,
    Waivable Waivable,
    bool MayBeBeforeCondition,
    IReadOnlyList<EvidenceField> Evidence);

/// <summary>The one table of checks. RULEBOOK 5. A Fail of any of them, and any waiver, needs a second person.</summary>
public static class CheckRules
{
    private const Roles Officer = FacilitiesOfficer | FacilitiesApprover | GrantOfficer | GrantApprover;

    /// <summary>Who may ask for a waiver; a different approver agrees (S1).</summary>
    public const Roles WaiverAskedBy = Officer;

    /// <summary>Every check, in order of code.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //   Code  Name                        Group reads                 Belongs to                 Recorded by                                 Valid                        Waivable               Before  Evidence
        new(DEC,  "Declaration",              "Declaration",              CheckSubject.Organisation, Signatory | Roles.System,                   Validity.DeclarationMonths,  Waivable.PublicBodies, false,  DeclarationEvidence()),
        new(REG,  "Registration",             "Who you are",              CheckSubject.Organisation, Officer,                                    Validity.TwelveMonths,       Waivable.PublicBodies, false,  RegistrationEvidence()),
        new(XREF, "Cross-reference",          "Further checks",           CheckSubject.Case,         Officer | Roles.System,                     Validity.SevenDays,          Waivable.No,           false,  XrefEvidence()),
        new(SPK,  "Speakers",                 "Speakers",                 CheckSubject.Case,         Officer,                                    Validity.Case,               Waivable.No,           false,  SpeakerEvidence()),
        new(SAF,  "Safeguarding policy",      "Safeguarding policy",      CheckSubject.Organisation, SafeguardingOfficer,                        Validity.TwelveMonths,       Waivable.No,           true,   SafeguardingEvidence()),
        new(DBS,  "DBS confirmations",        "DBS checks (formerly CRB)", CheckSubject.PersonInRole, SafeguardingOfficer | FacilitiesOfficer | GrantOfficer, Validity.DbsMonths,          Waivable.No,           true,   DbsEvidence()),
        new(INS,  "Public liability cover",   "Insurance",                CheckSubject.Organisation, Officer | Roles.System,                     Validity.EvidenceExpiry,     Waivable.VenueCover,   true,   InsuranceEvidence()),
        new(BNK,  "Bank details",             "Bank details",             CheckSubject.Organisation, FinanceOfficer,                             Validity.TwelveMonths,       Waivable.No,           false,  BankEvidence()),
        new(COI,  "Conflict of interest",     "Fairness",                 CheckSubject.Case,         HireStaff | GrantStaff,                         Validity.Case,               Waivable.No,           false,  []),
        new(PUB,  "Publicity",                "Publicity",                CheckSubject.Case,         Officer,                                    Validity.Case,               Waivable.No,           false,  PublicityEvidence()),
        new(FUN,  "Fundraising",              "Raising money",            CheckSubject.Case,         Officer,                                    Validity.Case,               Waivable.No,           false,  FundraisingEvidence()),
        new(REF,  "Reference",                "Reference",                CheckSubject.Case,         Officer,                                    Validity.Case,               Waivable.Yes,          false,  ReferenceEvidence()),
        new(EVT,  "Safety plan",              "Safety plan",              CheckSubject.Case,         Officer,                                    Validity.Case,               Waivable.Yes,          true,   SafetyEvidence()),
        new(ELE,  "Election meeting",         "Election meeting",         CheckSubject.Case,         Officer,                                    Validity.Case,               Waivable.No,           false,  ElectionEvidence()),
#pragma warning restore format
    ];

    private static readonly Dictionary<CheckCode, CheckRule> ByCode = All.ToDictionary(rule => rule.Code);

    /// <summary>The row of one check.</summary>
    public static CheckRule For(CheckCode code) => ByCode[code];

    /// <summary>What is recorded about a hirer or organiser of this kind. Of a private person name and address are seen; nothing of them is copied. RULEBOOK 3.</summary>
    public static IReadOnlyList<EvidenceField> EvidenceOf(CheckCode code, bool isPerson) =>
        code == REG && isPerson ? SeenEvidence : For(code).Evidence;

    private static readonly EvidenceField[] SeenEvidence =
    [
        new("NameSeen", "Did you see the person's name on a document", EvidenceKind.YesNo),
        new("AddressSeen", "Did you see the person's address on a document", EvidenceKind.YesNo),
        new("SeenOn", "Date you saw them", EvidenceKind.Day),
    ];

    /// <summary>Why somebody with these roles may not record the check; null when they may.</summary>
    public static Refusal? MayNotRecord(CheckCode code, Roles roles) =>
        (For(code).Recorders & roles) != Roles.None
            ? null
            : new Refusal("Role", $"{For(code).Name} is recorded by {Recorders(code)}. Ask one of them.");

    /// <summary>Who records the check, in words: "a facilities officer or a facilities approver".</summary>
    public static string Recorders(CheckCode code) => Who(For(code).Recorders);

    /// <summary>Last day a record counts, included; null when it lasts as long as the case.</summary>
    /// <param name="code">Which check.</param>
    /// <param name="on">The day it was recorded or signed; for DBS the day of issue.</param>
    /// <param name="expiry">The day the evidence names, included.</param>
    /// <param name="policy">The policy at decision.</param>
    public static DateOnly? ValidUntil(CheckCode code, DateOnly on, DateOnly? expiry, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return For(code).Validity switch
        {
            Validity.Case => null,
            Validity.SevenDays => on.AddDays(7),
            Validity.TwelveMonths => on.AddMonths(12),
            Validity.DeclarationMonths => on.AddMonths(policy.DeclarationMonths),
            Validity.DbsMonths => on.AddMonths(policy.DbsRecheckMonths),
            Validity.EvidenceExpiry => expiry,
        };
    }

    /// <summary>Why a finding cannot be recorded: evidence that is missing. A Refer may be recorded with what there is.</summary>
    public static IReadOnlyList<Refusal> Missing(CheckCode code, CheckOutcome outcome, IReadOnlyDictionary<string, string> evidence, bool isPerson = false) =>
        outcome == CheckOutcome.Refer
            ? []
            : [.. EvidenceOf(code, isPerson).Where(field => field.IsRequired && string.IsNullOrWhiteSpace(evidence.GetValueOrDefault(field.Name)))
                .Select(field => new Refusal(code.ToString(), field.Kind == EvidenceKind.YesNo ? $"Answer the question: {field.Label}?" : $"Fill in “{field.Label}”.", field.Name))];

    private static string Who(Roles roles) => string.Join(" or ", new (Roles Role, string Words)[]
    {
        (Signatory, "the group's signatory"), (FacilitiesOfficer | GrantOfficer, "an officer of the case"), (FacilitiesApprover | GrantApprover, "an approver"),
        (SafeguardingOfficer, "a safeguarding officer"), (FinanceOfficer, "a finance officer"),
    }.Where(pair => (roles & pair.Role) != Roles.None).Select(pair => pair.Words));

    private static EvidenceField[] DeclarationEvidence() =>
        [new("Version", "Version of the text"), new("TextHash", "Hash of the text"), new("Signatory", "Who signed"), new("SignatoryRole", "Office held")];

    private static EvidenceField[] RegistrationEvidence() =>
    [
        new("Register", "Register or document seen"), new("Number", "Number", IsRequired: false),
        new("NameMatches", "Does the name match", EvidenceKind.YesNo), new("Status", "Status"),
        new("OfficeHolders", "If the group is unregistered, were two office-holders seen", EvidenceKind.YesNo, IsRequired: false),
    ];

    private static EvidenceField[] XrefEvidence() => [new("NamesTried", "Names tried"), new("Hits", "Possible matches")];

    private static EvidenceField[] SpeakerEvidence() =>
    [
        new("Link", "Public source", EvidenceKind.Link, IsRequired: false), new("Date", "Date looked at", EvidenceKind.Day),
        new("Words", "Words relied on", IsRequired: false), new("Context", "Context"), new("Contrary", "Evidence the other way", IsRequired: false),
    ];

    private static EvidenceField[] SafeguardingEvidence() =>
        [new("NamedLead", "Named lead"), new("PolicyDate", "Date of the policy", EvidenceKind.Day), new("AllegationRoute", "Route for allegations", EvidenceKind.YesNo)];

    private static EvidenceField[] DbsEvidence() => [new("Confirmations", "People confirmed")];

    private static EvidenceField[] InsuranceEvidence() =>
        [new("Insurer", "Insurer"), new("Sum", "Sum insured", EvidenceKind.Money), new("Expiry", "Last day of cover", EvidenceKind.Day)];

    private static EvidenceField[] BankEvidence() => [new("NameResult", "Result of the account-name check"), new("StatementSeen", "Was a statement seen", EvidenceKind.YesNo)];

    private static EvidenceField[] PublicityEvidence() => [new("Seen", "Publicity looked at"), new("Matches", "Does it match the description", EvidenceKind.YesNo)];

    private static EvidenceField[] FundraisingEvidence() => [new("Beneficiary", "Who receives the money"), new("Licence", "Licence or exemption")];

    private static EvidenceField[] ReferenceEvidence() => [new("Venue", "Venue that gave the reference"), new("Says", "What it says")];

    private static EvidenceField[] SafetyEvidence() => [new("Plan", "Safety plan seen"), new("Date", "Date of the plan", EvidenceKind.Day)];

    private static EvidenceField[] ElectionEvidence() => [new("Agent", "Election agent's authority"), new("Election", "Election and date")];
}
