using CouncilPremises.Application.Lists;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Seeding;

/// <summary>The first edition of every screening list of the demonstration council, imported as the operator would.</summary>
internal static class DemoLists
{
    private static readonly (ListCode List, string[] Files)[] Lists =
    [
        (ListCode.L1, ["proscribed.csv"]),
        (ListCode.L2, ["uk-sanctions-list.csv"]),
        (ListCode.L3, ["removed-trustees.csv", "disqualified-directors.csv"]),
    ];

    /// <summary>Imports them.</summary>
    public static async Task ImportAsync(ListImports imports, SeedFolder folder, CancellationToken cancellationToken)
    {
        foreach (var (list, files) in Lists)
        {
            var uploads = files.Select(file => new ListUpload(file, folder.List(file))).ToList();
            try
            {
                var outcome = await imports.ImportAsync(new ImportList(list, uploads), Actor.System, null, cancellationToken);
                if (!outcome.Succeeded)
                    throw new SeedException($"The seeded list {list} cannot be imported. {string.Join(" ", outcome.Refusals.Select(refusal => refusal.Sentence))}");
            }
            finally
            {
                foreach (var upload in uploads)
                    await upload.Content.DisposeAsync();
            }
        }
    }
}
