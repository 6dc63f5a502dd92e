using System.Xml.Linq;
using CouncilPremises.TestSupport;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Documents;

/// <summary>Every package has a stated reason in docs/decisions/packages.md, and no other has one.</summary>
public class PackagesTests
{
    [Fact]
    public void Packages_Each_HasAReason()
    {
        var packages = XDocument.Load(Solution.PathTo("Directory.Packages.props")).Descendants("PackageVersion").Select(item => item.Attribute("Include")!.Value);
        var reasons = File.ReadLines(Solution.PathTo("docs/decisions/packages.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 4 && cells[1] != "Package" && !cells[1].StartsWith('-') && cells[2].Length > 0)
            .Select(cells => cells[1]);
        reasons.Order(StringComparer.Ordinal).ShouldBe(packages.Order(StringComparer.Ordinal));
    }
}
