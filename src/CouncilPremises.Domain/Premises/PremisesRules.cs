namespace CouncilPremises.Domain.Premises;

/// <summary>What an administrator may enter about venues, spaces, closures and bank holidays. Every refusal names its field.</summary>
public static class PremisesRules
{
    private const string Code = "Premises";

    /// <summary>Mistakes in a venue's facts.</summary>
    public static IReadOnlyList<Refusal> Mistakes(VenueFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var mistakes = new List<Refusal>();
        Text(mistakes, facts.Name, 200, nameof(facts.Name), "Enter the venue's name");
        Text(mistakes, facts.Address, 500, nameof(facts.Address), "Enter the venue's address");
        Text(mistakes, facts.Ward, 100, nameof(facts.Ward), "Enter the ward the venue is in");
        Text(mistakes, facts.Description, 2000, nameof(facts.Description), "Say in a sentence or two what the venue is");
        Lines(mistakes, facts.AccessFeatures, nameof(facts.AccessFeatures));
        mistakes.AddRange(facts.Hours.GroupBy(h => h.Day).Where(day => !AreInOrder(day)).Select(day => new Refusal(
            Code, $"{day.Key}'s hours must each end after they start, on quarter-hours, and not overlap", day.Key.ToString())));
        if (facts.Hours.Count == 0)
            mistakes.Add(new Refusal(Code, "Enter opening hours for at least one day", nameof(DayOfWeek.Monday)));
        return mistakes;
    }

    /// <summary>Mistakes in a space's facts.</summary>
    public static IReadOnlyList<Refusal> Mistakes(SpaceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var mistakes = new List<Refusal>();
        Text(mistakes, facts.Name, 200, nameof(facts.Name), "Enter the room's name");
        Text(mistakes, facts.Description, 2000, nameof(facts.Description), "Say in a sentence or two what the room is");
        if (facts.Capacities.Count == 0)
            mistakes.Add(new Refusal(Code, "Enter at least one layout and how many people it holds, like theatre: 120", nameof(facts.Capacities)));
        else if (facts.Capacities.Any(layout => layout.Key.Length > 50 || layout.Value is < 1 or > 100_000))
            mistakes.Add(new Refusal(Code, "Each layout holds between 1 and 100,000 people, and its name has at most 50 characters", nameof(facts.Capacities)));
        Lines(mistakes, facts.Equipment, nameof(facts.Equipment));
        Lines(mistakes, facts.AccessFeatures, nameof(facts.AccessFeatures));
        if (facts.PencePerHour is < 0 or > 10_000_000)
            mistakes.Add(new Refusal(Code, "The price of an hour must be between £0 and £100,000", "PricePerHour"));
        Buffer(mistakes, facts.BufferBeforeMinutes, nameof(facts.BufferBeforeMinutes), "before");
        Buffer(mistakes, facts.BufferAfterMinutes, nameof(facts.BufferAfterMinutes), "after");
        return mistakes;
    }

    /// <summary>Mistakes in a closure; both days are included.</summary>
    public static IReadOnlyList<Refusal> Mistakes(DateOnly firstDay, DateOnly lastDay, string reason, DateOnly today)
    {
        var mistakes = new List<Refusal>();
        if (firstDay < today)
            mistakes.Add(new Refusal(Code, "The first day must be today or later", "FirstDay"));
        if (lastDay < firstDay)
            mistakes.Add(new Refusal(Code, "The last day must not be before the first", "LastDay"));
        else if (lastDay.DayNumber - firstDay.DayNumber > 730)
            mistakes.Add(new Refusal(Code, "A closure lasts two years at most. To stop bookings for longer, say that the venue or room does not take bookings", "LastDay"));
        Text(mistakes, reason, 500, "Reason", "Say why in a few words: the public reads it");
        return mistakes;
    }

    /// <summary>The word in an address that a name gives: "St Mary's Hall" → "st-marys-hall".</summary>
    public static string SlugOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
#pragma warning disable CA1308 // addresses are written small
        var letters = name.ToLowerInvariant().Where(letter => letter is not ('\'' or '’'))
#pragma warning restore CA1308
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').ToArray();
        var slug = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? "place" : slug[..Math.Min(slug.Length, 60)].TrimEnd('-');
    }

    private static void Text(List<Refusal> mistakes, string text, int longest, string field, string missing)
    {
        if (string.IsNullOrWhiteSpace(text))
            mistakes.Add(new Refusal(Code, missing, field));
        else if (text.Length > longest)
            mistakes.Add(new Refusal(Code, $"Use {longest} characters or fewer. You have used {text.Length}", field));
    }

    private static void Lines(List<Refusal> mistakes, IReadOnlyList<string> lines, string field)
    {
        if (lines.Count > 40 || lines.Any(line => line.Length > 100))
            mistakes.Add(new Refusal(Code, "Enter at most 40 lines of at most 100 characters", field));
    }

    private static void Buffer(List<Refusal> mistakes, int minutes, string field, string where)
    {
        if (minutes is < 0 or > Stay.MostBufferMinutes || minutes % Quarters.Minutes != 0)
            mistakes.Add(new Refusal(Code, $"The minutes kept free {where} must be 0, 15, 30 and so on, up to {Stay.MostBufferMinutes}", field));
    }

    private static bool AreInOrder(IEnumerable<DayHours> hours)
    {
        var end = 0;
        foreach (var span in hours.Select(h => new DaySpan(h.Opens, h.Closes)).OrderBy(span => span.StartMinute))
        {
            if (span.StartMinute < end || span.EndMinute <= span.StartMinute || !Quarters.Fits(span.Starts) || !Quarters.Fits(span.Ends))
                return false;
            end = span.EndMinute;
        }

        return true;
    }
}
