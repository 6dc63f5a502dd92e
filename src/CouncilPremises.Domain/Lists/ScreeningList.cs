namespace CouncilPremises.Domain.Lists;

/// <summary>The lists names are tried against. RULEBOOK 5 XREF.</summary>
public enum ListCode
{
    /// <summary>Proscribed organisations: a register kept in the product.</summary>
    L1,

    /// <summary>UK Sanctions List.</summary>
    L2,

    /// <summary>Removed trustees and disqualified directors; tried for office-holders and payees only.</summary>
    L3,

    /// <summary>The council's own live decisions on D1, D4–D6 and D9, for 24 months.</summary>
    L4,

    /// <summary>Live partner notices.</summary>
    L5,
}

/// <summary>What a list is made of. Each part has its own publisher, file and editions.</summary>
public enum ListPart
{
    /// <summary>L1: the register of proscribed organisations.</summary>
    Proscribed,

    /// <summary>L2: the UK Sanctions List, or the closed OFSI list of the same entries.</summary>
    UkSanctions,

    /// <summary>L2: the consolidated list of the United Nations Security Council.</summary>
    UnitedNations,

    /// <summary>L3: removed trustees and disqualified directors, put together in a plain CSV.</summary>
    RemovedAndDisqualified,

    /// <summary>L3: disqualified officers as Companies House sends them, product 192.</summary>
    DisqualifiedOfficers,

    /// <summary>L5: notices from partners.</summary>
    PartnerNotices,
}

/// <summary>One edition of a part of a list. It is read whole, waits until a person has seen what it changes, and then takes the place of
/// the one in use. Editions that were in use stay, because checks and decisions cite them.</summary>
public sealed class ListVersion
{
    private ListVersion() { }

    /// <summary>A new edition, not yet complete and not in use.</summary>
    public ListVersion(Guid id, ListPart part, ListSource source, Guid importedById, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(source);
        (Id, Part, List, ImportedById, ImportedUtc) = (id, part, ListUpkeep.ListOf(part), importedById, nowUtc);
        (FileName, Hash, PublishedOn, EntryCount) = (source.FileName, source.Hash, source.PublishedOn, source.EntryCount);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Which list.</summary>
    public ListCode List { get; private set; }

    /// <summary>Which part of it.</summary>
    public ListPart Part { get; private set; }

    /// <summary>1 for the first edition of that part in use; 0 until it is in use.</summary>
    public int Number { get; private set; }

    /// <summary>The file's name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The day the publisher gives; null when it gives none.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Entries in it.</summary>
    public int EntryCount { get; private set; }

    /// <summary>Who read it in.</summary>
    public Guid ImportedById { get; private set; }

    /// <summary>When it was read in: its age counts from then.</summary>
    public DateTime ImportedUtc { get; private set; }

    /// <summary>True once every entry is written.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>True for the edition in use; one a part.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Who put it in use; null until then.</summary>
    public Guid? UsedById { get; private set; }

    /// <summary>Since when it was in use; null until then.</summary>
    public DateTime? UsedFromUtc { get; private set; }

    /// <summary>True while it is read whole and waits for somebody to put it in use.</summary>
    public bool IsWaiting => IsComplete && Number == 0;

    /// <summary>Every entry is written.</summary>
    public void Complete() => IsComplete = true;

    /// <summary>Puts it in use under its number.</summary>
    public void Use(int number, Guid byId, DateTime nowUtc) => (IsComplete, IsLive, Number, UsedById, UsedFromUtc) = (true, true, number, byId, nowUtc);

    /// <summary>Another edition takes its place.</summary>
    public void EndUse() => IsLive = false;
}

/// <summary>Where an edition came from.</summary>
public sealed record ListSource(string FileName, string Hash, DateOnly? PublishedOn, int EntryCount);

/// <summary>One entry of one edition.</summary>
public sealed class ListEntry
{
    private ListEntry() { }

    /// <summary>A new entry.</summary>
    public ListEntry(Guid id, Guid listVersionId, string key, bool? isPerson, IReadOnlyList<ListName> names, IReadOnlyDictionary<string, string> facts, string hash) =>
        (Id, ListVersionId, Key, IsPerson, Names, Facts, Hash) = (id, listVersionId, key, isPerson, names, facts, hash);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The edition.</summary>
    public Guid ListVersionId { get; private set; }

    /// <summary>What the publisher calls it, such as a Unique ID; the same in every edition.</summary>
    public string Key { get; private set; } = "";

    /// <summary>True for a person, false for a body, null when the list does not say.</summary>
    public bool? IsPerson { get; private set; }

    /// <summary>Its names, the main one first.</summary>
    public IReadOnlyList<ListName> Names { get; private set; } = [];

    /// <summary>Facts an officer compares: birth years, town, number, regime, from, to, source.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; private set; } = new Dictionary<string, string>();

    /// <summary>Hash of names and facts: a remembered false match holds until it changes.</summary>
    public string Hash { get; private set; } = "";
}

/// <summary>A name of an entry.</summary>
/// <param name="Text">As published.</param>
/// <param name="FamilyName">The family name where the list gives it apart.</param>
/// <param name="IsWeak">Low quality, one word or generic: matches exactly only.</param>
public sealed record ListName(string Text, string? FamilyName, bool IsWeak);
