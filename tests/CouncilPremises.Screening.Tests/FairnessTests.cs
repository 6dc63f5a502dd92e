using Shouldly;
using Xunit;

namespace CouncilPremises.Screening.Tests;

/// <summary>Whom the engine alerts on: everyday names of each community against the whole UK person list, and what it finds of listed people.</summary>
[Trait("Rule", "XREF")]
public class FairnessTests(ITestOutputHelper output)
{
    private const int NamesOfGroup = 300;

    [Fact]
    public void EverydayNames_AgainstTheUkPersonList_SeldomAlert()
    {
        var index = Index();
        var rates = EverydayNames.Groups.Select(group =>
        {
            var names = group.FullNames(NamesOfGroup);
            return (group.Name, Alerted: names.Count(name => index.Find(new ScreeningName(name, NameKind.Person)).Count > 0), Count: names.Count);
        }).ToList();

        foreach (var (name, alerted, count) in rates)
            output.WriteLine($"{name}: {1000.0 * alerted / count:0} per thousand");
        var overall = rates.Sum(rate => rate.Alerted) / (double)rates.Sum(rate => rate.Count);
        output.WriteLine($"all: {1000 * overall:0.0} per thousand");
        overall.ShouldBeLessThanOrEqualTo(0.015);
        rates.ShouldAllBe(rate => rate.Alerted <= 0.05 * rate.Count);
    }

    [Fact]
    public void ListedPeople_OtherWritings_AreFound()
    {
        var people = SharedData.UkPeople();
        Assert.SkipWhen(people == null, "The UK Sanctions List (shared/data/uk-sanctions) is not on this machine.");
        var index = ScreeningIndex.Build(people!);
        var listed = people!.Where((_, i) => i % 12 == 0).Select(entry => (entry, name: entry.Names[0])).ToList();
        var tried = listed.SelectMany(one => Writings(one.name).Select(text => (one.entry, text))).ToList();
        var found = tried.Count(one => index.Find(new ScreeningName(one.text, NameKind.Person)).Any(match => match.Entry.Key == one.entry.Key));

        output.WriteLine($"found {found} of {tried.Count}, {100.0 * found / tried.Count:0.0} %");
        (found / (double)tried.Count).ShouldBeGreaterThanOrEqualTo(0.88);
    }

    // As listed, family name first, without middle names, a letter doubled, swapped or left out, and spelled as others would
    private static IEnumerable<string> Writings(ListedName name)
    {
        var given = name.Text[..^name.FamilyName!.Length].Trim().Split(' ')[0];
        var shortName = $"{given} {name.FamilyName}";
        yield return name.Text;
        yield return $"{name.FamilyName}, {name.Text[..^name.FamilyName!.Length].Trim()}";
        yield return shortName;
        var at = shortName.Length - 3;
        if (char.IsLetter(shortName[at]) && char.IsLetter(shortName[at - 1]))
        {
            yield return shortName.Insert(at, shortName[at..(at + 1)]);
            yield return shortName.Remove(at, 1);
            yield return shortName[..(at - 1)] + shortName[at] + shortName[at - 1] + shortName[(at + 1)..];
        }

        var other = name.Text.ToLowerInvariant().Replace("iy", "y", StringComparison.Ordinal).Replace("q", "k", StringComparison.Ordinal)
            .Replace("oo", "u", StringComparison.Ordinal).Replace("ks", "x", StringComparison.Ordinal).Replace("ee", "i", StringComparison.Ordinal);
        yield return other;
    }

    private static ScreeningIndex Index()
    {
        var people = SharedData.UkPeople();
        Assert.SkipWhen(people == null, "The UK Sanctions List (shared/data/uk-sanctions) is not on this machine.");
        return ScreeningIndex.Build(people!);
    }
}
