namespace CouncilPremises.Domain.Grants;

/// <summary>Where a group's grants are paid: asked for only after an offer (G12), keyed by one person, verified by another. A change is a new
/// record that supersedes the old one. RULEBOOK 1 S2, 4 G12.</summary>
/// <remarks>Sort code and account number go three months after the final payment; the last four digits stay. RULEBOOK 9.</remarks>
public sealed class BankDetails
{
    /// <summary>Months after a group's last payment for which they are kept. RULEBOOK 9.</summary>
    public const int KeptMonths = 3;

    private BankDetails() { }

    /// <summary>New details; they have no mistakes.</summary>
    /// <param name="id">Id.</param>
    /// <param name="organisationId">The group they belong to.</param>
    /// <param name="facts">What was keyed.</param>
    /// <param name="account">Sort code and account number as they are stored, and their keyed hash.</param>
    /// <param name="contacts">Addresses the group was known by when they were keyed: a later change is told to these.</param>
    /// <param name="keyedById">Who keyed them.</param>
    /// <param name="nowUtc">Now.</param>
    public BankDetails(Guid id, Guid organisationId, BankFacts facts, SealedAccount account, ValueList<string> contacts, Guid keyedById, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(account);
        if (facts.Mistakes().Count > 0)
            throw new ArgumentException("Bank details with mistakes are not kept.", nameof(facts));
        (Id, OrganisationId, AccountHash, KeyedById, KeyedUtc) = (id, organisationId, account.Hash, keyedById, nowUtc);
        (AccountName, SealedNumbers, Contacts) = (facts.AccountName!.Trim(), account.Numbers, contacts);
        LastFour = BankFacts.Digits(facts.AccountNumber)[^4..];
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The group they belong to.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Name of the account.</summary>
    public string AccountName { get; private set; } = "";

    /// <summary>Sort code and account number, encrypted; null once erased. Opened only for the payment file.</summary>
    public string? SealedNumbers { get; private set; }

    /// <summary>Addresses the group was known by when they were keyed. A change is told to these, so that whoever took over an account cannot hide it.</summary>
    public ValueList<string> Contacts { get; private set; } = [];

    /// <summary>The last four digits of the account number: all that a page shows.</summary>
    public string LastFour { get; private set; } = "";

    /// <summary>Keyed hash of sort code and account number.</summary>
    public string AccountHash { get; private set; } = "";

    /// <summary>Who keyed them.</summary>
    public Guid KeyedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime KeyedUtc { get; private set; }

    /// <summary>Who verified them; null before.</summary>
    public Guid? VerifiedById { get; private set; }

    /// <summary>When.</summary>
    public DateTime? VerifiedUtc { get; private set; }

    /// <summary>When newer details took their place, or they were found wrong; null while they stand.</summary>
    public DateTime? SupersededUtc { get; private set; }

    /// <summary>True when money may go there: they stand, and somebody other than who keyed them verified them.</summary>
    public bool IsVerified => SupersededUtc is null && SealedNumbers is not null && VerifiedById is { } verifier && verifier != KeyedById;

    /// <summary>As a page shows them: "Mere Youth Club, account ending 3456".</summary>
    public string Shown => $"{AccountName}, account ending {LastFour}";

    /// <summary>Why somebody may not verify them; null when they may. S2.</summary>
    public Refusal? WhyNotVerify(Guid actorId) =>
        SupersededUtc is not null ? new Refusal("BNK", "Newer bank details took the place of these. Verify those.")
        : VerifiedById is not null ? new Refusal("BNK", "These bank details are verified already.")
        : actorId == KeyedById ? new Refusal("S2", "You keyed these bank details, so a colleague must verify them.")
        : null;

    /// <summary>Somebody other than who keyed them verifies them.</summary>
    public void Verify(Guid byId, DateTime nowUtc)
    {
        if (WhyNotVerify(byId) is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
        (VerifiedById, VerifiedUtc, Version) = (byId, nowUtc, Version + 1);
    }

    /// <summary>Newer details take their place; nothing is paid until those are verified.</summary>
    public void Supersede(DateTime nowUtc) => (SupersededUtc, Version) = (SupersededUtc ?? nowUtc, Version + 1);

    /// <summary>Rises with every change, against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Erases all but the name's and number's end. RULEBOOK 9.</summary>
    public void Erase(DateTime nowUtc)
    {
        (SealedNumbers, AccountHash, AccountName, Contacts) = (null, "", "", []);
        Supersede(nowUtc);
    }
}

/// <summary>A bank account as it is stored: nobody reads it from the database or a log.</summary>
/// <param name="Numbers">Sort code and account number, encrypted.</param>
/// <param name="Hash">Their keyed hash, by which the same account is found in other applications.</param>
public sealed record SealedAccount(string Numbers, string Hash);

/// <summary>What is keyed about a bank account. Spaces and dashes between digits are let be.</summary>
/// <param name="AccountName">Name of the account, as the bank has it.</param>
/// <param name="SortCode">Six digits.</param>
/// <param name="AccountNumber">Eight digits.</param>
public sealed record BankFacts(string? AccountName, string? SortCode, string? AccountNumber)
{
    /// <summary>Longest name, included.</summary>
    public const int LongestName = 140;

    /// <summary>Digits of a sort code.</summary>
    public const int SortCodeDigits = 6;

    /// <summary>Digits of an account number.</summary>
    public const int AccountNumberDigits = 8;

    /// <summary>Everything that is not right, each with its field. RULEBOOK 4 G12.</summary>
    public IReadOnlyList<Refusal> Mistakes()
    {
        var mistakes = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(AccountName) || AccountName.Trim().Length > LongestName || AccountName.Any(char.IsControl))
            mistakes.Add(new Refusal("G12", $"Enter the name on the account, in {LongestName} characters or fewer", nameof(AccountName)));
        Number(SortCode, SortCodeDigits, "sort code", "309430", nameof(SortCode), mistakes);
        Number(AccountNumber, AccountNumberDigits, "account number", "00733445. With 7 digits, put a 0 in front", nameof(AccountNumber), mistakes);
        return mistakes;
    }

    /// <summary>The sort code in six digits and the account number in eight; there must be no mistakes.</summary>
    public (string SortCode, string AccountNumber) Numbers => (Digits(SortCode), Digits(AccountNumber));

    /// <summary>What a log would show: nothing.</summary>
    public override string ToString() => nameof(BankFacts);

    /// <summary>The number without the spaces and dashes people write between digits.</summary>
    internal static string Digits(string? number) => string.Concat((number ?? "").Where(letter => letter is not (' ' or '-' or '\u2013' or '\u00a0')));

    private static void Number(string? text, int digits, string what, string example, string field, List<Refusal> mistakes)
    {
        var plain = Digits(text);
        if (plain.Length != digits || !plain.All(char.IsAsciiDigit))
            mistakes.Add(new Refusal("G12", $"Enter a {what} of {digits} digits, like {example}", field));
        else if (plain.All(digit => digit == '0'))
            mistakes.Add(new Refusal("G12", $"Enter the {what} from a statement: it is never all zeros", field));
    }
}
