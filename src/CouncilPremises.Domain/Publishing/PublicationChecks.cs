using System.Text.RegularExpressions;

namespace CouncilPremises.Domain.Publishing;

/// <summary>What the published schema (360Giving 1.4) and good sense ask of every row before it is published. A problem holds back its own row and no other. Issue 5 point 11.</summary>
public static partial class PublicationChecks
{
    /// <summary>The version of the 360Giving Data Standard whose rules these are.</summary>
    public const string StandardVersion = "1.4";

    /// <summary>Most characters of a text: what a spreadsheet's cell holds.</summary>
    public const int LongestText = 32_767;

    /// <summary>No grant of this service is older; earlier days are slips of the keyboard.</summary>
    public static readonly DateOnly FirstDay = new(1990, 1, 1);

    // No work is planned further ahead than this
    private const int MostYearsAhead = 50;

    /// <summary>Checks all grants; today is London's.</summary>
    public static Publication Run(Publisher publisher, PublicationYear? year, IReadOnlyList<PublishedGrant> found, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentNullException.ThrowIfNull(found);
        var rows = found.Select((grant, at) => (Row: at + 1, Grant: grant.Tidied())).ToList();
        var twins = rows.GroupBy(row => PublishedIdentifiers.Grant(publisher, row.Grant.Reference), StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1).SelectMany(same => same.Select(one => (one.Row, Others: same.Where(other => other.Row != one.Row).Select(other => other.Row).ToList())))
            .ToDictionary(twin => twin.Row, twin => twin.Others);
        var problems = rows.SelectMany(row => Of(publisher, row.Grant, today).Concat(Twice(twins.GetValueOrDefault(row.Row)))
            .Select(problem => new PublicationProblem(row.Row, row.Grant.Reference, problem.Rule, problem.Sentence))).ToList();
        var heldBack = problems.Select(problem => problem.Row).ToHashSet();
        return new Publication(publisher, year, [.. rows.Where(row => !heldBack.Contains(row.Row)).Select(row => row.Grant)], problems, rows.Count);
    }

    private static IEnumerable<Problem> Of(Publisher publisher, PublishedGrant grant, DateOnly today) =>
        [.. Texts(grant), .. Recipient(publisher, grant.Recipient), .. Amounts(grant), .. Dates(grant, today), .. Codes(grant)];

    private static IEnumerable<Problem> Twice(List<int>? others)
    {
        if (others is not null)
            yield return new(PublicationRule.Duplicate, $"Row {string.Join(" and row ", others)} has the same reference. Every grant needs its own");
    }

    private static IEnumerable<Problem> Texts(PublishedGrant grant)
    {
        (string Name, string? Text, bool Needed)[] texts =
        [
            ("The reference", grant.Reference, true), ("The title", grant.Title, true), ("The description", grant.Description, true), ("The recipient’s name", grant.Recipient.Name, true),
            ("The purpose", grant.Purpose, false), ("The fund’s code", grant.FundCode, false), ("The fund’s title", grant.FundTitle, false), ("The department", grant.Department, false),
            .. grant.Places.Select(place => ("The name of a place", (string?)place.Name, true)),
        ];
        foreach (var (name, text, needed) in texts)
            if (string.IsNullOrEmpty(text))
            {
                if (needed)
                    yield return new(PublicationRule.Missing, $"{name} is missing. Enter it");
            }
            else if (text.Length > LongestText)
                yield return new(PublicationRule.TooLong, $"{name} is longer than {LongestText:#,0} characters. Shorten it");
            else if (EmailAddress().IsMatch(text))
                yield return new(PublicationRule.EmailAddress, $"{name} has an e-mail address in it. Take it out");
    }

    private static IEnumerable<Problem> Recipient(Publisher publisher, PublishedRecipient recipient)
    {
        if (recipient.CharityNumber is { } charity && PublishedIdentifiers.Charity(charity) is null)
            yield return new(PublicationRule.BadNumber, $"“{charity}” is not a charity number. It has 6 or 7 digits, or SC or NIC and 6 digits");
        if (recipient.CompanyNumber is { } company && PublishedIdentifiers.CompanyNumber(company) is null)
            yield return new(PublicationRule.BadNumber, $"“{company}” is not a company number. It has 8 characters, like 01234567 or SC123456");
        if (!recipient.IsRegistered && PublishedIdentifiers.Organisation(publisher, recipient) is null)
            yield return new(PublicationRule.NoRecipientIdentifier, "The recipient has no charity or company number and no key of its own. Enter its number");
    }

    private static IEnumerable<Problem> Amounts(PublishedGrant grant)
    {
        if (grant.Awarded <= Money.Zero)
            yield return new(PublicationRule.NotPositive, $"The amount awarded is {grant.Awarded}. It must be more than nothing");
        if (grant.AppliedFor <= Money.Zero)
            yield return new(PublicationRule.NotPositive, $"The amount asked for is {grant.AppliedFor}. It must be more than nothing");
        if (grant.Paid < Money.Zero)
            yield return new(PublicationRule.NotPositive, $"The amount paid is {grant.Paid}. It cannot be less than nothing");
    }

    private static IEnumerable<Problem> Dates(PublishedGrant grant, DateOnly today)
    {
        if (grant.AwardDate > today)
            yield return new(PublicationRule.FutureAward, "The award date is in the future. Publish the grant on that day or later");
        (string Name, DateOnly? Day)[] days = [("award date", grant.AwardDate), ("first day", grant.PlannedStart), ("last day", grant.PlannedEnd)];
        foreach (var (name, day) in days)
            if (day < FirstDay)
                yield return new(PublicationRule.ImpossibleDate, $"The {name} is before {FirstDay.Year}. Correct it");
            else if (name != days[0].Name && day > today.AddYears(MostYearsAhead))
                yield return new(PublicationRule.ImpossibleDate, $"The {name} is more than {MostYearsAhead} years ahead. Correct it");
        if (grant.PlannedEnd < grant.PlannedStart)
            yield return new(PublicationRule.ImpossibleDate, "The last day is before the first day. Correct one of them");
        if (grant.PlannedMonths is <= 0 or > MostYearsAhead * 12)
            yield return new(PublicationRule.ImpossibleDate, $"The work takes {grant.PlannedMonths} months. Enter 1 to {MostYearsAhead * 12}");
    }

    private static IEnumerable<Problem> Codes(PublishedGrant grant)
    {
        if (grant.Currency != PublicationCodes.Pounds)
            yield return new(PublicationRule.UnknownCode, $"The currency is “{grant.Currency}”. Grants are published in {PublicationCodes.Pounds}");
        if (grant.LocationScope is { } scope && !PublicationCodes.LocationScopes.ContainsKey(scope))
            yield return new(PublicationRule.UnknownCode, $"“{scope}” is not a code of location scopes. Choose one, such as GLS060");
        if (grant.FundingType is { } type && !PublicationCodes.FundingTypes.ContainsKey(type))
            yield return new(PublicationRule.UnknownCode, $"“{type}” is not a code of funding types. Choose one, such as FT03");
        foreach (var place in grant.Places)
            if (place.WardCode is { } ward && !WardCode().IsMatch(ward))
                yield return new(PublicationRule.UnknownCode, $"“{ward}” is not the code of a ward. It has nine characters, like E05000026");
    }

    private sealed record Problem(PublicationRule Rule, string Sentence);

    // Any address, not only right ones: something at something with a point in it
    [GeneratedRegex(@"[^\s@<>(),;:]{1,64}@[^\s@<>(),;:]{1,200}?\.[A-Za-z]{2}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmailAddress();

    // England, Wales, Scotland, Northern Ireland: Office for National Statistics
    [GeneratedRegex(@"\A(?:E05|W05|S13|N08)[0-9]{6}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WardCode();
}
