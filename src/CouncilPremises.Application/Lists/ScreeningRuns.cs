using System.Globalization;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Lists;

/// <summary>A name to try, and as what.</summary>
public sealed record NameToTry(string Text, NameTriedAs As, NameKind Kind);

/// <summary>Trying a case's names against the lists: XREF. Without hits it records itself Clear; a hit is a Refer, never a verdict.</summary>
public sealed class ScreeningRuns(AppDbContext db, CouncilTime time, AuditLog audit, ScreeningLists lists, CaseNotices notices)
{
    /// <summary>Tries every name of the case and adds the record and its hits to the save under way. Hits known already are not raised again,
    /// nor false matches remembered for the same name and an unchanged entry.</summary>
    public async Task RunAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var snapshot = await lists.CurrentAsync(db, time, cancellationToken);
        var names = NamesToTry.Of(file);
        var found = new List<FoundMatch>();
        foreach (var name in names)
            foreach (var match in snapshot.Index.Find(new ScreeningName(name.Text, name.Kind)))
                if (Concerns(name, match) && !await IsKnownAsync(file, snapshot, name, match, cancellationToken))
                    found.Add(new FoundMatch(name, match));

        var record = Record(file, snapshot, names, found.Count + file.OpenHits == 0);
        foreach (var (name, match) in found)
            Raise(file, snapshot, record, name, match);
        audit.Append(Actor.System, "Check.Record", new AuditSubject("Check", record.Id, file.Case.Id), new { code = CheckCode.XREF, record.Outcome, names = names.Count, hits = found.Count });
        if (found.Count > 0)
            await notices.QueueAsync(NoticeCode.N5, file, cancellationToken);
    }

    // L3 is tried for office-holders only (payees come with grants). RULEBOOK 5.
    private static bool Concerns(NameToTry name, NameMatch match) =>
        match.Entry.List != nameof(ListCode.L3) || name.As is NameTriedAs.OfficeHolder;

    private async Task<bool> IsKnownAsync(CaseFile file, ScreeningSnapshot snapshot, NameToTry name, NameMatch match, CancellationToken cancellationToken)
    {
        var list = Enum.Parse<ListCode>(match.Entry.List);
        var hash = snapshot.Entries[$"{list}:{match.Entry.Key}"].Hash;
        if (file.Hits.Any(h => h.List == list && h.EntryKey == match.Entry.Key && h.EntryHash == hash && h.NameTried == name.Text))
            return true;
        var key = NameKeys.Of(file.Case.OrganisationId, name.Text);
        var remembered = await db.FalseMatches.FirstOrDefaultAsync(
            m => m.NameKey == key && m.List == list && m.EntryKey == match.Entry.Key && m.EntryHash == hash, cancellationToken);
        remembered?.Seen(time.NowUtc);
        return remembered is not null;
    }

    private CheckRecord Record(CaseFile file, ScreeningSnapshot snapshot, IReadOnlyList<NameToTry> names, bool isClear)
    {
        var evidence = new Dictionary<string, string>
        {
            ["names tried"] = string.Join("; ", names.Select(name => name.Text)),
            ["lists"] = string.Join("; ", snapshot.Versions.Select(v =>
                string.Create(CultureInfo.InvariantCulture, $"{v.List} edition {v.Number}, {v.PublishedOn ?? CouncilTime.DayOf(v.ImportedUtc):yyyy-MM-dd}"))),
        };
        var finding = new CheckFinding(
            isClear ? CheckOutcome.Clear : CheckOutcome.Refer,
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

    private void Raise(CaseFile file, ScreeningSnapshot snapshot, CheckRecord record, NameToTry name, NameMatch match)
    {
        var list = Enum.Parse<ListCode>(match.Entry.List);
        var entry = snapshot.Entries[$"{list}:{match.Entry.Key}"];
        var hit = new Hit(Guid.CreateVersion7(), file.Case.Id, record.Id, list, entry.ListVersionId == Guid.Empty ? null : entry.ListVersionId,
            new HitMatch(name.Text, name.As, match.Entry.Key, entry.Hash, match.Entry.Names[0].Text, match.ListedName.Text,
                match.Score, match.Band.ToString(), [.. match.Evidence.Select(e => e.Sentence)]),
            time.NowUtc);
        db.Hits.Add(hit);
        file.Add(hit);
        audit.Append(Actor.System, "Hit.Raise", new AuditSubject("Hit", hit.Id, file.Case.Id), new { list, match.Entry.Key });
    }

    private sealed record FoundMatch(NameToTry Name, NameMatch Match);
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
