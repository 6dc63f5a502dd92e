using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CouncilPremises.Application.Publishing;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Publishing;
using CouncilPremises.TestSupport.Publishing;
using CsCheck;
using MiniExcelLibs;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Publishing;

/// <summary>What is published about grants: valid by the schema of 360Giving 1.4, the same in every file, and what people wrote stays what they wrote.</summary>
public partial class PublicationFilesTests
{
    private static readonly DateTime Now = new(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Hostile =
    [
        "=HYPERLINK(\"https://evil.example\",\"x\")", "+44 1632 960100", "-1+1", "@SUM(A1)", "\tTab first", "<script>alert(1)</script>", "two\nlines", "'quoted'", "a, \"b\" & c; d",
        "Cymdeithas Tŷ Gŵyl yr Ŵyn", "جمعية الجيران الخيرية", "Stowarzyszenie „Zażółć gęślą jaźń”", "工作坊 🏛️", "1234", "00123", "1e5", "TRUE", "24/03/2026", "_x0041_", " spaces ", "#REF!", "null",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Publication All() => Published.Checked(
        [Published.Grant(), Published.Least(), .. Hostile.Select((text, at) => Published.Grant(100 + at) with
        {
            Title = text,
            Description = text,
            Department = text,
            FundTitle = text,
            Places = [new(text), new(text, "W05000041"), new(text)],
            Recipient = new PublishedRecipient { Name = text, StableKey = PublishedIdentifiers.KeyFor(Guid.Empty) },
        })]);

    [Fact]
    public async Task Json_EveryKindOfGrant_IsValidBySchema()
    {
        var package = await JsonAsync(All());
        StandardSchema.Mistakes(package).ShouldBeEmpty();
        package["version"]!.GetValue<string>().ShouldBe("1.4");
        package["grants"]!.AsArray().Count.ShouldBe(2 + Hostile.Length);
    }

    [Fact]
    public async Task Json_AGrant_SaysWhatWasGiven()
    {
        var grant = (await JsonAsync(Published.Checked(Published.Grant())))["grants"]![0]!;
        grant.ToJsonString().ShouldBe(JsonNode.Parse("""
            {
              "id": "360G-fallowmere-GR-2026-00001", "title": "Neighbours’ kitchen",
              "description": "Shared meals on Thursdays for families of three estates.\nCooks are paid; rooms are free.",
              "currency": "GBP", "amountAppliedFor": 1500, "amountAwarded": 1234.5, "amountDisbursed": 0, "awardDate": "2026-06-15",
              "plannedDates": [{ "startDate": "2026-07-01", "endDate": "2027-03-31", "duration": 9 }],
              "recipientOrganization": [{ "id": "GB-CHC-1164883", "name": "Mere Neighbours", "charityNumber": "1164883", "companyNumber": "01234567", "postalCode": "FM1 2AB" }],
              "fundingOrganization": [{ "id": "GB-LAE-FLM", "name": "Fallowmere Borough Council", "department": "Communities" }],
              "grantProgramme": [{ "code": "F-1", "title": "Stronger Together" }],
              "fundingType": [{ "code": "FT03", "title": "Project costs" }],
              "fromOpenCall": "Yes", "locationScope": "GLS060",
              "beneficiaryLocation": [{ "name": "Saltmarsh", "countryCode": "GB", "geoCode": "E05000026", "geoCodeType": "WD" }, { "name": "Harbour and Quay", "countryCode": "GB" }],
              "dateModified": "2026-06-16T09:30:00Z"
            }
            """)!.ToJsonString());
    }

    [Fact]
    public async Task Json_UnregisteredGroup_HasItsKeyAndNoPostcode()
    {
        var recipient = (await JsonAsync(Published.Checked(Published.Least())))["grants"]![0]!["recipientOrganization"]![0]!;
        recipient["id"]!.GetValue<string>().ShouldBe("360G-fallowmere-org-d79b6b130cbe");
        recipient["postalCode"].ShouldBeNull();
    }

    [Theory]
    [InlineData("grants/0/id", null)]
    [InlineData("grants/0/title", null)]
    [InlineData("grants/0/description", null)]
    [InlineData("grants/0/currency", null)]
    [InlineData("grants/0/currency", "\"QQQ\"")]
    [InlineData("grants/0/amountAwarded", null)]
    [InlineData("grants/0/amountAwarded", "\"1234.50\"")]
    [InlineData("grants/0/awardDate", null)]
    [InlineData("grants/0/awardDate", "\"15/06/2026\"")]
    [InlineData("grants/0/awardDate", "\"2026-06\"")]
    [InlineData("grants/0/plannedDates/0/startDate", "\"soon\"")]
    [InlineData("grants/0/plannedDates/0/duration", "-1")]
    [InlineData("grants/0/recipientOrganization", null)]
    [InlineData("grants/0/recipientOrganization", "[]")]
    [InlineData("grants/0/recipientOrganization/0/id", null)]
    [InlineData("grants/0/recipientOrganization/0/companyNumber", "1234567")]
    [InlineData("grants/0/fundingOrganization/0/name", null)]
    [InlineData("grants/0/beneficiaryLocation/0/countryCode", "\"XX\"")]
    [InlineData("grants/0/fromOpenCall", "\"yes\"")]
    [InlineData("grants/0/dateModified", "\"2026-06-16\"")]
    [InlineData("grants", "[]")]
    [InlineData("version", "\"latest\"")]
    [InlineData("license", "\"open\"")]
    public async Task Schema_BrokenOnce_SeesIt(string path, string? value)
    {
        var package = await JsonAsync(Published.Checked(Published.Grant()));
        StandardSchema.Mistakes(package).ShouldBeEmpty();
        var steps = path.Split('/');
        var at = steps[..^1].Aggregate(package, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (value is null)
            at.AsObject().Remove(steps[^1]).ShouldBeTrue();
        else
            at[steps[^1]] = JsonNode.Parse(value);
        StandardSchema.Mistakes(package).ShouldNotBeEmpty();
    }

    [Fact]
    public Task Checks_WhateverTheyLetThrough_IsValidBySchema()
    {
        var text = Gen.OneOf(AnyOf(Hostile), Gen.String, Gen.Const(""));
        var day = Gen.Int[-200_000, 200_000].Select(days => Published.Today.AddDays(days % 10 == 0 ? days : days % 400));
        var place = Gen.Select(text, AnyOf<string?>(null, "E05000026", "E05"), (name, ward) => new PublishedPlace(name, ward));
        var recipient = Gen.Select(text, AnyOf<string?>(null, "1164883", "SC012345", "12"), AnyOf<string?>(null, "42", "SC12345", "no"), AnyOf<string?>(null, "org-1"), text,
            (name, charity, company, key, postcode) => new PublishedRecipient { Name = name, CharityNumber = charity, CompanyNumber = company, StableKey = key, PostalCode = postcode });
        var grant = Gen.Select(text, text, recipient, Gen.Select(day, day, day, Gen.Int[-1, 20]), Gen.Long[-1, 1_000_000_000], place.Array[0, 3], AnyOf<string?>(null, "FT03", "FT"), text)
            .Select((title, description, to, days, pence, places, type, department) => Published.Grant() with
            {
                Title = title,
                Description = description,
                Recipient = to,
                AwardDate = days.Item1,
                PlannedStart = days.Item2,
                PlannedEnd = days.Item3,
                PlannedMonths = days.Item4,
                Awarded = new Money(pence),
                Places = [.. places],
                FundingType = type,
                Department = department,
            });
        return grant.Array[40].SampleAsync(async grants =>
        {
            var publication = Published.Checked([.. grants.Select((one, at) => one with { Reference = $"GR-{at}" }), Published.Least()]);
            var package = await JsonAsync(publication);
            StandardSchema.Mistakes(package).ShouldBeEmpty();
            (await GrantsOfWorkbookAsync(publication)).ShouldBe(Canonical(package["grants"]!));
        }, iter: 25);
    }

    [Fact]
    public void Fields_Headings_AreTheSchemasTitlesForTheirPlaces()
    {
        foreach (var field in GrantFields.Of(Published.Checked(Published.Grant() with { Places = [new("Saltmarsh")] })))
            StandardSchema.GrantTitles[field.Title].ShouldBe(field.Path);
        foreach (var field in GrantFields.OfPackage(Now))
            StandardSchema.PackageTitles[field.Title].ShouldBe(field.Path);
    }

    [Fact]
    public async Task Workbook_ConvertedByTheSchemasTitles_IsTheJson()
    {
        var publication = All();
        var package = await JsonAsync(publication);
        (await GrantsOfWorkbookAsync(publication)).ShouldBe(Canonical(package["grants"]!));

        using var file = await WorkbookAsync(publication);
        file.GetSheetNames().ShouldBe(["grants", "Meta"]);
        var meta = file.Query(useHeaderRow: false, sheetName: "Meta").Cast<IDictionary<string, object?>>().ToDictionary(row => (string)row["A"]!, row => row["B"]);
        meta["Version"].ShouldBe("1.4");
        package.AsObject().Remove("grants");
        Canonical(Unflatten(meta.Select(pair => (StandardSchema.PackageTitles[pair.Key], pair.Value)))).ShouldBe(Canonical(package));
    }

    [Fact]
    public async Task Workbook_HostileText_IsNoFormulaAndNumbersKeepTheirZeros()
    {
        using var file = await WorkbookAsync(All());
        var rows = file.Query(useHeaderRow: true, sheetName: "grants").Cast<IDictionary<string, object?>>().ToList();
        rows.Skip(2).Select(row => row["Recipient Org:Name"]).ShouldBe(Hostile);
        rows[0]["Recipient Org:Company Number"].ShouldBe("01234567");
        rows[0]["Amount Awarded"].ShouldBe(1234.5);
        file.Position = 0;
        using var zip = new System.IO.Compression.ZipArchive(file);
        foreach (var part in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await part.OpenAsync(Ct));
            Formula().IsMatch(await reader.ReadToEndAsync(Ct)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Json_Letters_StayReadableAndMarkupIsEscaped()
    {
        using var file = new MemoryStream();
        await PublicationFiles.WriteJsonAsync(All(), Now, file, Ct);
        var text = Encoding.UTF8.GetString(file.ToArray());
        text.ShouldContain("جمعية الجيران الخيرية");
        text.ShouldContain("Gŵyl yr Ŵyn");
        text.ShouldContain("Zażółć gęślą jaźń");
        text.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task TransparencyList_Rows_AreWhatTheCodeAsksFor()
    {
        var company = Published.Grant(3) with { Recipient = new PublishedRecipient { Name = "=Tŷ, Ltd", CompanyNumber = "42" }, Purpose = null, Description = "@home" };
        using var file = new MemoryStream();
        await PublicationFiles.WriteTransparencyListAsync(Published.Checked(Published.Grant(), Published.Least(), company), file, Ct);
        Encoding.UTF8.GetString(file.ToArray()).ShouldBe(
            "\uFEFFDate awarded,Period,Department,Beneficiary,Registration number,Purpose,Amount\r\n"
            + "2026-06-15,1 July 2026 to 31 March 2027,Communities,Mere Neighbours,1164883,Shared meals,1234.50\r\n"
            + "2026-09-01,,,Green Watch,,Bulbs for the green,80.00\r\n"
            + "2026-06-15,1 July 2026 to 31 March 2027,Communities,\"'=Tŷ, Ltd\",00000042,'@home,1234.50\r\n");
    }

    [Fact]
    public async Task Files_NothingToPublish_AreNotWritten()
    {
        using var file = new MemoryStream();
        await Should.ThrowAsync<InvalidOperationException>(() => PublicationFiles.WriteJsonAsync(Published.Checked(), Now, file, Ct));
        await Should.ThrowAsync<InvalidOperationException>(() => PublicationFiles.WriteWorkbookAsync(Published.Checked(), Now, file, Ct));
        await Should.ThrowAsync<InvalidOperationException>(() => PublicationFiles.WriteTransparencyListAsync(Published.Checked(), file, Ct));
        file.Length.ShouldBe(0);
    }

    private static Gen<T> AnyOf<T>(params T[] members) => Gen.Int[0, members.Length - 1].Select(at => members[at]);

    private static async Task<JsonNode> JsonAsync(Publication publication)
    {
        using var file = new MemoryStream();
        await PublicationFiles.WriteJsonAsync(publication, Now, file, Ct);
        file.Position = 0;
        return (await JsonNode.ParseAsync(file, cancellationToken: Ct))!;
    }

    private static async Task<MemoryStream> WorkbookAsync(Publication publication)
    {
        var file = new MemoryStream();
        await PublicationFiles.WriteWorkbookAsync(publication, Now, file, Ct);
        file.Position = 0;
        return file;
    }

    private static async Task<string> GrantsOfWorkbookAsync(Publication publication)
    {
        using var file = await WorkbookAsync(publication);
        return Canonical(new JsonArray([.. file.Query(useHeaderRow: true, sheetName: "grants").Cast<IDictionary<string, object?>>()
            .Select(row => (JsonNode)Unflatten(row.Select(cell => (PathOf(cell.Key), cell.Value))))]));
    }

    // "Beneficiary Location:1:Name" is the second of "Beneficiary Location:Name"
    private static string PathOf(string heading)
    {
        var number = Number().Match(heading);
        return number.Success ? StandardSchema.GrantTitles[Number().Replace(heading, ":")].Replace("/0/", $"/{number.Groups[1].Value}/", StringComparison.Ordinal) : StandardSchema.GrantTitles[heading];
    }

    private static JsonObject Unflatten(IEnumerable<(string Path, object? Value)> cells)
    {
        var root = new JsonObject();
        foreach (var (path, value) in cells.Where(cell => cell.Value is not null))
        {
            var steps = path.Split('/');
            JsonNode at = root;
            foreach (var (step, next) in steps.Zip(steps.Skip(1)))
            {
                JsonNode fresh = int.TryParse(next, out _) ? new JsonArray() : new JsonObject();
                if (!int.TryParse(step, out var index))
                    at = at[step] ??= fresh;
                else if (index == at.AsArray().Count)
                    at.AsArray().Add(at = fresh);
                else
                    at = at[index]!;
            }

            at[steps[^1]] = value is double number ? JsonValue.Create((decimal)number) : JsonValue.Create((string)value!);
        }

        return root;
    }

    // Objects by name, numbers in their shortest form: what does not matter in JSON
    private static string Canonical(JsonNode node) => node switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"\"{member.Key}\":{Canonical(member.Value!)}"))}}}",
        JsonArray items => $"[{string.Join(",\n", items.Select(item => Canonical(item!)))}]",
        _ when node.GetValueKind() == System.Text.Json.JsonValueKind.Number => decimal.Parse(node.ToJsonString(), CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    [GeneratedRegex(@":(\d+):")]
    private static partial Regex Number();

    [GeneratedRegex(@"<(\w+:)?f[ >]")]
    private static partial Regex Formula();
}
