using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>How often names of one group bring up somebody on a list who has nothing to do with them.</summary>
/// <param name="Name">The group of names.</param>
/// <param name="Names">Names in the sample.</param>
/// <param name="Alerted">Of these, names for which the product would raise at least one hit.</param>
public sealed record GroupAlerts(string Name, int Names, int Alerted)
{
    /// <summary>Names alerted in a thousand.</summary>
    public double PerThousand => Names == 0 ? 0 : 1000.0 * Alerted / Names;
}

/// <summary>What officers made of hits of one sort.</summary>
/// <param name="Sort">A list, a band or a rule.</param>
/// <param name="Resolved">Hits that two people resolved.</param>
/// <param name="FalseMatches">Of these, false matches.</param>
/// <param name="Confirmed">Of these, confirmed.</param>
public sealed record ResolvedShare(string Sort, int Resolved, int FalseMatches, int Confirmed)
{
    /// <summary>False matches in a hundred; null without any resolved.</summary>
    public double? FalsePercent => Resolved == 0 ? null : 100.0 * FalseMatches / Resolved;
}

/// <summary>The fairness report.</summary>
/// <param name="Groups">Alerts on everyday names by group of names, most first.</param>
/// <param name="All">The same over all groups.</param>
/// <param name="ListedNames">Entries of the lists in use.</param>
/// <param name="ByList">What officers made of hits, by list.</param>
/// <param name="ByBand">The same by band.</param>
/// <param name="ByRule">The same by rule of the matcher; a hit counts for each rule that spoke for it.</param>
/// <param name="Since">Hits agreed since then are counted.</param>
public sealed record FairnessReport(
    IReadOnlyList<GroupAlerts> Groups, GroupAlerts All, int ListedNames,
    IReadOnlyList<ResolvedShare> ByList, IReadOnlyList<ResolvedShare> ByBand, IReadOnlyList<ResolvedShare> ByRule, DateTime Since)
{
    /// <summary>True for a group that is alerted on clearly more often than names in general: twice as often, and more than five in a thousand.</summary>
    public bool StandsOut(GroupAlerts group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.PerThousand > 5 && group.PerThousand > 2 * All.PerThousand;
    }
}

/// <summary>The alerts on everyday names for the lists in use: computed when first asked for, and again when a list changes.</summary>
public sealed class EverydayAlerts : IDisposable
{
    /// <summary>How many names of each group are tried.</summary>
    public const int NamesOfGroup = 256;

    private readonly SemaphoreSlim computing = new(1, 1);
    private (string Key, IReadOnlyList<GroupAlerts> Groups) known = ("none", []);

    /// <summary>The alerts of every group.</summary>
    public async Task<IReadOnlyList<GroupAlerts>> OfAsync(ScreeningSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        await computing.WaitAsync(cancellationToken);
        try
        {
            if (known.Key != snapshot.Key)
                known = (snapshot.Key, Compute(snapshot.Index, cancellationToken));
            return known.Groups;
        }
        finally
        {
            computing.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => computing.Dispose();

    private static List<GroupAlerts> Compute(ScreeningIndex index, CancellationToken cancellationToken)
    {
        var groups = new List<GroupAlerts>();
        foreach (var group in EverydayNames.Groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var names = group.FullNames(NamesOfGroup);
            groups.Add(new GroupAlerts(group.Name, names.Count, names.Count(name => index.Find(new ScreeningName(name, NameKind.Person)).Count > 0)));
        }
        return groups;
    }
}

/// <summary>Whom the matcher alerts on: everyday names by group of names, and what officers made of its hits. Nobody is profiled: the groups
/// are of names in a made-up sample, never of applicants.</summary>
public sealed class FairnessReports(AppDbContext db, CouncilTime time, ScreeningLists lists, EverydayAlerts everyday)
{
    private static readonly string[] Bands = ["Strong", "Possible", "WeakAlias"];

    private const int MostCounted = 5000;

    /// <summary>The report for the lists in use and the hits of the last twenty-four months.</summary>
    public async Task<FairnessReport> ReadAsync(CancellationToken cancellationToken)
    {
        var snapshot = await lists.CurrentAsync(db, time, cancellationToken);
        var groups = await everyday.OfAsync(snapshot, cancellationToken);
        var since = time.NowUtc.AddMonths(-24);
        var hits = await db.Hits.AsNoTracking().Where(h => h.State == HitState.Resolved && h.AgreedUtc > since)
            .OrderByDescending(h => h.AgreedUtc).Take(MostCounted)
            .Select(h => new Resolved(h.List, h.Band, h.Rules, h.Resolution)).ToListAsync(cancellationToken);
        return new FairnessReport(
            [.. groups.OrderByDescending(group => group.PerThousand).ThenBy(group => group.Name, StringComparer.Ordinal)],
            new GroupAlerts("All", groups.Sum(group => group.Names), groups.Sum(group => group.Alerted)),
            snapshot.Index.EntryCount,
            [.. Enum.GetValues<ListCode>().Select(list => Share($"{list} {ListQueries.NameOf(list)}", hits.Where(hit => hit.List == list)))],
            [.. Bands.Select(band => Share(band == "WeakAlias" ? "Weak alias" : band, hits.Where(hit => hit.Band == band)))],
            [.. hits.SelectMany(hit => hit.Rules).Distinct().Select(rule => Share(RuleInWords(rule), hits.Where(hit => hit.Rules.Contains(rule)))).OrderByDescending(share => share.Resolved)],
            since);
    }

    private static ResolvedShare Share(string sort, IEnumerable<Resolved> hits)
    {
        var all = hits.ToList();
        return new(sort, all.Count, all.Count(hit => hit.Resolution == HitResolution.FalseMatch), all.Count(hit => hit.Resolution == HitResolution.Confirmed));
    }

    private static string RuleInWords(string rule) => Enum.TryParse<EvidenceKind>(rule, out var kind) && Words.TryGetValue(kind, out var words) ? words : rule;

    private static readonly Dictionary<EvidenceKind, string> Words = new()
    {
        [EvidenceKind.Exact] = "The same letters",
        [EvidenceKind.Spelling] = "Known spellings of one name",
        [EvidenceKind.Nickname] = "A short or pet form",
        [EvidenceKind.Joined] = "Written as one word or as two",
        [EvidenceKind.Sound] = "Sounds alike",
        [EvidenceKind.Typing] = "A slip of the pen",
        [EvidenceKind.Initial] = "An initial that fits",
        [EvidenceKind.Acronym] = "The first letters of the words",
        [EvidenceKind.BirthDateAgrees] = "The date of birth agrees",
        [EvidenceKind.BirthYearAgrees] = "The year of birth agrees",
        [EvidenceKind.PostcodeAgrees] = "A postcode agrees",
        [EvidenceKind.NumberAgrees] = "A registered number agrees",
    };

    private sealed record Resolved(ListCode List, string Band, IReadOnlyList<string> Rules, HitResolution? Resolution);
}
