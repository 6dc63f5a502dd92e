using System.Text.RegularExpressions;
using CouncilPremises.TestSupport;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Documents;

/// <summary>docs/actions-and-audit.md lists exactly the acts that the code writes to the audit.</summary>
public partial class ActionsAndAuditTests
{
    private const string Document = "docs/actions-and-audit.md";

    /// <summary>Moves the system takes by itself; their entries are named after the workflow's act.</summary>
    private static readonly string[] Derived = ["Case.CloseReferral", "Case.ReopenChecks", "Case.Refer", "Case.MakeReady"];

    /// <summary>Words of the same shape that name no act.</summary>
    private static readonly string[] OtherWords = ["Event.Title", "CellValue.Invariant", "When.FirstDay", "RegAddress.PostCode"];

    [Fact]
    public void Document_ListsEveryAct_AndNoOther() =>
        Listed().Order(StringComparer.Ordinal).ShouldBe(InSource().Order(StringComparer.Ordinal));

    [Fact]
    public void Document_EachAct_IsListedOnce() => Listed().ShouldBeUnique();

    private static List<string> Listed() =>
        [.. File.ReadLines(Solution.PathTo(Document)).Select(line => Row().Match(line)).Where(match => match.Success).Select(match => match.Groups["act"].Value)];

    private static List<string> InSource() =>
        [.. Solution.SourceFiles("src/CouncilPremises.Application", ".cs")
            .SelectMany(path => Act().Matches(File.ReadAllText(Solution.PathTo(path))))
            .Select(match => match.Groups["act"].Value)
            .Concat(Derived).Except(OtherWords).Distinct()];

    [GeneratedRegex("""^\| `(?<act>[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+)` \|""")]
    private static partial Regex Row();

    [GeneratedRegex("\"(?<act>[A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+)\"")]
    private static partial Regex Act();
}
