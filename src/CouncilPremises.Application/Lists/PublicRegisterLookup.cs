using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>A body of a register that answers what was asked.</summary>
/// <param name="Body">The body.</param>
/// <param name="NumberAgrees">Its number is the one asked for.</param>
/// <param name="NameAgrees">Whether one of its names is like the one asked for; null where none was asked for.</param>
/// <param name="BestName">Which of its names is the most alike.</param>
/// <param name="Score">How alike that name is, from 0 to 1.</param>
/// <param name="Reasons">Why, in sentences.</param>
public sealed record RegisterMatch(RegisteredBody Body, bool NumberAgrees, bool? NameAgrees, string BestName, double Score, IReadOnlyList<string> Reasons);

/// <summary>
/// Looks a body up in files of public registers: by number first, for a number is certain, and by name only where no register has the number.
/// RULEBOOK 5 REG: register, number, name match, status.
/// </summary>
/// <param name="number">The number, in any writing; null to ask by name only.</param>
/// <param name="name">The name; null to ask by number only.</param>
public sealed class PublicRegisterLookup(string? number, string? name)
{
    /// <summary>At most so many bodies of a like name are kept.</summary>
    public const int MostByName = 20;

    private readonly string plainNumber = IdentifyingFacts.PlainNumber(number);
    private readonly List<RegisterMatch> byNumber = [];
    private readonly List<RegisterMatch> byName = [];

    /// <summary>What was found: bodies of that number, or else those of a like name, the most alike first.</summary>
    public IReadOnlyList<RegisterMatch> Found => byNumber.Count > 0 ? byNumber : byName;

    /// <summary>Looks at one record.</summary>
    public void Take(RegisteredBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var numberAgrees = plainNumber.Length > 0 && (IdentifyingFacts.PlainNumber(body.Number) == plainNumber || IdentifyingFacts.PlainNumber(body.CompanyNumber) == plainNumber);
        if (numberAgrees)
            byNumber.Add(Compare(body, numberAgrees));
        else if (byNumber.Count == 0 && !string.IsNullOrWhiteSpace(name) && Compare(body, numberAgrees) is { NameAgrees: true } alike)
            Keep(alike);
    }

    private RegisterMatch Compare(RegisteredBody body, bool numberAgrees)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new(body, numberAgrees, null, body.Name, 0, []);
        var asked = new ScreeningName(name, NameKind.Organisation);
        var (best, comparison) = body.OtherNames.Prepend(body.Name)
            .Select(one => (one, NameComparer.Compare(asked, new ListedName(one), NameKind.Organisation))).MaxBy(one => one.Item2.Score);
        return new(body, numberAgrees, comparison.Band != MatchBand.None, best, comparison.Score, [.. comparison.Evidence.Select(one => one.Sentence)]);
    }

    private void Keep(RegisterMatch match)
    {
        byName.Insert(byName.FindLastIndex(other => other.Score >= match.Score) + 1, match);
        if (byName.Count > MostByName)
            byName.RemoveAt(MostByName);
    }
}
