using System.Globalization;
using System.Text;

namespace CouncilPremises.Application.Lists;

/// <summary>A stretch of a text whose letters stand in the other text too, or do not.</summary>
public sealed record LetterRun(string Text, bool Differs);

/// <summary>Which letters of two words differ. Capitals and marks over letters count as the same.</summary>
public static class LetterDifference
{
    private const int LongestCompared = 200;

    /// <summary>The first text in runs.</summary>
    /// <param name="text">The text to show.</param>
    /// <param name="other">The text it is compared with.</param>
    public static IReadOnlyList<LetterRun> Of(string text, string other)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(other);
        if (text.Length == 0)
            return [];
        if (text.Length > LongestCompared || other.Length > LongestCompared)
            return [new(text, text != other)];
        var same = Shared(Letters(text), Letters(other));
        var runs = new List<LetterRun>();
        var elements = StringInfo.ParseCombiningCharacters(text);
        for (var i = 0; i < elements.Length; i++)
        {
            var letter = text[elements[i]..(i + 1 < elements.Length ? elements[i + 1] : text.Length)];
            var differs = !same[i];
            if (runs.Count > 0 && runs[^1].Differs == differs)
                runs[^1] = runs[^1] with { Text = runs[^1].Text + letter };
            else
                runs.Add(new(letter, differs));
        }
        return runs;
    }

    // The longest letters both have in the same order; true where a letter of the first is among them
    private static bool[] Shared(string[] first, string[] second)
    {
        var longest = new int[first.Length + 1, second.Length + 1];
        for (var i = first.Length - 1; i >= 0; i--)
            for (var j = second.Length - 1; j >= 0; j--)
                longest[i, j] = first[i] == second[j] ? 1 + longest[i + 1, j + 1] : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        var shared = new bool[first.Length];
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
            if (first[i] == second[j])
                (shared[i++], j) = (true, j + 1);
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        return shared;
    }

    private static string[] Letters(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return [.. starts.Select((start, i) => Plain(text[start..(i + 1 < starts.Length ? starts[i + 1] : text.Length)]))];
    }

    private static string Plain(string letter) => string.Concat(letter.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
