using System.Diagnostics;
using System.Globalization;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Application.Tests.Calendars;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Shouldly;
using Xunit;
using Case = CouncilPremises.Domain.Cases.Case;

namespace CouncilPremises.Application.Tests.Spreadsheets;

/// <summary>The auditor's workbook, opened by a second library and by LibreOffice.</summary>
public abstract class AuditExportTests(TestDatabase database)
{
    private static readonly string[] SheetNames =
    [
        "Cover", "Bookings", "Grants", "Budget", "Outcomes", "Scores", "Payments", "Reports", "Recoveries", "Variations", "Checks", "Declarations", "DBS (masked)", "Hits", "Consultations", "Decisions", "Conditions", "Waivers", "Exceptions", "Reviews", "Notices", "Events", "Published grants", "Self-assessments",
    ];

    private static readonly AuditFilter Quarter = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_OfAQuarter_HoldsEverySheetWithTrueTypes()
    {
        var auditor = await A.Person().Named("Ada Auditor").Staff(Roles.Auditor).AddAsync(database);
        var (@case, _) = await AddCaseAsync("2026-02-03");
        await AddCaseAsync("2027-02-03", sentLater: true);

        var (stream, result) = await ExportAsync(Quarter, auditor);
        stream.GetSheetNames().ShouldBe(SheetNames);
        foreach (var name in SheetNames.Skip(1))
            Headings(stream, name).Take(4).ShouldBe(["Reference", "Created", "Changed", "Officer"]);

        var booking = Rows(stream, "Bookings").Where(row => (string?)row["Reference"] == @case.Reference).ShouldHaveSingleItem();
        booking["Title"].ShouldBe("=cmd|' /C calc'!A0");
        booking["Day"].ShouldBe(new DateTime(2026, 2, 3));
        booking["Starts"].ShouldBe(new DateTime(2026, 2, 3, 19, 0, 0));
        booking["Hours"].ShouldBe(2d);
        booking["Price of the room"].ShouldBe(49d);
        booking["Tier"].ShouldBe("Standard");
        booking["Created"].ShouldBeOfType<DateTime>();

        var decision = Rows(stream, "Decisions").Single(row => (string?)row["Decision"] == "Approve" && (string?)row["Reference"] == @case.Reference);
        decision["Decider"].ShouldBe("Olu Officer");
        decision["Recommender"].ShouldBe("Olu Officer");
        decision["P2"].ShouldBe("The evidence, its source and its date.");
        Rows(stream, "Checks").ShouldContain(row => (string?)row["Check"] == "REG" && (string?)row["Evidence"] == "number: 1100001");
        Rows(stream, "DBS (masked)").Where(row => (string?)row["Reference"] == @case.Reference).ShouldHaveSingleItem()["Certificate (masked)"].ShouldBe("********1234");
        var exceptions = Rows(stream, "Exceptions").Where(row => (string?)row["Reference"] == @case.Reference).ToList();
        exceptions.Select(row => row["Kind"]).ShouldBe(["Expired at decision", "Blocked: S1"], ignoreOrder: true);
        Rows(stream, "Events").ShouldContain(row => (string?)row["Action"] == "Decision.Approve" && (string?)row["Refused"] == "Yes");

        var cover = Rows(stream, "Cover").ToDictionary(row => (string)row["What"]!, row => row["Value"]);
        cover["Marking"].ShouldBe("OFFICIAL-SENSITIVE");
        cover["Exported by"].ShouldBe("Ada Auditor");
        cover["First day"].ShouldBe(new DateTime(2026, 1, 1));
        cover["SHA-256 of the sheets"].ShouldBe(result.Digest);
        Convert.ToInt32(cover["Rows in Bookings"], CultureInfo.InvariantCulture).ShouldBe(Rows(stream, "Bookings").Count);
    }

    [Fact]
    public async Task Export_OfAGrant_HoldsItsLinesOutcomesAndScores()
    {
        var grant = await A.Grant().OfferedAsync(database, await GrantTeam.AddAsync(database));
        var (from, until) = (database.Time.Today.AddDays(-40), database.Time.Today.AddDays(1));
        var (stream, _) = await ExportAsync(new AuditFilter(from, until, null), Actor.System);
        List<IDictionary<string, object?>> Of(string sheet) => [.. Rows(stream, sheet).Where(row => (string?)row["Reference"] == grant.Reference)];

        var row = Of("Grants").ShouldHaveSingleItem();
        (row["Asked"], row["Awarded"], row["State of the award"]).ShouldBe((4800d, 4800d, "Offered"));
        Of("Budget").Sum(line => (double)line["Requested"]!).ShouldBe(4800d);
        Of("Outcomes").ShouldHaveSingleItem()["Target"].ShouldBe(120d);
        Of("Scores").Count.ShouldBe(12, "two people, six criteria");
        Of("Decisions").Count.ShouldBe(2, "a recommendation and an award by another");
        Of("Published grants").ShouldBeEmpty("an offer that is not accepted is not published");
    }

    [Fact]
    public async Task Export_OfPaidGrants_HoldsEveryPaymentReportAndException()
    {
        var team = await GrantTeam.AddAsync(database);
        var grant = await A.Grant().ActiveAsync(database, team);
        await grant.ReleaseAsync(1, team.OtherFinance);
        var file = await database.MakeFileAsync(team.OtherFinance);
        await grant.SendReportAsync(1, Money.Pounds(1_500), Money.Pounds(800));
        await grant.AcceptReportAsync(1, team.Officer);
        var back = new RecoverMoney(RecoveryKind.Recover, Money.Pounds(100), "Two evenings were not held, so their food was not bought.", await grant.VersionAsync());
        (await database.With<AwardEndings, Outcome>(e => e.RecoverAsync(grant.Reference, back, team.Officer, Ct))).Refusals.ShouldBeEmpty();
        var (id, today) = ((await grant.CaseAsync()).Id, database.Time.Today);
        await database.With<AppDbContext>(async db =>
        {
            await db.GrantReports.Where(r => r.CaseId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.DueOn, today.AddDays(-1)), Ct);
            await db.Recoveries.Where(r => r.CaseId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.DueOn, today.AddDays(-1)), Ct);
        });
        var (stream, _) = await ExportAsync(new AuditFilter(today.AddDays(-40), today.AddDays(1), null), Actor.System);
        List<IDictionary<string, object?>> Of(string sheet) => [.. Rows(stream, sheet).Where(row => (string?)row["Reference"] == grant.Reference)];

        var paid = Of("Payments");
        paid.Select(row => (row["Amount"], row["State"], row["In file"], row["Account ends"])).ShouldBe([(2400d, "Sent", file, "3445"), (2400d, "Planned", null, null)]);
        (paid[0]["Account verified by"], paid[0]["Officer"]).ShouldBe(("Lucy Tran", "Peter Adeyemi"), "who verified did not release");
        Of("Reports").Select(row => (row["State"], row["Spent"])).ShouldBe([("Accepted", 2300d), ("Awaited", null)]);
        Of("Recoveries").ShouldHaveSingleItem()["Amount"].ShouldBe(100d);
        (Of("Outcomes").ShouldHaveSingleItem() is var outcome ? (outcome["Target"], outcome["Reached"], outcome["In report"]) : default).ShouldBe((120d, 60d, 1d));
        Of("Exceptions").Select(row => row["Kind"]).ShouldBe(["Late report", "Money not paid back"], ignoreOrder: true);
    }

    [Fact]
    public async Task Export_IsItselfAudited()
    {
        var auditor = await A.Person().Staff(Roles.Auditor).AddAsync(database);
        var (_, result) = await ExportAsync(Quarter, auditor);
        var entry = await database.With<AppDbContext, AuditEntry>(db =>
            db.AuditEntries.Where(e => e.Action == "Export.Audit" && e.ActorId == auditor.Id).SingleAsync(Ct));
        var detail = await database.With<AppDbContext, AuditDetail>(db => db.AuditDetails.SingleAsync(d => d.EntryId == entry.Id, Ct));
        detail.Json.ShouldContain(result.Digest);
    }

    [Fact]
    public async Task Export_ByAnybodyElse_IsRefusedAndLogged()
    {
        var approver = await A.Person().Staff(Roles.FacilitiesApprover | Roles.Administrator).AddAsync(database);
        using var stream = new MemoryStream();
        var outcome = await database.With<AuditExport, Outcome<AuditExportResult>>(export => export.WriteAsync(Quarter, stream, approver, null, Ct));
        outcome.Refusals.ShouldHaveSingleItem().Code.ShouldBe("Permission");
        stream.Length.ShouldBe(0);
        (await database.With<AppDbContext, bool>(db => db.AuditEntries.AnyAsync(e => e.ActorId == approver.Id && e.WasRefused, Ct))).ShouldBeTrue();
    }

    [Fact]
    public async Task Export_OfAVenue_LeavesOutTheOthers()
    {
        var hall = await A.Hall().Named("Other Hall").AddAsync(database);
        var group = await A.Group().AddAsync(database);
        var here = await database.AddBookingAsync(group, hall.PartA, ["2026-02-17"]);
        await AddCaseAsync("2026-02-18");

        var (stream, _) = await ExportAsync(Quarter with { VenueId = hall.Venue.Id }, Actor.System);
        Rows(stream, "Bookings").ShouldHaveSingleItem()["Reference"].ShouldBe(here.Reference);
        Rows(stream, "Events").ShouldAllBe(row => (string?)row["Reference"] == here.Reference);
    }

    [Theory]
    [InlineData("2026-03-31", "2026-01-01", "Period")]
    [InlineData("1066-01-01", "2026-01-01", "Period")]
    public async Task Export_PeriodThatCannotBe_IsRefused(string from, string to, string code)
    {
        using var stream = new MemoryStream();
        var filter = new AuditFilter(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture), null);
        (await database.With<AuditExport, Outcome<AuditExportResult>>(export => export.WriteAsync(filter, stream, Actor.System, null, Ct)))
            .Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public async Task Export_InLibreOffice_Opens()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/soffice"), "LibreOffice is not installed.");
        await AddCaseAsync("2026-02-24");
        var (stream, _) = await ExportAsync(Quarter, Actor.System);
        var folder = Directory.CreateTempSubdirectory("libreoffice-");
        try
        {
            var path = Path.Combine(folder.FullName, "audit.xlsx");
            await File.WriteAllBytesAsync(path, stream.ToArray(), Ct);
            // The second sheet as CSV, with values as shown
            var start = new ProcessStartInfo("/usr/bin/soffice")
            {
                ArgumentList =
                {
                    $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,2", "--outdir", folder.FullName, path,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var office = Process.Start(start)!;
            await office.WaitForExitAsync(Ct).WaitAsync(TimeSpan.FromMinutes(2), Ct);
            var csv = await File.ReadAllTextAsync(folder.GetFiles("*.csv").ShouldHaveSingleItem().FullName, Ct);
            csv.ShouldStartWith("Reference,Created,Changed,Officer,Sent,");
            csv.Split('\n').ShouldContain(line => line.Contains("24/02/2026", StringComparison.Ordinal));
            csv.ShouldContain("=cmd|' /C calc'!A0");
            csv.ShouldContain("£49.00");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<(Case Case, Actor Officer)> AddCaseAsync(string day, bool sentLater = false)
    {
        var (group, hall) = (await A.Group().AddAsync(database), await A.Hall().AddAsync(database));
        var officer = await A.Person().Named("Olu Officer").Staff(Roles.FacilitiesOfficer).AddAsync(database);
        if (sentLater)
            database.Clock.Advance(TimeSpan.FromDays(200));
        var now = database.Time.NowUtc;
        var @case = await database.AddBookingAsync(group, hall.PartA, [day], answers: new HireAnswers { Event = new EventAnswers { Title = "=cmd|' /C calc'!A0" } });
        await database.With<AppDbContext>(async db =>
        {
            var target = new CheckTarget(CheckSubject.Organisation, group.Organisation.Id, null);
            var record = new CheckRecord(Guid.CreateVersion7(), CheckCode.REG, target,
                new CheckFinding(CheckOutcome.Clear, new Dictionary<string, string> { ["number"] = "1100001" }, DateOnly.FromDateTime(now).AddDays(-1)), officer.Id, now);
            var nothing = new DecisionGrounds(null, "", new Dictionary<string, string>(), true);
            var recommended = new Decision(Guid.CreateVersion7(), @case.Id, DecisionKind.RecommendApproval, nothing, new DecisionBasis(1, 1, null, []), officer.Id, now);
            var grounds = nothing with { Answers = new Dictionary<string, string> { ["P2"] = "The evidence, its source and its date." } };
            db.CheckRecords.Add(record);
            db.Decisions.AddRange(recommended, new Decision(Guid.CreateVersion7(), @case.Id, DecisionKind.Approve, grounds, new DecisionBasis(1, 1, recommended.Id, [record.Id]), officer.Id, now));
            db.DbsConfirmations.Add(new DbsConfirmation(Guid.CreateVersion7(), group.Organisation.Id, new DbsFacts(
                "Ada Lee", DbsRole.ChildrenOften, DbsLevel.EnhancedWithBarredList, DbsWorkforce.Child, BarredLists.Children, "********1234", new DateOnly(2025, 5, 1), DbsMethod.GroupConfirmation, true), group.Lead.Id, now));
            await db.SaveChangesAsync(Ct);
        });
        await database.With<AuditLog>(audit => audit.RefusedAsync(officer, "Decision.Approve", new AuditSubject("Case", @case.Id, @case.Id), [new Refusal("S1", "No."), new Refusal("Tier", "No.")], Ct));
        return (@case, officer);
    }

    private async Task<(MemoryStream Stream, AuditExportResult Result)> ExportAsync(AuditFilter filter, Actor actor)
    {
        var stream = new MemoryStream();
        var outcome = await database.With<AuditExport, Outcome<AuditExportResult>>(export => export.WriteAsync(filter, stream, actor, null, Ct));
        outcome.Refusals.ShouldBeEmpty();
        return (stream, outcome.Value);
    }

    private static List<IDictionary<string, object?>> Rows(MemoryStream stream, string sheet)
    {
        stream.Position = 0;
        return [.. stream.Query(useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object?>>()];
    }

    private static IEnumerable<object?> Headings(MemoryStream stream, string sheet)
    {
        stream.Position = 0;
        return stream.Query(useHeaderRow: false, sheetName: sheet).Cast<IDictionary<string, object?>>().First().Values;
    }
}

public class SqliteAuditExportTests(SqliteDatabase database) : AuditExportTests(database), IClassFixture<SqliteDatabase>;

public class PostgresAuditExportTests(PostgresDatabase database) : AuditExportTests(database), IClassFixture<PostgresDatabase>;
