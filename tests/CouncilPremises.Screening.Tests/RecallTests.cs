using Shouldly;
using Xunit;

namespace CouncilPremises.Screening.Tests;

/// <summary>
/// What the engine finds of listed people when their names are written as others write them: the list's own variations, each looked up in a list
/// without it, and writings made by rule with a fixed seed. Everyday names are measured beside it in <see cref="FairnessTests"/>.
/// </summary>
[Trait("Rule", "XREF")]
public class RecallTests(ITestOutputHelper output)
{
    // Some variations are other names altogether (a nom de guerre, a maiden name): nobody can find those by the rest of the names
    [Fact]
    public void NameVariations_OfAListWithoutThem_AreFound()
    {
        var people = People();
        var tried = people.SelectMany(person => person.Variations.Where(name => !name.IsWeak).Select(name => (person, name))).ToList();
        var index = ScreeningIndex.Build(people.Select(person => person.Entry with { Names = [.. person.Entry.Names.Except(person.Variations)] }));
        var withoutAll = tried.Where(one => index.Find(new ScreeningName(one.name.Text, NameKind.Person)).Any(match => match.Entry.Key == one.person.Entry.Key)).ToList();
        var withoutOne = tried.Where(one => IsFoundByOtherNames(one.person.Entry, one.name)).ToList();

        foreach (var (person, name) in tried.Except(withoutOne).Where((_, i) => i % 9 == 4))
            output.WriteLine($"missed {name.Text} | {string.Join(" | ", person.Entry.Names.Except([name]).Take(3).Select(other => other.Text))}");
        Report("variations, of a list without any variation", withoutAll.Count, tried.Count).ShouldBeGreaterThanOrEqualTo(0.88);
        Report("variations, of a list without that variation", withoutOne.Count, tried.Count).ShouldBeGreaterThanOrEqualTo(0.94);
    }

    [Fact]
    public void WritingsMadeByRule_AreFound()
    {
        var people = People().Where((_, i) => i % 7 == 3).ToList();
        var index = ScreeningIndex.Build(People().Select(person => person.Entry));
        var random = new Random(20261126);
        var tried = people.SelectMany(person => OtherWritings.Of(person.Entry.Names[0], random).Select(one => (person.Entry, one.Way, one.Text))).ToList();
        var results = tried.Select(one => (one.Way, one.Text, one.Entry, IsFound: index.Find(new ScreeningName(one.Text, NameKind.Person)).Any(match => match.Entry.Key == one.Entry.Key))).ToList();

        foreach (var way in results.GroupBy(one => one.Way))
        {
            Report(way.Key, way.Count(one => one.IsFound), way.Count());
            foreach (var missed in way.Where(one => !one.IsFound).Take(8))
                output.WriteLine($"   missed {missed.Text} | {missed.Entry.Names[0].Text}");
        }

        Report("all", results.Count(one => one.IsFound), results.Count).ShouldBeGreaterThanOrEqualTo(0.91);
    }

    private static bool IsFoundByOtherNames(ListedEntry entry, ListedName name) =>
        entry.Names.Any(other => NameComparer.Normalise(other.Text) != NameComparer.Normalise(name.Text)
            && NameComparer.Compare(new ScreeningName(name.Text, NameKind.Person), other, NameKind.Person).Band is MatchBand.Strong or MatchBand.Possible);

    private double Report(string what, int found, int count)
    {
        output.WriteLine($"{what}: found {found} of {count}, {100.0 * found / count:0.0} %");
        return found / (double)count;
    }

    private static IReadOnlyList<SharedData.Person> People()
    {
        var people = SharedData.UkPeopleWithVariations();
        Assert.SkipWhen(people == null, "The UK Sanctions List (shared/data/uk-sanctions) is not on this machine.");
        return people!;
    }
}
