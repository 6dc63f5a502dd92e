namespace CouncilPremises.Domain.Elections;

/// <summary>An election during which candidates have a right to a room for public meetings: Representation of the People Act 1983 ss.95–96.
/// Administrators enter it. RULEBOOK 3.</summary>
public sealed class Election
{
    private Election() { }

    /// <summary>A new election.</summary>
    public Election(Guid id, ElectionFacts facts, DateTime nowUtc)
    {
        (Id, CreatedUtc) = (id, nowUtc);
        Describe(facts);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What it is called: "Borough council election, 7 May 2026".</summary>
    public string Name { get; private set; } = "";

    /// <summary>First day of the right, included: for a parliamentary election the day the writ is received, for a local one the last day for the notice of election.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Polling day. The right ends the day before.</summary>
    public DateOnly PollingDay { get; private set; }

    /// <summary>Wards it is held in; none means the whole of the council's area.</summary>
    public IReadOnlyList<string> Wards { get; private set; } = [];

    /// <summary>When it was entered.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>Rises by one with every change, against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Takes over what an administrator entered.</summary>
    public void Describe(ElectionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Name, FirstDay, PollingDay, Wards, Version) = (facts.Name.Trim(), facts.FirstDay!.Value, facts.PollingDay!.Value, facts.Wards, Version + 1);
    }

    /// <summary>True when the right holds on a day in a ward: from the first day up to the day before polling day, both included.</summary>
    public bool Covers(DateOnly day, string ward) =>
        FirstDay <= day && day < PollingDay && (Wards.Count == 0 || Wards.Contains(ward, StringComparer.OrdinalIgnoreCase));
}

/// <summary>What an administrator enters about an election.</summary>
public sealed record ElectionFacts(string Name, DateOnly? FirstDay, DateOnly? PollingDay, IReadOnlyList<string> Wards)
{
    private const int LongestName = 200;
    private const int MostDays = 90;

    /// <summary>Everything that is not right, each with its field.</summary>
    public IReadOnlyList<Refusal> Mistakes()
    {
        var mistakes = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName)
            mistakes.Add(new Refusal("T7", $"Enter what the election is called, in {LongestName} characters or fewer", nameof(Name)));
        if (FirstDay is null)
            mistakes.Add(new Refusal("T7", "Enter the first day of the election period", nameof(FirstDay)));
        if (PollingDay is null)
            mistakes.Add(new Refusal("T7", "Enter polling day", nameof(PollingDay)));
        if (PollingDay <= FirstDay)
            mistakes.Add(new Refusal("T7", "Polling day must be after the first day of the election period", nameof(PollingDay)));
        else if (PollingDay?.DayNumber - FirstDay?.DayNumber > MostDays)
            mistakes.Add(new Refusal("T7", $"An election period is at most {MostDays} days. Check both dates", nameof(FirstDay)));
        return mistakes;
    }
}

/// <summary>Why an election meeting may be refused, and nothing else. RULEBOOK 3.</summary>
public enum ElectionRefusal
{
    /// <summary>The room was let before.</summary>
    AlreadyLet,

    /// <summary>The room does not suit the meeting.</summary>
    Unsuitable,

    /// <summary>Outside the statutory dates.</summary>
    OutsideDates,

    /// <summary>Outside the area of the election.</summary>
    OutsideArea,
}

/// <summary>How letters and pages say it.</summary>
public static class ElectionWords
{
    /// <summary>A reason as the candidate reads it.</summary>
    public static string Words(this ElectionRefusal reason) => reason switch
    {
        ElectionRefusal.AlreadyLet => "The room was let to somebody else before you asked.",
        ElectionRefusal.Unsuitable => "The room is not suitable for the meeting.",
        ElectionRefusal.OutsideDates => "The date is outside the days on which the law gives candidates a room.",
        ElectionRefusal.OutsideArea => "The room is outside the area of the election.",
    };
}
