using Shouldly;
using Xunit;

namespace CouncilPremises.Screening.Tests;

/// <summary>Community groups, charities, faith bodies and companies as they hire halls, against the bodies of the UK list and the proscribed ones: at most one in a hundred may alert.</summary>
[Trait("Rule", "XREF")]
public class InnocentBodiesTests(ITestOutputHelper output)
{
    private static readonly string[] Places =
    [
        "Ashford", "Barnsley", "Bolton", "Bradford", "Brixton", "Cardiff", "Croydon", "Dudley", "Ealing", "Hackney", "Haringey", "Kirklees", "Leeds", "Leicester", "Luton", "Newham",
        "Oldham", "Peckham", "Rochdale", "Salford", "Slough", "Southall", "Swansea", "Walsall", "Wembley",
    ];

    private static readonly string[] Bodies =
    [
        "{0} Islamic Centre", "{0} Muslim Welfare Association", "Al-Noor Academy {0}", "{0} Central Mosque Trust", "Jamia Masjid {0}", "Al Madina Education Trust {0}", "Dar ul Uloom {0}",
        "{0} Somali Community Association", "Islamic Relief Volunteers {0}", "{0} Hindu Temple Society", "Guru Nanak Gurdwara {0}", "{0} Tamil Cultural Society", "{0} Kurdish Community Centre",
        "{0} Iranian Women's Group", "{0} Ukrainian Club", "{0} Russian Saturday School Ltd", "{0} Syrian Families CIO", "{0} Palestine Solidarity Choir", "Friends of Al-Aqsa {0}",
        "{0} Irish Centre Ltd", "{0} Loyal Orange Band", "St Mary's Church {0}", "{0} Baptist Fellowship", "1st {0} Scouts", "{0} Youth Boxing Club", "{0} Community Kitchen CIC",
        "{0} Energy Co-operative Limited", "{0} Trading Company Ltd", "{0} Engineering Society", "{0} Investment Club", "{0} Shipping Museum Trust", "{0} Defence Veterans Association",
        "{0} Freedom Church", "People's History Group {0}", "{0} Workers Education Association", "National Action on Poverty {0}", "{0} Liberation Theology Circle", "Red Hand Pottery {0}",
        "{0} International Development Network", "{0} Arab Cultural Foundation", "{0} Afghan Youth Football Club", "{0} Chinese Lunch Club",
    ];

    [Fact]
    public void EverydayBodies_AgainstTheUkAndProscribedLists_SeldomAlert()
    {
        var bodies = SharedData.UkBodies();
        Assert.SkipWhen(bodies == null, "The UK Sanctions List (shared/data/uk-sanctions) is not on this machine.");
        var index = ScreeningIndex.Build([.. bodies!, .. SharedData.Proscribed()]);
        var names = Bodies.SelectMany(body => Places.Select(place => string.Format(System.Globalization.CultureInfo.InvariantCulture, body, place))).ToList();
        var alerts = names.Select(name => (name, found: index.Find(new ScreeningName(name, NameKind.Organisation)))).Where(one => one.found.Count > 0).ToList();

        foreach (var (name, found) in alerts.Take(20))
            output.WriteLine($"wrong {name} | {found[0].ListedName.Text} {found[0].Score:0.00}");
        output.WriteLine($"{alerts.Count} of {names.Count} everyday bodies found alike, {100.0 * alerts.Count / names.Count:0.0} %");
        (alerts.Count / (double)names.Count).ShouldBeLessThanOrEqualTo(0.01);
    }
}
