namespace CouncilPremises.Domain.Lists;

/// <summary>How old an edition may grow, and how far a list may shrink, before somebody is asked to look.</summary>
public static class ListUpkeep
{
    /// <summary>An imported file older than this many days is stale: the publisher has certainly changed it since.</summary>
    public const int StaleAfterDays = 30;

    /// <summary>True for lists that somebody else publishes; the others are kept in the product and do not grow stale.</summary>
    public static bool IsImported(ListCode list) => list switch
    {
        ListCode.L2 or ListCode.L3 => true,
        ListCode.L1 or ListCode.L4 or ListCode.L5 => false,
    };

    /// <summary>True on the 31st day after the import and later.</summary>
    /// <param name="list">The list.</param>
    /// <param name="importedOn">The day of the import.</param>
    /// <param name="today">Today in London.</param>
    public static bool IsStale(ListCode list, DateOnly importedOn, DateOnly today) =>
        IsImported(list) && today.DayNumber - importedOn.DayNumber > StaleAfterDays;

    /// <summary>True when a new edition has lost more than a fifth of the entries: more likely half a file than a true change.</summary>
    public static bool ShrinksTooFar(int before, int after) => after < before * 0.8;
}
