using System.Globalization;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>A name to try, and as what.</summary>
public sealed record NameToTry(string Text, NameTriedAs As, NameKind Kind)
{
    /// <summary>What else is known, such as a body's registered numbers and postcode.</summary>
    public IdentifyingFacts Facts { get; init; } = IdentifyingFacts.None;

    /// <summary>As the comparer takes it.</summary>
    public ScreeningName ToScreening() => new(Text, Kind) { Facts = Facts };
}

/// <summary>A name that is like an entry of a list.</summary>
internal sealed record FoundMatch(NameToTry Name, NameMatch Match)
{
    /// <summary>The list.</summary>
    public ListCode List { get; } = Enum.Parse<ListCode>(Match.Entry.List);
}

/// <summary>Trying a case's names against the lists: XREF. Without hits it records itself Clear; a hit is a Refer, never a verdict.</summary>
public sealed class ScreeningRuns(AppDbContext db, CouncilTime time, AuditLog audit, ScreeningLists lists, CaseNotices notices, HitAlerts alerts)
{
    /// <summary>Evidence of a record made while an edition was too old for anybody to be recorded Clear by it.</summary>
    public const string TooOld = "lists too old";

    /// <summary>Tries every name of the case and adds the record and its hits to the save under way. Hits known already are not raised again,
    /// nor false matches remembered for the same name and an unchanged entry.</summary>
    public async Task RunAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var snapshot = await lists.CurrentAsync(db, time, cancellationToken);
        var names = file.NamesToTry;
        var found = await SettleKnownAsync(file.Case.OrganisationId, file.Hits, snapshot, Shown(Matches(names, snapshot.Index), file), cancellationToken);
        await RecordAsync(file, snapshot, names, found, cancellationToken);
    }

    /// <summary>Tries the case's names against entries that a new edition brought or changed. Only what is new is recorded. Says how many hits.</summary>
    internal async Task<int> RunChangedAsync(CaseFile file, ScreeningIndex changed, CancellationToken cancellationToken)
    {
        if (!file.Needs(CheckCode.XREF))
            return 0;
        var snapshot = await lists.CurrentAsync(db, time, cancellationToken);
        var names = file.NamesToTry;
        var found = await SettleKnownAsync(file.Case.OrganisationId, file.Hits, snapshot, Shown(Matches(names, changed), file), cancellationToken);
        if (found.Count == 0)
            return 0;
        await RecordAsync(file, snapshot, names, found, cancellationToken);
        // The booking stands unless somebody holds it. RULEBOOK 5.
        if (file.Case.State == CaseState.Confirmed)
            await alerts.QueueAsync(file, cancellationToken);
        return found.Count;
    }

    /// <summary>The names that are like an entry.</summary>
    internal static IReadOnlyList<FoundMatch> Matches(IReadOnlyList<NameToTry> names, ScreeningIndex index) =>
        [.. from name in names
            from match in index.Find(name.ToScreening())
            where Concerns(name, match)
            select new FoundMatch(name, match)];

    /// <summary>Of what was found, what must be raised. A hit that nobody has closed is brought up to date where its entry changed; a false match
    /// is passed over while name and entry are as they were. RULEBOOK 5.</summary>
    internal async Task<IReadOnlyList<FoundMatch>> SettleKnownAsync(
        Guid organisationId, IReadOnlyList<Hit> hits, ScreeningSnapshot snapshot, IReadOnlyList<FoundMatch> found, CancellationToken cancellationToken)
    {
        var fresh = new List<FoundMatch>();
        foreach (var one in found)
        {
            if (snapshot.Entries.GetValueOrDefault($"{one.List}:{one.Match.Entry.Key}") is not { } entry)
                continue;
            var earlier = hits.Where(h => h.List == one.List && h.EntryKey == one.Match.Entry.Key && h.NameTried == one.Name.Text).ToList();
            if (earlier.FirstOrDefault(h => h.State != HitState.Resolved) is { } open)
            {
                if (open.EntryHash != entry.Hash)
                    open.Renew(entry.Edition, Describe(one, entry));
            }
            else if (!earlier.Exists(h => h.Resolution == HitResolution.Confirmed || h.EntryHash == entry.Hash)
                && !await IsRememberedAsync(organisationId, one, entry.Hash, cancellationToken))
                fresh.Add(one);
        }
        return fresh;
    }

    // Of similar names those of the weakest band the council wants to see, or stronger. Weak aliases match exactly only, and are always shown.
    // What the council decided on this very case says nothing new about it
    private static IReadOnlyList<FoundMatch> Shown(IReadOnlyList<FoundMatch> found, CaseFile file) =>
        [.. found.Where(one => (one.Match.Band != MatchBand.Possible || file.Policy.HitsFromBand != nameof(MatchBand.Strong))
            && (one.List != ListCode.L4 || file.Decisions.All(decision => decision.Id.ToString("N") != one.Match.Entry.Key)))];

    // L3 is tried for office-holders and payees only. RULEBOOK 5.
    private static bool Concerns(NameToTry name, NameMatch match) =>
        match.Entry.List != nameof(ListCode.L3) || name.As is NameTriedAs.OfficeHolder or NameTriedAs.Payee;

    private async Task<bool> IsRememberedAsync(Guid organisationId, FoundMatch found, string hash, CancellationToken cancellationToken)
    {
        var (list, entryKey, nameKey) = (found.List, found.Match.Entry.Key, NameKeys.Of(organisationId, found.Name.Text));
        var remembered = await db.FalseMatches.FirstOrDefaultAsync(
            m => m.NameKey == nameKey && m.List == list && m.EntryKey == entryKey && m.EntryHash == hash, cancellationToken);
        remembered?.Seen(time.NowUtc);
        return remembered is not null;
    }

    private async Task RecordAsync(
        CaseFile file, ScreeningSnapshot snapshot, IReadOnlyList<NameToTry> names, IReadOnlyList<FoundMatch> found, CancellationToken cancellationToken)
    {
        var record = Record(file, snapshot, names, found.Count + file.OpenHits == 0);
        foreach (var one in found)
            Raise(file, snapshot, record, one);
        audit.Append(Actor.System, "Check.Record", new AuditSubject("Check", record.Id, file.Case.Id), new { code = CheckCode.XREF, record.Outcome, names = names.Count, hits = found.Count });
        if (found.Count > 0 && file.Case.State != CaseState.Confirmed)
            await notices.QueueAsync(NoticeCode.N5, file, cancellationToken);
    }

    private CheckRecord Record(CaseFile file, ScreeningSnapshot snapshot, IReadOnlyList<NameToTry> names, bool isClear)
    {
        var evidence = new Dictionary<string, string>
        {
            ["names tried"] = string.Join("; ", names.Select(name => name.Text)),
            ["lists"] = string.Join("; ", snapshot.Versions.Select(v =>
                string.Create(CultureInfo.InvariantCulture, $"{v.List} edition {v.Number}, {v.PublishedOn ?? CouncilTime.DayOf(v.ImportedUtc):yyyy-MM-dd}"))),
        };
        var old = snapshot.Versions.Where(v => ListUpkeep.IsTooOld(v.Part, CouncilTime.DayOf(v.ImportedUtc), time.Today, file.Policy)).ToList();
        if (old.Count > 0)
            evidence[TooOld] = string.Join("; ", old.Select(v => $"{ListFormats.NameOf(v.Part)} was imported more than {file.Policy.ListLimitDays} days ago. Ask an administrator to import the newest, then look the names up again."));
        var finding = new CheckFinding(
            isClear && old.Count == 0 ? CheckOutcome.Clear : CheckOutcome.Refer,
            evidence,
            CheckRules.ValidUntil(CheckCode.XREF, time.Today, null, file.Policy),
            file.Latest(CheckCode.XREF)?.Id)
        { ListVersionIds = [.. snapshot.Versions.Select(v => v.Id)] };
        var target = new CheckTarget(CheckSubject.Case, file.Case.OrganisationId, file.Case.Id);
        var record = new CheckRecord(Guid.CreateVersion7(), CheckCode.XREF, target, finding, Actor.System.Id, time.NowUtc);
        db.CheckRecords.Add(record);
        file.Add(record);
        return record;
    }

    private void Raise(CaseFile file, ScreeningSnapshot snapshot, CheckRecord record, FoundMatch found)
    {
        var entry = snapshot.Entries[$"{found.List}:{found.Match.Entry.Key}"];
        var hit = new Hit(Guid.CreateVersion7(), file.Case.Id, record.Id, found.List, entry.Edition, Describe(found, entry), time.NowUtc);
        db.Hits.Add(hit);
        file.Add(hit);
        audit.Append(Actor.System, "Hit.Raise", new AuditSubject("Hit", hit.Id, file.Case.Id), new { list = found.List, found.Match.Entry.Key });
    }

    private static HitMatch Describe(FoundMatch found, ScreenedEntry entry)
    {
        var match = found.Match;
        return new HitMatch(found.Name.Text, found.Name.As, match.Entry.Key, entry.Hash, match.Entry.Names[0].Text, match.ListedName.Text,
            match.Score, match.Band.ToString(), [.. match.Evidence.Select(e => e.Sentence)])
        { Order = match.Order, Rules = [.. match.Evidence.Where(e => e.IsFor).Select(e => e.Kind.ToString()).Distinct()] };
    }
}

/// <summary>The key under which a false match is remembered: a name, normalised, in one organisation.</summary>
public static class NameKeys
{
    /// <summary>The key of a name tried for an organisation.</summary>
    public static string Of(Guid organisationId, string name)
    {
        var key = $"{organisationId:N}:{NameComparer.Normalise(name)}";
        return key.Length <= 400 ? key : key[..400];
    }
}
