using CsCheck;
using Xunit;

namespace CouncilPremises.Screening.Tests;

/// <summary>What must hold for any text whatever.</summary>
[Trait("Rule", "XREF")]
public class PropertyTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 60],
        Pick("", " ", "\0", "\uD800", "\uDC00x", "()", "((", ",", ", ,", "t/a", "Ltd", "al", "1", "\u200B\u200B", "عبد", "👩‍👩‍👧", "abd", "Mr", "ovich"),
        Gen.String[Gen.Char["abcdehimnorsu'-., ()&0123АИнй王"], 0, 60]);

    private static readonly Gen<string> Word = Gen.String[Gen.Char["abcdefghijklmnoprstuvyz"], 4, 9];

    private static readonly Gen<NameKind> AnyKind = Pick(NameKind.Unknown, NameKind.Person, NameKind.Organisation, NameKind.Vessel);

    [Fact]
    public void Compare_AnyTexts_GivesAScoreAndNeverThrows() =>
        Gen.Select(AnyText, AnyText, AnyKind, AnyKind).Sample((name, listed, kind, listedKind) =>
        {
            var comparison = NameComparer.Compare(new ScreeningName(name, kind), new ListedName(listed), listedKind);
            return comparison.Score is >= 0 and <= 1 && (comparison.Band == MatchBand.None || comparison.Evidence.Count > 0);
        });

    [Fact]
    public void Compare_AnyNameWithLetters_IsStrongAgainstItself() =>
        Gen.Select(AnyText, Pick(NameKind.Person, NameKind.Organisation)).Where((name, _) => NameComparer.Normalise(name).Length > 0).Sample((name, kind) =>
            NameComparer.Compare(new ScreeningName(name, kind), new ListedName(name), kind) is { Band: MatchBand.Strong, Score: 1 });

    [Fact]
    public void Find_AnyNameWithLetters_IsFoundInTheIndex() =>
        AnyText.Where(name => NameComparer.Normalise(name).Length > 0).Sample(name =>
            ScreeningIndex.Build([new ListedEntry("L1", "1", NameKind.Person, [new ListedName(name)])])
                .Find(new ScreeningName(name, NameKind.Person)) is [{ Band: MatchBand.Strong }]);

    [Fact]
    public void Normalise_Twice_IsTheSameAsOnce() =>
        AnyText.Sample(text => NameComparer.Normalise(NameComparer.Normalise(text)) == NameComparer.Normalise(text));

    [Fact]
    public void Compare_CaseAndSpacing_ChangeNothing() =>
        Gen.Select(Word, Word, Word, Word).Sample((a, b, c, d) =>
        {
            var plain = Score($"{a} {b}", $"{c} {d}");
            return plain == Score($"  {a.ToUpperInvariant()}   {b.ToUpperInvariant()} ", $"{c}  {d}");
        });

    [Fact]
    public void Compare_PersonEitherWayRound_IsTheSame() =>
        Gen.Select(Word, Word).Where((a, b) => a != b).Sample((a, b) =>
            NameComparer.Compare(new ScreeningName($"{b}, {a}", NameKind.Person), new ListedName($"{a} {b}"), NameKind.Person).Band == MatchBand.Strong);

    [Fact]
    public void Find_EveryLetterLeftOutOrDoubled_AgreesWithCompare()
    {
        string[] listed = ["Josephine Anne HARBOTTLE", "Sergei Viktorovich CHEMEZOV", "Ismail HANIYA", "Temitope OKONKWO-BRIGHT", "Nizar TRABELSI", "Pavel ROGOV"];
        var index = ScreeningIndex.Build(listed.Select((name, i) => new ListedEntry("L2", $"{i}", NameKind.Person, [new ListedName(name)])));
        var slips = from which in Enumerable.Range(0, listed.Length)
                    from at in Enumerable.Range(0, listed[which].Length)
                    from slip in new[] { listed[which].Remove(at, 1), listed[which].Insert(at, listed[which].Substring(at, 1)) }
                    select (which, slip);

        foreach (var (which, slip) in slips)
        {
            var name = new ScreeningName(slip, NameKind.Person);
            var isAlike = NameComparer.Compare(name, new ListedName(listed[which]), NameKind.Person).Band != MatchBand.None;
            Assert.True(isAlike == index.Find(name).Any(match => match.Entry.Key == $"{which}"), slip);
        }
    }

    private static readonly Gen<string> CommonName =
        Pick("Mohammed", "Ahmed", "Ali", "Hassan", "Khan", "Hussain", "Ibrahim", "Smith", "Jones", "Singh", "Kaur", "Patel", "Sergei", "Vladimir", "Maria", "Kim", "Nguyen");

    private static readonly Gen<string> ListedPerson = Gen.Select(Gen.OneOf(CommonName, Word), Gen.OneOf(CommonName, Word), Gen.OneOf(CommonName, Word), (a, b, c) => $"{a} {b} {c.ToUpperInvariant()}");

    [Fact]
    public void Compare_PersonWordsInAnyOrder_IsTheSame() =>
        Gen.Select(ListedPerson, Gen.OneOf(CommonName, Word), Gen.OneOf(CommonName, Word), Gen.OneOf(CommonName, Word)).Sample((listed, a, b, c) =>
        {
            string[] orders = [$"{a} {b} {c}", $"{c} {a} {b}", $"{b} {c} {a}", $"{c} {b} {a}"];
            return orders.Select(name => Band(name, listed)).Distinct().Count() == 1;
        });

    [Fact]
    public void Compare_PersonWordsInAnyOrder_GivesTheSameScore() =>
        Gen.Select(Gen.OneOf(CommonName, Word).Array[2, 4], Gen.OneOf(CommonName, Word).Array[2, 4], Gen.Int[0, 1000], Gen.Bool).Sample((name, other, seed, isPart) =>
        {
            // Either two unrelated names, or a name and a part of it with one word more
            var listed = isPart ? [.. name.Skip(1), other[0]] : other;
            var score = Score(string.Join(' ', name), string.Join(' ', listed));
            var (turned, turnedListed) = (Turned(name, seed), Turned(listed, seed / 7));
            return Math.Abs(score - Score(turned, string.Join(' ', listed))) < 1e-9 && Math.Abs(score - Score(string.Join(' ', name), turnedListed)) < 1e-9;
        });

    [Fact]
    public void Compare_NameInAnyCase_IsTheSame() =>
        Gen.Select(ListedPerson, Gen.OneOf(CommonName, Word), Gen.OneOf(CommonName, Word), Gen.OneOf(CommonName, Word)).Sample((listed, a, b, c) =>
        {
            var plain = Score($"{a} {b} {c}", listed);
            return plain == Score($"{a} {b} {c.ToUpperInvariant()}", listed) && plain == Score($"{a} {b} {c}".ToUpperInvariant(), listed)
                && plain == Score($"{a} {b} {c}".ToLowerInvariant(), listed) && plain == Score($"\u200B {a}\u00A0{b}  {c} \u200D", listed);
        });

    [Fact]
    public void Find_EveryAlert_HasASentenceOfEvidence() =>
        Gen.Select(ListedPerson.Array[1, 8], ListedPerson, AnyText).Sample((listed, name, text) =>
        {
            var index = ScreeningIndex.Build(listed.Select((one, i) => new ListedEntry("L2", $"{i}", NameKind.Unknown, [new ListedName(one)])).Append(new ListedEntry("L1", "x", NameKind.Unknown, [new ListedName(text)])));
            return new[] { name, text, listed[0] }.SelectMany(one => index.Find(new ScreeningName(one))).All(match => match.Evidence.Any(one => one.IsFor && one.Sentence.EndsWith('.')));
        });

    [Fact]
    public void Compare_HonorificsAndMarks_ChangeNothing() =>
        Gen.Select(ListedPerson, Gen.OneOf(CommonName, Word), Word, Pick("Mr", "Mrs", "Dr", "Prof.", "Rev.", "Sir")).Sample((listed, a, b, title) =>
        {
            var plain = Score($"{a} {b}", listed);
            return plain == Score($"{title} {a} {b}", listed) && plain == Score($"{a} {b}".Replace("e", "é", StringComparison.Ordinal).Replace("o", "ö", StringComparison.Ordinal), listed);
        });

    [Fact]
    public void Compare_CommonWordsOnly_NeverAlertsOnAnotherFamilyName() =>
        Gen.Select(CommonName, CommonName, CommonName, Word).Sample((a, b, c, family) =>
            Band($"{a} {b} {c}", $"{a} {b} {family.ToUpperInvariant()}qz") == MatchBand.None && Band($"{a} {b}", $"{a} {b} {family.ToUpperInvariant()}qz") == MatchBand.None);

    [Fact]
    public void Find_Twice_GivesTheSameAnswer() =>
        Gen.Select(ListedPerson.Array[1, 8], ListedPerson).Sample((listed, name) =>
        {
            var entries = listed.Select((text, i) => new ListedEntry("L2", $"{i}", NameKind.Person, [new ListedName(text)])).ToList();
            string Ask() => string.Join(';', ScreeningIndex.Build(entries).Find(new ScreeningName(name, NameKind.Person)).Select(match => $"{match.Entry.Key} {match.Band} {match.Order}"));
            return Ask() == Ask();
        });

    private static MatchBand Band(string name, string listed) =>
        NameComparer.Compare(new ScreeningName(name, NameKind.Person), new ListedName(listed), NameKind.Person).Band;

    private static string Turned(string[] words, int seed)
    {
        var turned = (string[])words.Clone();
        new Random(seed).Shuffle(turned);
        return string.Join(' ', turned);
    }

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static double Score(string name, string listed) =>
        NameComparer.Compare(new ScreeningName(name, NameKind.Person), new ListedName(listed), NameKind.Person).Score;
}
