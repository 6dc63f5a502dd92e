namespace CouncilPremises.Domain.Grants;

/// <summary>Money of a project that works in several wards is shared between them equally, to the penny, so that the wards add up to what was
/// given and no pound counts twice. Where it does not divide, the first wards by name have a penny more.</summary>
public static class WardShares
{
    /// <summary>What a project counts under when it names no ward.</summary>
    public const string NoWard = "No ward named";

    /// <summary>The wards of a project, each once however it is written, by name; <see cref="NoWard"/> for none.</summary>
    public static IReadOnlyList<string> WardsOf(IEnumerable<string> named)
    {
        List<string> wards = [.. named.Select(ward => ward.Trim()).Where(ward => ward.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        return wards.Count == 0 ? [NoWard] : wards;
    }

    /// <summary>The share of each ward, in the order given; together exactly the amount.</summary>
    public static IReadOnlyList<Money> Of(Money amount, int wards)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(wards, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Pence);
        var (each, over) = Math.DivRem(amount.Pence, wards);
        return [.. Enumerable.Range(0, wards).Select(at => new Money(each + (at < over ? 1 : 0)))];
    }
}
