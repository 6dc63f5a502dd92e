using System.Xml.Linq;
using CouncilPremises.TestSupport;
using Mono.Cecil;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Architecture;

/// <summary>Each line of the table of rooms, read from what was built and from the project files.</summary>
public class RoomsTests
{
    private static readonly string[] ApplicationMayUse =
    [
        "CouncilPremises.Domain", "CouncilPremises.Screening",
        "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "SQLitePCLRaw", "Npgsql", "EFCore.NamingConventions",
        "Microsoft.AspNetCore.Identity", "Microsoft.Extensions", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Cryptography",
        "MailKit", "MimeKit", "CsvHelper", "Ical.Net", "NodaTime", "ClosedXML", "DocumentFormat.OpenXml", "System.IO.Packaging",
    ];

    [Fact]
    public void Domain_Assembly_UsesOnlyTheBaseLibraryAndStateless() =>
        NotAmong(RoomAssembly.Domain.References, "Stateless").ShouldBeEmpty();

    [Fact]
    public void Screening_Assembly_UsesOnlyTheBaseLibraryAndAnyAscii() =>
        NotAmong(RoomAssembly.Screening.References, "AnyAscii").ShouldBeEmpty();

    [Fact]
    public void Application_Assembly_UsesOnlyItsList() =>
        NotAmong(RoomAssembly.Application.References, ApplicationMayUse).ShouldBeEmpty();

    [Fact]
    public void Web_Assembly_UsesNeitherScreeningNorEntityFramework() =>
        RoomAssembly.Web.References.Where(IsOutOfBoundsForScreens).ShouldBeEmpty();

    [Fact]
    public void Cli_Assembly_UsesNeitherScreeningNorEntityFramework() =>
        RoomAssembly.Cli.References.Where(IsOutOfBoundsForScreens).ShouldBeEmpty();

    [Fact]
    public void Web_Types_NeverTouchTheDatabaseContext() =>
        Names(RoomAssembly.Web.TypesUsing(IsDatabaseContext)).ShouldBeEmpty();

    [Fact]
    public void Cli_Types_NeverTouchTheDatabaseContext() =>
        Names(RoomAssembly.Cli.TypesUsing(IsDatabaseContext)).ShouldBeEmpty();

    [Theory]
    [InlineData("Ical.Net", "CouncilPremises.Application.Calendars")]
    [InlineData("NodaTime", "CouncilPremises.Application.Calendars")]
    [InlineData("ClosedXML", "CouncilPremises.Application.Spreadsheets")]
    [InlineData("DocumentFormat.OpenXml", "CouncilPremises.Application.Spreadsheets")]
    [InlineData("System.IO.Packaging", "CouncilPremises.Application.Spreadsheets")]
    [InlineData("MailKit", "CouncilPremises.Application.Notices")]
    public void Application_Package_IsUsedOnlyInItsFolder(string package, string home)
    {
        var users = RoomAssembly.Application.TypesUsing(type => type.Scope.Name == package);
        Names(users.Where(type => type.Namespace != home && !type.Namespace.StartsWith(home + ".", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CouncilPremises.Domain")]
    [InlineData("CouncilPremises.Screening")]
    [InlineData("CouncilPremises.Application", "CouncilPremises.Domain", "CouncilPremises.Screening")]
    [InlineData("CouncilPremises.Web", "CouncilPremises.Application", "CouncilPremises.Domain")]
    [InlineData("CouncilPremises.Cli", "CouncilPremises.Application", "CouncilPremises.Domain")]
    public void Project_References_PointInwards(string project, params string[] may) =>
        Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Except(may).ShouldBeEmpty();

    [Theory]
    [InlineData("CouncilPremises.Domain", "Stateless")]
    [InlineData("CouncilPremises.Screening", "AnyAscii")]
    [InlineData("CouncilPremises.Cli", "System.CommandLine")]
    public void Project_Packages_AreOnlyThose(string project, params string[] may) =>
        Items(project, "PackageReference").Except(may).ShouldBeEmpty();

    [Fact]
    public void Web_Packages_HoldNoDatabase() =>
        Items("CouncilPremises.Web", "PackageReference").Where(IsOutOfBoundsForScreens).ShouldBeEmpty();

    [Theory]
    [InlineData("CouncilPremises.Domain")]
    [InlineData("CouncilPremises.Screening")]
    public void Project_Framework_IsTheBaseLibraryOnly(string project) => Items(project, "FrameworkReference").ShouldBeEmpty();

    private static bool IsOutOfBoundsForScreens(string name) =>
        name is "CouncilPremises.Screening"
        || new[] { "Microsoft.EntityFrameworkCore", "EFCore.", "Npgsql", "Microsoft.Data.Sqlite", "SQLitePCLRaw" }
            .Any(start => name.StartsWith(start, StringComparison.Ordinal));

    private static bool IsDatabaseContext(TypeReference type) => type.Name.EndsWith("DbContext", StringComparison.Ordinal);

    private static IEnumerable<string> NotAmong(IEnumerable<string> references, params string[] allowed) =>
        references.Where(name => !allowed.Any(one => name == one || name.StartsWith(one + ".", StringComparison.Ordinal)));

    private static IEnumerable<string> Names(IEnumerable<TypeDefinition> types) => types.Select(type => type.FullName).Order();

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Solution.PathTo($"src/{project}/{project}.csproj")).Descendants(kind)
            .Select(item => item.Attribute("Include")?.Value ?? "").Where(name => name.Length > 0);
}
