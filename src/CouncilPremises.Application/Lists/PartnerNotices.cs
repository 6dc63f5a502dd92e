using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>A partner's notice as the page shows it.</summary>
public sealed record PartnerNoticeRow(string Key, string Name, bool IsPerson, Ground Ground, DateOnly Dated, DateOnly Expires, string Contact);

/// <summary>A partner's notice as somebody keyed it: no narrative, speakers or opinions.</summary>
/// <param name="Name">The organisation, or the individual who hires.</param>
/// <param name="IsPerson">True for an individual.</param>
/// <param name="HirerConfirmed">Said for an individual: the notice is about them as a hirer.</param>
/// <param name="Ground">D1, D4, D5, D6 or D9.</param>
/// <param name="Dated">The notice's day.</param>
/// <param name="Expires">Its last day, at most twelve months on.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="SeenEdition">The edition the page showed.</param>
public sealed record KeyPartnerNotice(
    string? Name, bool? IsPerson, bool HirerConfirmed, Ground? Ground, DateOnly? Dated, DateOnly? Expires, string? Contact, int SeenEdition);

/// <summary>Notices received from partners, keyed by hand. A match means Refer and own enquiry, never a refusal. RULEBOOK 8, 5 L5.</summary>
public sealed class PartnerNotices(Editions editions, CouncilTime time)
{
    /// <summary>The act of adding one, in the audit.</summary>
    public const string AddAction = "List.AddNotice";

    /// <summary>The act of taking one out, in the audit.</summary>
    public const string RemoveAction = "List.RemoveNotice";

    /// <summary>The grounds on which partners share.</summary>
    public static IReadOnlyList<Ground> Grounds { get; } = [Ground.D1, Ground.D4, Ground.D5, Ground.D6, Ground.D9];

    /// <summary>Notices that have not expired, by name.</summary>
    public async Task<RegisterView<PartnerNoticeRow>> AllAsync(CancellationToken cancellationToken)
    {
        var live = await editions.LiveAsync(ListPart.PartnerNotices, cancellationToken);
        var entries = live is null ? [] : await editions.EntriesAsync(live.Id, cancellationToken);
        return new(live?.Number ?? 0, [.. entries.Where(IsLive).Select(Row).OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Adds a notice. Those that have expired are left out of the new edition.</summary>
    public Task<Outcome<LiveList>> AddAsync(KeyPartnerNotice input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (Editions.MayManage(actor) && Mistakes(input) is { Count: > 0 } mistakes)
            return editions.RefuseAsync(ListPart.PartnerNotices, AddAction, mistakes, actor, cancellationToken);
        return editions.ChangeAsync(ListPart.PartnerNotices, AddAction, input.SeenEdition, entries =>
        {
            entries.RemoveAll(entry => !IsLive(entry));
            entries.Add(Entry(input));
            return null;
        }, new { input.Ground, input.Dated, input.Expires }, actor, cancellationToken);
    }

    /// <summary>Takes a notice out, because the partner withdrew it or it is challenged.</summary>
    public Task<Outcome<LiveList>> RemoveAsync(string key, int seenEdition, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return editions.ChangeAsync(ListPart.PartnerNotices, RemoveAction, seenEdition, entries =>
        {
            if (entries.RemoveAll(entry => entry.Key == key) == 0)
                return new(Refusal.NotFoundCode, "This notice is not there any more.");
            entries.RemoveAll(entry => !IsLive(entry));
            return null;
        }, new { key }, actor, cancellationToken);
    }

    private bool IsLive(ListEntry entry) => ListFacts.IsInForce(entry.Facts, time.Today);

    private static ListEntry Entry(KeyPartnerNotice input)
    {
        var entry = new EntryBuilder(Guid.CreateVersion7().ToString("N"), input.IsPerson == true ? NameKind.Person : NameKind.Organisation, 0);
        entry.AddName(NameStanding.Primary, input.Name!);
        entry.AddFact(ListFacts.Ground, input.Ground!.Value.ToString());
        entry.AddFact(ListFacts.Dated, ListDates.Show(input.Dated));
        entry.AddFact(ListFacts.Expires, ListDates.Show(input.Expires));
        entry.AddFact(ListFacts.Contact, input.Contact!);
        return entry.Build().ToListEntry(Guid.Empty);
    }

    private List<Refusal> Mistakes(KeyPartnerNotice input)
    {
        var mistakes = new List<Refusal>();
        var (name, contact) = (input.Name?.Trim() ?? "", input.Contact?.Trim() ?? "");
        if (NameComparer.Normalise(name).Length == 0 || name.Length > 300)
            mistakes.Add(new("Required", "Enter the organisation’s or hirer’s name, at most 300 characters.", nameof(input.Name)));
        if (input.IsPerson is null)
            mistakes.Add(new("Required", "Choose whether it is an organisation or an individual.", nameof(input.IsPerson)));
        if (input is { IsPerson: true, HirerConfirmed: false })
            mistakes.Add(new("Hirer", "A notice about an individual is kept only when they hire in their own name. Confirm it, or leave the notice out.", nameof(input.HirerConfirmed)));
        if (input.Ground is not { } ground || !Grounds.Contains(ground))
            mistakes.Add(new("Ground", "Choose D1, D4, D5, D6 or D9. Partners share nothing else.", nameof(input.Ground)));
        if (input.Dated is null || input.Dated > time.Today)
            mistakes.Add(new("Required", "Enter the notice’s date: today or earlier.", nameof(input.Dated)));
        if (input.Expires is not { } expires || expires < time.Today || input.Dated is { } dated && expires > dated.AddMonths(12))
            mistakes.Add(new("Expiry", "Enter the day it expires: today or later, at most twelve months after the notice’s date.", nameof(input.Expires)));
        if (contact.Length is 0 or > 200)
            mistakes.Add(new("Required", "Enter whom to ask at the partner, at most 200 characters.", nameof(input.Contact)));
        if (Markings.Forbidden(name) is { } inName)
            mistakes.Add(new("Marking", inName, nameof(input.Name)));
        if (Markings.Forbidden(contact) is { } inContact)
            mistakes.Add(new("Marking", inContact, nameof(input.Contact)));
        return mistakes;
    }

    private static PartnerNoticeRow Row(ListEntry entry) => new(
        entry.Key, entry.Names[0].Text, entry.IsPerson == true, Enum.Parse<Ground>(entry.Facts[ListFacts.Ground]),
        ListFacts.DayIn(entry.Facts, ListFacts.Dated)!.Value, ListFacts.DayIn(entry.Facts, ListFacts.Expires)!.Value, entry.Facts[ListFacts.Contact]);
}
