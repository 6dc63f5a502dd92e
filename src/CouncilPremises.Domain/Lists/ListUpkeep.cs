using CouncilPremises.Domain.Policies;

namespace CouncilPremises.Domain.Lists;

/// <summary>How old an edition may grow, and when somebody is asked twice before it goes into use.</summary>
public static class ListUpkeep
{
    /// <summary>The list a part belongs to.</summary>
    public static ListCode ListOf(ListPart part) => part switch
    {
        ListPart.Proscribed => ListCode.L1,
        ListPart.UkSanctions or ListPart.UnitedNations => ListCode.L2,
        ListPart.RemovedAndDisqualified or ListPart.DisqualifiedOfficers => ListCode.L3,
        ListPart.PartnerNotices => ListCode.L5,
    };

    /// <summary>The parts of a list; none for the council's own decisions.</summary>
    public static IReadOnlyList<ListPart> PartsOf(ListCode list) => [.. Enum.GetValues<ListPart>().Where(part => ListOf(part) == list)];

    /// <summary>True for files that somebody else publishes; the others are kept in the product and do not grow stale.</summary>
    public static bool IsImported(ListPart part) => part switch
    {
        ListPart.UkSanctions or ListPart.UnitedNations or ListPart.RemovedAndDisqualified or ListPart.DisqualifiedOfficers => true,
        ListPart.Proscribed or ListPart.PartnerNotices => false,
    };

    /// <summary>True when the edition is so old that somebody should import the newest: from the day after the policy's number of days.</summary>
    /// <param name="part">The part.</param>
    /// <param name="importedOn">The day of the import.</param>
    /// <param name="today">Today in London.</param>
    /// <param name="policy">The settings in force.</param>
    public static bool IsStale(ListPart part, DateOnly importedOn, DateOnly today, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return IsImported(part) && today.DayNumber - importedOn.DayNumber > policy.ListWarningDays;
    }

    /// <summary>True when the edition is too old for anybody to be recorded Clear by it. The United Nations list only warns: the UK list
    /// holds the same designations. RULEBOOK 5 XREF.</summary>
    /// <inheritdoc cref="IsStale" path="/param" />
    public static bool IsTooOld(ListPart part, DateOnly importedOn, DateOnly today, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return IsImported(part) && part != ListPart.UnitedNations && today.DayNumber - importedOn.DayNumber > policy.ListLimitDays;
    }

    /// <summary>True when a new edition has fewer entries than the one in use: somebody is asked a second time, because a file cut off
    /// between two rows looks just like that.</summary>
    public static bool Shrinks(int before, int after) => after < before;

    /// <summary>True when it lost more than a tenth: more likely half a file than a true change.</summary>
    public static bool ShrinksFar(int before, int after) => after < before * 0.9;
}
