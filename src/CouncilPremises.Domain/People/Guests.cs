namespace CouncilPremises.Domain.People;

/// <summary>Officers lent by another council: for at most six months, and not a day past their last. RULEBOOK 1, small teams.</summary>
public static class Guests
{
    /// <summary>Most months of one stay.</summary>
    public const int MostMonths = 6;

    /// <summary>Why a stay cannot be as entered; null when it can, or when there is none.</summary>
    /// <param name="council">The council that lends the officer.</param>
    /// <param name="from">First day of the stay.</param>
    /// <param name="until">Last day, included.</param>
    /// <param name="today">Today in London.</param>
    public static Refusal? Wrong(string? council, DateOnly from, DateOnly? until, DateOnly today)
    {
        var name = council?.Trim() ?? "";
        if (name.Length == 0 && until is null)
            return null;
        if (name.Length is 0 or > 200)
            return new Refusal("Guest", "Enter the name of the council that lends the officer, or leave both guest boxes empty.", "GuestOf");
        if (until is not { } last || last < today || last > from.AddMonths(MostMonths))
            return new Refusal("Guest", $"Enter the guest's last day: from today to {from.AddMonths(MostMonths).ToString("d MMMM yyyy", British)}, six months after the first.", "GuestUntil");
        return null;
    }

    private static readonly System.Globalization.CultureInfo British = System.Globalization.CultureInfo.GetCultureInfo("en-GB");
}
