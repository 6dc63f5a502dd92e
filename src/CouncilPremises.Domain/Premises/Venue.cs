namespace CouncilPremises.Domain.Premises;

/// <summary>A building the council lets rooms in.</summary>
public sealed class Venue
{
    private readonly List<OpeningHours> openingHours = [];

    private Venue() { }

    /// <summary>A new venue.</summary>
    public Venue(Guid id, string slug, VenueFacts facts)
    {
        (Id, Slug) = (id, slug);
        Describe(facts);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The word in its address, unique; never changes.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Name people know it by.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Postal address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Electoral ward.</summary>
    public string Ward { get; private set; } = "";

    /// <summary>A paragraph for the public page.</summary>
    public string Description { get; private set; } = "";

    /// <summary>Access features as data: step-free, hearing loop, accessible toilet.</summary>
    public IReadOnlyList<string> AccessFeatures { get; private set; } = [];

    /// <summary>True when the venue's own policy covers hirers, so INS clears by itself. RULEBOOK 5 INS.</summary>
    public bool CoversHirers { get; private set; }

    /// <summary>True while it takes bookings.</summary>
    public bool IsOpenForHire { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>Weekly opening hours; a day without a row is closed.</summary>
    public IReadOnlyList<OpeningHours> OpeningHours => openingHours;

    /// <summary>Takes over new facts.</summary>
    public void Describe(VenueFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Name, Address, Ward, Description) = (facts.Name, facts.Address, facts.Ward, facts.Description);
        (AccessFeatures, CoversHirers, IsOpenForHire) = (facts.AccessFeatures, facts.CoversHirers, facts.IsOpenForHire);
        openingHours.RemoveAll(row => !facts.Hours.Any(h => (h.Day, h.Opens) == (row.Day, row.Opens)));
        foreach (var hours in facts.Hours)
        {
            if (openingHours.Find(row => (row.Day, row.Opens) == (hours.Day, hours.Opens)) is { } same)
                same.CloseAt(hours.Closes);
            else
                openingHours.Add(new OpeningHours(Id, hours.Day, hours.Opens, hours.Closes));
        }

        Version++;
    }
}

/// <summary>What an administrator enters about a venue.</summary>
public sealed record VenueFacts(
    string Name,
    string Address,
    string Ward,
    string Description,
    IReadOnlyList<string> AccessFeatures,
    bool CoversHirers,
    bool IsOpenForHire,
    IReadOnlyList<DayHours> Hours);

/// <summary>Opening hours of one weekday, in London wall time. Opens is included; Closes is excluded, and 00:00 means the end of the day.</summary>
public sealed record DayHours(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <summary>A stored row of opening hours.</summary>
public sealed class OpeningHours
{
    private OpeningHours() { }

    internal OpeningHours(Guid venueId, DayOfWeek day, TimeOnly opens, TimeOnly closes) =>
        (VenueId, Day, Opens, Closes) = (venueId, day, opens, closes);

    /// <summary>The venue.</summary>
    public Guid VenueId { get; private set; }

    /// <summary>Weekday.</summary>
    public DayOfWeek Day { get; private set; }

    /// <summary>First minute open.</summary>
    public TimeOnly Opens { get; private set; }

    /// <summary>First minute closed; 00:00 means the end of the day.</summary>
    public TimeOnly Closes { get; private set; }

    internal void CloseAt(TimeOnly closes) => Closes = closes;
}

/// <summary>A room, or a part of one. A hall that divides into A and B is three spaces: the hall with two children.</summary>
public sealed class Space
{
    private Space() { }

    /// <summary>A new space. <paramref name="rootId"/> is the id of the top of its tree, its own id at the top.</summary>
    public Space(Guid id, Guid venueId, Guid? parentId, Guid rootId, string slug, SpaceFacts facts)
    {
        (Id, VenueId, ParentId, RootId, Slug) = (id, venueId, parentId, rootId, slug);
        Describe(facts);
    }

    /// <summary>Id; also the leaf that stands for what remains of the space outside its parts.</summary>
    public Guid Id { get; private set; }

    /// <summary>The venue.</summary>
    public Guid VenueId { get; private set; }

    /// <summary>The space it is part of; null at the top.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The top of its tree: what is locked while anything in the tree is claimed.</summary>
    public Guid RootId { get; private set; }

    /// <summary>The word in its address, unique over all venues; never changes.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Name, such as "Main Hall A".</summary>
    public string Name { get; private set; } = "";

    /// <summary>A paragraph for the public page.</summary>
    public string Description { get; private set; } = "";

    /// <summary>People it holds by layout: "theatre" → 120. Never empty.</summary>
    public IReadOnlyDictionary<string, int> Capacities { get; private set; } = new Dictionary<string, int>();

    /// <summary>What is in the room: projector, piano, kitchen.</summary>
    public IReadOnlyList<string> Equipment { get; private set; } = [];

    /// <summary>Access features of the room itself.</summary>
    public IReadOnlyList<string> AccessFeatures { get; private set; } = [];

    /// <summary>Price of an hour in pence.</summary>
    public long PencePerHour { get; private set; }

    /// <summary>Minutes kept free before a booking unless a neighbour's after-buffer is longer. ◆ 30.</summary>
    public int BufferBeforeMinutes { get; private set; }

    /// <summary>Minutes kept free after a booking unless a neighbour's before-buffer is longer. ◆ 30.</summary>
    public int BufferAfterMinutes { get; private set; }

    /// <summary>True while it takes bookings.</summary>
    public bool IsOpenForHire { get; private set; }

    /// <summary>Raised to take the lock on a tree; its value means nothing.</summary>
    public long LockCount { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>The most people any layout holds.</summary>
    public int Capacity => Capacities.Count == 0 ? 0 : Capacities.Values.Max();

    /// <summary>Takes over new facts.</summary>
    public void Describe(SpaceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Name, Description, Capacities, Equipment) = (facts.Name, facts.Description, facts.Capacities, facts.Equipment);
        (AccessFeatures, PencePerHour, IsOpenForHire) = (facts.AccessFeatures, facts.PencePerHour, facts.IsOpenForHire);
        (BufferBeforeMinutes, BufferAfterMinutes) = (facts.BufferBeforeMinutes, facts.BufferAfterMinutes);
        Version++;
    }

    /// <summary>Moves it in the tree. The caller re-derives future claims of the trees touched.</summary>
    public void MoveTo(Guid? parentId, Guid rootId) => (ParentId, RootId, Version) = (parentId, rootId, Version + 1);
}

/// <summary>What an administrator enters about a space.</summary>
public sealed record SpaceFacts(
    string Name,
    string Description,
    IReadOnlyDictionary<string, int> Capacities,
    IReadOnlyList<string> Equipment,
    IReadOnlyList<string> AccessFeatures,
    long PencePerHour,
    int BufferBeforeMinutes,
    int BufferAfterMinutes,
    bool IsOpenForHire);

/// <summary>Days on which a venue, or one of its spaces, cannot be let.</summary>
public sealed class Closure
{
    private Closure() { }

    /// <summary>A new closure; both days are included.</summary>
    public Closure(Guid id, Guid venueId, Guid? spaceId, DateOnly firstDay, DateOnly lastDay, string reason) =>
        (Id, VenueId, SpaceId, FirstDay, LastDay, Reason) = (id, venueId, spaceId, firstDay, lastDay, reason);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The venue.</summary>
    public Guid VenueId { get; private set; }

    /// <summary>One space (and its parts); null for the whole venue.</summary>
    public Guid? SpaceId { get; private set; }

    /// <summary>First day closed, included.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Last day closed, included.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>What the public reads.</summary>
    public string Reason { get; private set; } = "";
}

/// <summary>A bank holiday of England and Wales. Not a working day.</summary>
public sealed class BankHoliday
{
    private BankHoliday() { }

    /// <summary>A new bank holiday.</summary>
    public BankHoliday(DateOnly day, string title) => (Day, Title) = (day, title);

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Its name.</summary>
    public string Title { get; private set; } = "";
}
