using System.Globalization;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>A bar of a chart.</summary>
/// <param name="Kind">What it stands for, which chooses its colour in the style sheet: "asked".</param>
/// <param name="Value">How long it is.</param>
/// <param name="Text">What it says beside it, so that colour is never alone: "£5,000 asked".</param>
public sealed record Bar(string Kind, long Value, string Text);

/// <summary>Bars under one label.</summary>
public sealed record BarGroup(string Label, IReadOnlyList<Bar> Bars);

/// <summary>A bar chart as the server draws it. Lengths are shares of the width, letters keep their size, so it is read on a phone as at a desk.
/// The same numbers stand in a table below.</summary>
/// <param name="Id">Its id on the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What is to be seen in it, for those who do not see it.</param>
/// <param name="Groups">Its bars.</param>
public sealed record BarChart(string Id, string Title, string Description, IReadOnlyList<BarGroup> Groups)
{
    private const double Longest = 46;
    private const int LongestLabel = 32;
    private const int LabelHeight = 24;
    private const int BarHeight = 20;
    private const int Gap = 12;

    private readonly long most = Groups.SelectMany(group => group.Bars).Select(bar => bar.Value).DefaultIfEmpty(0).Max();

    /// <summary>Its height.</summary>
    public int Height => Groups.Sum(HeightOf);

    /// <summary>Where a group begins, from the top.</summary>
    public int Top(int group) => Groups.Take(group).Sum(HeightOf);

    /// <summary>Where a bar of a group begins, from the top.</summary>
    public int Top(int group, int bar) => Top(group) + LabelHeight + (bar * BarHeight);

    /// <summary>A bar's share of the width.</summary>
    public string Width(Bar bar)
    {
        ArgumentNullException.ThrowIfNull(bar);
        return (most == 0 ? 0 : Longest * bar.Value / most).ToString("0.##", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>A label that fits a phone; the table has all of it.</summary>
    public static string Fitted(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";
    }

    private static int HeightOf(BarGroup group) => LabelHeight + (group.Bars.Count * BarHeight) + Gap;
}
