using System.Text.Json;
using System.Text.Json.Serialization;

namespace CouncilPremises.Application.Seeding;

/// <summary>The files of the demonstration council: <c>seed/</c>, copied beside every build and publish.</summary>
public sealed class SeedFolder
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly string root;

    /// <summary>The folder at a configured path, or the copy that lies beside the program when none is configured.</summary>
    public SeedFolder(string? configuredPath = null) =>
        root = string.IsNullOrWhiteSpace(configuredPath) ? Path.Combine(AppContext.BaseDirectory, "seed") : configuredPath;

    /// <summary>The council, its venues and spaces.</summary>
    public PremisesFile Premises() => Read<PremisesFile>("premises.json");

    /// <summary>Council staff, group people and their password.</summary>
    public PeopleFile People() => Read<PeopleFile>("people.json");

    /// <summary>Organisations with office-holders and members.</summary>
    public OrganisationsFile Organisations() => Read<OrganisationsFile>("organisations.json");

    /// <summary>Applications and how far each is walked.</summary>
    public ApplicationsFile Applications() => Read<ApplicationsFile>("applications.json");

    /// <summary>Funds for grants with their rounds.</summary>
    public FundsFile Funds() => Read<FundsFile>("funds.json");

    /// <summary>Applications for grants and how far each is walked.</summary>
    public GrantsFile Grants() => Read<GrantsFile>("grants.json");

    /// <summary>Bank holidays of England and Wales as GOV.UK publishes them.</summary>
    public BankHolidayDivision BankHolidays() =>
        Read<Dictionary<string, BankHolidayDivision>>("bank-holidays-england-and-wales.json")["england-and-wales"];

    /// <summary>The exact text of a declaration version.</summary>
    public string Declaration(int version) => Text($"declarations/v{version}.md");

    /// <summary>Opens a list file of <c>lists/</c>.</summary>
    public Stream List(string fileName) => File.OpenRead(PathTo($"lists/{fileName}"));

    private T Read<T>(string relative)
    {
        using var stream = File.OpenRead(PathTo(relative));
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new SeedException($"{relative} is empty.");
        }
        catch (JsonException broken)
        {
            throw new SeedException($"{relative} cannot be read: {broken.Message}", broken);
        }
    }

    private string Text(string relative) => File.ReadAllText(PathTo(relative));

    private string PathTo(string relative)
    {
        var path = Path.Combine(root, relative.Replace('/', Path.DirectorySeparatorChar));
        return File.Exists(path)
            ? path
            : throw new SeedException($"The seed file {relative} was not found in {Path.GetFullPath(root)}. Set Seed:Folder to the folder that holds it.");
    }
}
