using CouncilPremises.Application.Database;
using CouncilPremises.Application.Policies;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>A part of a list as the page and the command show it.</summary>
/// <param name="List">The list.</param>
/// <param name="Name">What it holds, in words.</param>
/// <param name="Edition">The edition in use; null where there is none.</param>
/// <param name="AgeInDays">Days since the edition was imported or last changed.</param>
/// <param name="Warning">What somebody should do; null when all is well.</param>
/// <param name="WaitingId">The edition that somebody has to look at; null when none waits.</param>
public sealed record ListInUse(ListCode List, string Name, EditionInUse? Edition, int? AgeInDays, string? Warning, Guid? WaitingId = null)
{
    /// <summary>How the trying of live names against the last change stands; null before the first.</summary>
    public RescreeningProgress? Rescreening { get; init; }
}

/// <summary>How far live names have been tried against the last change.</summary>
public sealed record RescreeningProgress(int CasesDone, int HitsFound, DateTime? FinishedUtc);

/// <summary>An edition in use.</summary>
public sealed record EditionInUse(Guid Id, int Number, string FileName, string Hash, DateOnly? PublishedOn, DateTime ImportedUtc, int EntryCount)
{
    internal static EditionInUse Of(ListVersion version) =>
        new(version.Id, version.Number, version.FileName, version.Hash, version.PublishedOn, version.ImportedUtc, version.EntryCount);
}

/// <summary>A possible match of a name tried outside a case.</summary>
public sealed record NameFound(ListCode List, string Key, string EntryName, string MatchedName, double Score, string Band, IReadOnlyList<string> Why);

/// <summary>Reads about the lists.</summary>
public sealed class ListQueries(AppDbContext db, CouncilTime time, ScreeningLists lists, PolicySource policies)
{
    /// <summary>At most this many possible matches are shown.</summary>
    public const int MostFound = 50;

    /// <summary>Every part of every list with its edition in use, age and warning; the council's own decisions among them.</summary>
    public async Task<IReadOnlyList<ListInUse>> AllAsync(CancellationToken cancellationToken)
    {
        var versions = await db.ListVersions.AsNoTracking().Where(v => v.IsLive || (v.IsComplete && v.Number == 0)).ToListAsync(cancellationToken);
        var live = versions.Where(v => v.IsLive).Select(v => v.Id).ToList();
        var rescreenings = await db.Rescreenings.AsNoTracking().Where(r => r.Part != null && live.Contains(r.ToVersionId!.Value)).ToDictionaryAsync(r => r.Part!.Value, cancellationToken);
        var policy = await policies.InForceAsync(time.Today, cancellationToken);
        return [.. Enum.GetValues<ListCode>().SelectMany(list => list == ListCode.L4
            ? [new ListInUse(list, NameOf(list), null, null, null)]
            : ListUpkeep.PartsOf(list).Select(part => Row(part, versions, policy) with { Rescreening = Progress(rescreenings.GetValueOrDefault(part)) }))];
    }

    /// <summary>How many of the council's own decisions are tried today.</summary>
    public async Task<int> OwnDecisionsAsync(CancellationToken cancellationToken) =>
        (await lists.CurrentAsync(db, time, cancellationToken)).Entries.Keys.Count(key => key.StartsWith(nameof(ListCode.L4), StringComparison.Ordinal));

    /// <summary>Tries one name against the lists in use, outside any case. Nothing is recorded.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isPerson">True for a person, false for a body, null when nobody knows.</param>
    /// <param name="list">The list to look at; null for all.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task<IReadOnlyList<NameFound>> FindAsync(string name, bool? isPerson, ListCode? list, CancellationToken cancellationToken)
    {
        var kind = isPerson switch { true => NameKind.Person, false => NameKind.Organisation, null => NameKind.Unknown };
        var snapshot = await lists.CurrentAsync(db, time, cancellationToken);
        return [.. snapshot.Index.Find(new ScreeningName(name, kind), new ScreeningOptions(MostMatches: int.MaxValue))
            .Select(m => new NameFound(Enum.Parse<ListCode>(m.Entry.List), m.Entry.Key, m.Entry.Names[0].Text, m.ListedName.Text, m.Score, m.Band.ToString(), [.. m.Evidence.Select(e => e.Sentence)]))
            .Where(found => list is null || found.List == list).Take(MostFound)];
    }

    private ListInUse Row(ListPart part, List<ListVersion> versions, Policy policy)
    {
        var version = versions.FirstOrDefault(v => v.Part == part && v.IsLive);
        int? age = version is null ? null : time.Today.DayNumber - CouncilTime.DayOf(version.ImportedUtc).DayNumber;
        return new ListInUse(ListUpkeep.ListOf(part), ListFormats.NameOf(part), version is null ? null : EditionInUse.Of(version), age,
            Warning(part, version, policy), versions.FirstOrDefault(v => v.Part == part && v.IsWaiting)?.Id);
    }

    private static RescreeningProgress? Progress(Rescreening? rescreening) =>
        rescreening is null ? null : new(rescreening.CasesDone, rescreening.HitsFound, rescreening.FinishedUtc);

    // The United Nations list and product 192 are further sources: their absence is no mistake
    private string? Warning(ListPart part, ListVersion? version, Policy policy) => part switch
    {
        ListPart.Proscribed or ListPart.UkSanctions or ListPart.RemovedAndDisqualified when version is null =>
            "No edition has been imported: no name is tried against this list.",
        _ when version is null => null,
        _ when ListUpkeep.IsTooOld(part, CouncilTime.DayOf(version.ImportedUtc), time.Today, policy) =>
            $"Imported more than {policy.ListLimitDays} days ago: no case is recorded Clear until you import the publisher’s newest file.",
        _ when ListUpkeep.IsStale(part, CouncilTime.DayOf(version.ImportedUtc), time.Today, policy) =>
            $"Imported more than {policy.ListWarningDays} days ago. Import the publisher’s newest file.",
        _ => null,
    };

    /// <summary>What a list holds, in words.</summary>
    public static string NameOf(ListCode list) => list switch
    {
        ListCode.L1 => "Proscribed organisations",
        ListCode.L2 => "UK Sanctions List",
        ListCode.L3 => "Removed trustees and disqualified directors",
        ListCode.L4 => "This council's own decisions of the last 24 months",
        ListCode.L5 => "Notices from partners",
    };
}
