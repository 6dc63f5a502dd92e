using System.Text;
using CouncilPremises.Application.Lists;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

[Trait("Rule", "REG")]
public class PublicRegisterTests
{
    private const string CompanyHeading = "CompanyName, CompanyNumber,RegAddress.PostCode,CompanyStatus,PreviousName_1.CONDATE, PreviousName_1.CompanyName\r\n";
    private const string Companies = CompanyHeading + "\"MARLPOOL POTTERY LIMITED\",\"03349296\",\"ZZ99 9ZZ\",\"Active\",\"\",\"\"\r\n\"LOSCOE KITES CIC\",\"SC698783\",\"ZZ99 9ZZ\",\"Liquidation\",\"01/02/2003\",\"MARLPOOL KITES CIC\"\r\n";
    private const string CharityHeading = "date_of_extract\tregistered_charity_number\tlinked_charity_number\tcharity_name\tcharity_registration_status\tcharity_company_registration_number\n";
    private const string Charities = CharityHeading + "2026-10-01\t1900002\t0\tCalder \"Open Door\" Society\tRegistered\t09000002\n2026-10-01\t1900002\t1\tCalder Society Building Fund\tRegistered\t\n";
    private const string CharitiesJson = """[{"registered_charity_number": 1900002, "linked_charity_number": 0, "charity_name": "Calder \"Open Door\" Society", "charity_registration_status": "Registered", "charity_company_registration_number": "09000002", "charity_has_land": false}, {"registered_charity_number": 1900002, "linked_charity_number": 1, "charity_name": "Calder Society Building Fund", "charity_registration_status": "Registered", "charity_company_registration_number": null}]""";

    [Theory]
    [InlineData(Companies, "3349296", null, "MARLPOOL POTTERY LIMITED")]
    [InlineData(Companies, "sc 698783", "Somebody Else", "LOSCOE KITES CIC")] // the number decides
    [InlineData(Companies, "00000001", "Marlpool Kites", "LOSCOE KITES CIC")] // by its former name
    [InlineData(Companies, null, "Marlpool Pottery Ltd", "MARLPOOL POTTERY LIMITED")]
    [InlineData(Charities, "1900002", null, "Calder \"Open Door\" Society")]
    [InlineData(Charities, "9000002", null, "Calder \"Open Door\" Society")] // by its number at Companies House
    [InlineData(Charities, null, "Calder Open Door Society", "Calder \"Open Door\" Society")]
    [InlineData(CharitiesJson, "1900002-1", null, "Calder Society Building Fund")]
    [InlineData("\uFEFF" + CharitiesJson, "1900002", "Calder Open Door Society", "Calder \"Open Door\" Society")]
    public async Task Lookup_ByNumberThenName_FindsTheBody(string file, string? number, string? name, string expected)
    {
        var (errors, lookup) = await ReadAsync(file, number, name);

        errors.ShouldBeEmpty();
        lookup.Found.ShouldHaveSingleItem().Body.Name.ShouldBe(expected);
    }

    [Fact]
    public async Task Lookup_NumberOfAnotherName_SaysThatTheNameIsAnother()
    {
        var match = (await ReadAsync(Companies, "03349296", "Ashford Rowing Club")).Lookup.Found.ShouldHaveSingleItem();

        (match.NumberAgrees, match.NameAgrees, match.Body.Status).ShouldBe((true, false, "Active"));
    }

    [Fact]
    public async Task Read_TextAndJsonOfOneRegister_GiveTheSameBodies() =>
        (await BodiesAsync(Charities)).ShouldBe(await BodiesAsync(CharitiesJson));

    [Theory]
    [InlineData("nonsense", 1, "neither the basic company data")]
    [InlineData("", 1, "neither the basic company data")]
    [InlineData(CompanyHeading, 1, "no records")]
    [InlineData("[]", 1, "no records")]
    [InlineData("CompanyName,Number,RegAddress.PostCode,CompanyStatus\nA,1,,Active\n", 1, "no column “CompanyNumber”")]
    [InlineData(Companies + "\"HALF A RO", 4, "cannot be read")]
    [InlineData(Companies + "\"NO NUMBER LTD\",\"\",\"\",\"Active\",\"\",\"\"\r\n", 4, "no registered number")]
    [InlineData(Companies + "\"SHORT ROW LTD\",\"123\"\r\n", 4, "2 cells where the heading has 6")]
    [InlineData("date_of_extract\tnumber\tlinked_charity_number\tcharity_name\n", 1, "no column “registered_charity_number”")]
    [InlineData(Charities + "2026-10-01\t1900", 4, "2 cells where the heading has 6")]
    [InlineData(Charities + "2026-10-01\t1900003\t0\tCaf\u00C3\u00A9 Club\tRegistered\t\n", 4, "garbled")]
    [InlineData("[{\"registered_charity_number\": 1, \"name\": \"X\"}]", 1, "Record 1: There is no name.")]
    public async Task Read_DamagedFile_IsRefusedWithTheLine(string file, int line, string reason)
    {
        var (errors, _) = await ReadAsync(file, "1", null);

        errors[0].Line.ShouldBe(line);
        errors[0].Sentence.ShouldContain(reason);
    }

    [Fact]
    public async Task Read_JsonCutShort_IsRefused() =>
        (await ReadAsync(CharitiesJson[..^40], "1", null)).Errors.ShouldHaveSingleItem().Sentence.ShouldContain("cut short");

    private static async Task<List<string>> BodiesAsync(string file)
    {
        var bodies = new List<string>();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        (await PublicRegisterFile.ReadAsync(content, body => bodies.Add($"{body.Number} {body.Name} {body.Status} {body.CompanyNumber}".Trim()), null, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        return bodies;
    }

    private static async Task<(IReadOnlyList<ListFileError> Errors, PublicRegisterLookup Lookup)> ReadAsync(string file, string? number, string? name)
    {
        var lookup = new PublicRegisterLookup(number, name);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(file));
        return (await PublicRegisterFile.ReadAsync(content, lookup.Take, null, TestContext.Current.CancellationToken), lookup);
    }
}
