using System.Net.Mail;
using CouncilPremises.Application.Calendars;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Notices;

/// <summary>A message about somebody's account: confirm an address, reset a password, an invitation.</summary>
/// <param name="To">Address of the reader.</param>
/// <param name="Name">Whom we write to.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Paragraphs">What it says.</param>
/// <param name="Path">Path of the page it leads to, with its secret; null without one.</param>
public sealed record AccountMessage(string To, string Name, string Subject, IReadOnlyList<string> Paragraphs, string? Path = null);

/// <summary>Writes letters into the save under way: the act and its letters are kept together or not at all. RULEBOOK 10.</summary>
public sealed class NoticeWriter(AppDbContext db, CouncilTime time, NoticeLetters letters, IOptions<NoticeSettings> settings)
{
    private static readonly NoticeTemplate AccountLetter = NoticeTemplate.Parse(
        "---\nsubject: {{subject}}\n---\nDear {{name}}\n\n{{text}}\n\n{{link?}}\n\n{{contact}}\n\n{{council}}\n");

    /// <summary>Adds a letter to the group's lead contacts and to the contact the application names. It does not save.</summary>
    /// <param name="code">Which letter.</param>
    /// <param name="case">The case, with whatever the act has changed on it and on its tracked dates.</param>
    /// <param name="facts">What the letter says besides what the case tells.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task QueueAsync(NoticeCode code, Case @case, NoticeFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(facts);
        code = code.For(@case.Kind);
        var about = await AboutAsync(@case, cancellationToken);
        var dates = facts.Dates ?? DatesFor(code, about.Occurrences);
        var rooms = await RoomsOfAsync(dates, cancellationToken);
        var hirer = await db.Organisations.Where(o => o.Id == @case.OrganisationId).Select(o => new { o.Name, o.Address }).SingleAsync(cancellationToken);
        var group = hirer.Name;
        var values = Values(@case, facts, dates, rooms, group, about);
        var calendar = CalendarFor(code, @case, dates, rooms);
        var template = await letters.CurrentAsync(code, cancellationToken);
        var readers = Distinct([.. await ReadersAsync(@case, about.Contact, group, cancellationToken), .. facts.AlsoTo.Select(address => new Reader(address, group))]);
        if (readers.Count == 0)
        {
            // Nobody has an e-mail address: the letter waits to be printed and posted
            var name = string.IsNullOrWhiteSpace(about.Contact.Name) ? group : about.Contact.Name;
            var letter = template.Render(new Dictionary<string, IReadOnlyList<string>>(values) { ["name"] = [name] });
            db.OutboxMessages.Add(OutboxMessage.ByPost(Guid.CreateVersion7(), code, @case.Id, $"{name}\n{hirer.Address}",
                new MessageContent("", letter.Subject, letter.Text, letter.Html, @case.Reference), time.NowUtc, @case.OrganisationId));
        }
        foreach (var reader in readers)
        {
            var letter = template.Render(new Dictionary<string, IReadOnlyList<string>>(values) { ["name"] = [reader.Name] });
            db.OutboxMessages.Add(new OutboxMessage(Guid.CreateVersion7(), code, @case.Id, new MessageContent(
                reader.Address, letter.Subject, letter.Text, letter.Html, @case.Reference,
                calendar is null ? null : BookingCalendar.FileName(@case.Reference), calendar), time.NowUtc, @case.OrganisationId));
        }
    }

    /// <summary>Adds a letter to a group about what runs out: N13. It does not save.</summary>
    /// <param name="organisationId">The group.</param>
    /// <param name="expiring">What runs out, a sentence each.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task QueueExpiryAsync(Guid organisationId, IReadOnlyList<string> expiring, CancellationToken cancellationToken)
    {
        var group = await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var template = await letters.CurrentAsync(NoticeCode.N13, cancellationToken);
        foreach (var reader in Distinct(await LeadsAsync(organisationId, cancellationToken)))
        {
            var letter = template.Render(new Dictionary<string, IReadOnlyList<string>>
            {
                ["name"] = [reader.Name],
                ["group"] = [group],
                ["expiring"] = expiring,
                ["link"] = [Council.LinkTo($"/organisation/{organisationId}").AbsoluteUri],
                ["contact"] = [Council.Contact],
                ["council"] = [Council.Name],
            });
            db.OutboxMessages.Add(new OutboxMessage(Guid.CreateVersion7(), NoticeCode.N13, null,
                new MessageContent(reader.Address, letter.Subject, letter.Text, letter.Html), time.NowUtc, organisationId));
        }
    }

    /// <summary>What a letter about a case would say, hole by hole; those that nothing is known for are empty. For a preview.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ValuesAsync(NoticeCode code, Case @case, NoticeFacts facts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(facts);
        var about = await AboutAsync(@case, cancellationToken);
        var dates = facts.Dates ?? DatesFor(code, about.Occurrences);
        var group = await db.Organisations.Where(o => o.Id == @case.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var readers = await ReadersAsync(@case, about.Contact, group, cancellationToken);
        return new Dictionary<string, IReadOnlyList<string>>(Values(@case, facts, dates, await RoomsOfAsync(dates, cancellationToken), group, about))
        {
            ["name"] = [readers.Count > 0 ? readers[0].Name : group],
        };
    }

    /// <summary>Adds a message about somebody's account. It does not save.</summary>
    public void QueueAccount(AccountMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var values = new Dictionary<string, IReadOnlyList<string>>
        {
            ["subject"] = [message.Subject],
            ["name"] = [message.Name],
            ["link"] = message.Path is null ? [] : [Council.LinkTo(message.Path).AbsoluteUri],
            ["contact"] = [$"If you have a question, contact us: {Council.Contact}."],
            ["council"] = [Council.Name],
        };
        var letter = AccountLetter.WithParagraphs("text", message.Paragraphs).Render(values);
        db.OutboxMessages.Add(new OutboxMessage(Guid.CreateVersion7(), NoticeCode.N0, null,
            new MessageContent(message.To, letter.Subject, letter.Text, letter.Html), time.NowUtc));
    }

    private NoticeSettings Council => settings.Value;

    private Dictionary<string, IReadOnlyList<string>> Values(Case @case, NoticeFacts facts, IReadOnlyList<Occurrence> dates, IReadOnlyList<BookedRoom> rooms, string group, About about)
    {
        var keptBack = facts.Ground is { } ground && NoticeWords.IsKeptBack(ground);
        return new Dictionary<string, IReadOnlyList<string>>
        {
            ["reference"] = [@case.Reference],
            ["group"] = [group],
            ["room"] = [.. rooms.Select(room => room.FullName).Distinct()],
            ["venue_address"] = [.. rooms.Select(room => room.Address.ReplaceLineEndings(", ")).Distinct()],
            ["when"] = NoticeWords.When(dates),
            ["project"] = One(about.Project),
            ["round"] = One(about.Round),
            ["amount"] = One(facts.Amount?.ToString()),
            ["link"] = [Council.LinkTo($"{@case.Kind.GroupPath()}/{@case.Reference}").AbsoluteUri],
            ["contact"] = [Council.Contact],
            ["council"] = [Council.Name],
            ["next_step"] = One(facts.NextStep),
            ["deadline"] = One(facts.Deadline),
            ["reminder"] = One(facts.Reminder),
            ["what_then"] = One(facts.WhatThen),
            ["why_closed"] = One(facts.WhyClosed),
            ["questions"] = facts.Questions,
            ["conditions"] = facts.Conditions,
            ["ground"] = facts.Ground is { } given ? [NoticeWords.Of(given)] : [],
            ["reasons"] = keptBack ? [NoticeWords.ReadThemAt] : facts.Reasons,
            ["your_answer"] = keptBack ? [] : One(facts.YourAnswer),
            ["review_deadline"] = One(facts.ReviewDeadline),
            ["what_happened"] = One(facts.WhatHappened),
            ["refund"] = One(facts.Refund),
            ["alternatives"] = facts.Alternatives,
            ["challenge"] = One(facts.Challenge),
            ["changes"] = facts.Changes,
            ["charge"] = One(facts.Charge?.ToString()),
            ["before_you_come"] = One(facts.BeforeYouCome),
        };
    }

    private static string[] One(string? value) => string.IsNullOrWhiteSpace(value) ? [] : [value];

    private static string[] One(DateOnly? day) => day is { } given ? [NoticeWords.Day(given)] : [];

    private static List<Occurrence> DatesFor(NoticeCode code, IReadOnlyList<Occurrence> all) => code switch
    {
        NoticeCode.N6 or NoticeCode.N12 => [.. all.Where(date => date.State == OccurrenceState.Confirmed)],
        NoticeCode.N11 => JustCancelled(all),
        _ => Standing(all),
    };

    // A letter about something whose dates are all cancelled, as after a review, still says which they were
    private static List<Occurrence> Standing(IReadOnlyList<Occurrence> all)
    {
        var standing = all.Where(date => date.State is not (OccurrenceState.Released or OccurrenceState.CancelledByHirer or OccurrenceState.CancelledByCouncil)).ToList();
        return standing.Count > 0 ? standing : [.. all];
    }

    // Dates cancelled earlier had a letter of their own
    private static List<Occurrence> JustCancelled(IReadOnlyList<Occurrence> all)
    {
        var cancelled = all.Where(date => date.State is OccurrenceState.CancelledByHirer or OccurrenceState.CancelledByCouncil).ToList();
        return [.. cancelled.Where(date => date.StateSinceUtc == cancelled.Max(one => one.StateSinceUtc))];
    }

    private string? CalendarFor(NoticeCode code, Case @case, IReadOnlyList<Occurrence> dates, IReadOnlyList<BookedRoom> rooms)
    {
        if (code is not (NoticeCode.N6 or NoticeCode.N11 or NoticeCode.N12 or NoticeCode.N21) || (code == NoticeCode.N21 && !dates.Any(BookingCalendar.IsPublished)))
            return null;
        var entries = dates.Where(BookingCalendar.IsPublished)
            .Select(date => new CalendarEntry(date, @case.Reference, rooms.First(room => room.SpaceId == date.SpaceId))).ToList();
        return entries.Count == 0 ? null : BookingCalendar.Write(entries, code == NoticeCode.N11 ? CalendarMethod.Cancel : CalendarMethod.Publish, Council, time.NowUtc);
    }

    // What an application of either kind tells a letter
    private async Task<About> AboutAsync(Case @case, CancellationToken cancellationToken)
    {
        if (@case.Kind == CaseKind.Grant)
        {
            var grant = db.GrantApplications.Local.FirstOrDefault(g => g.CaseId == @case.Id) ?? await db.GrantApplications.SingleAsync(g => g.CaseId == @case.Id, cancellationToken);
            var round = await db.GrantRounds.Where(r => r.Id == grant.RoundId).Select(r => r.Title).SingleAsync(cancellationToken);
            return new About([], grant.Answers.Contact, grant.Title.Length > 0 ? grant.Title : "your project", round);
        }
        var hire = db.HireApplications.Local.FirstOrDefault(h => h.CaseId == @case.Id)
            ?? await db.HireApplications.SingleAsync(h => h.CaseId == @case.Id, cancellationToken);
        var entry = db.Entry(hire);
        if (entry.State != EntityState.Added)
            await entry.Collection(h => h.Occurrences).LoadAsync(cancellationToken);
        return new About(hire.Occurrences, hire.Answers.Contact, null, null);
    }

    private sealed record About(IReadOnlyList<Occurrence> Occurrences, ContactAnswers Contact, string? Project, string? Round);

    private async Task<IReadOnlyList<BookedRoom>> RoomsOfAsync(IReadOnlyList<Occurrence> dates, CancellationToken cancellationToken)
    {
        var ids = dates.Select(date => date.SpaceId).Distinct().ToList();
        return await BookedRoom.Query(db).Where(room => ids.Contains(room.SpaceId)).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Reader>> ReadersAsync(Case @case, ContactAnswers contact, string group, CancellationToken cancellationToken)
    {
        var readers = await LeadsAsync(@case.OrganisationId, cancellationToken);
        return Distinct(contact.Email is { } address
            ? readers.Append(new Reader(address, string.IsNullOrWhiteSpace(contact.Name) ? group : contact.Name))
            : readers);
    }

    private async Task<IReadOnlyList<Reader>> LeadsAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        var members = await db.Memberships.Where(m => m.OrganisationId == organisationId)
            .Join(db.Users, m => m.UserId, user => user.Id, (m, user) => new { m.Roles, user.Email, user.FullName, user.IsDisabled })
            .ToListAsync(cancellationToken);
        return [.. members.Where(m => !m.IsDisabled && m.Roles.HasFlag(Roles.LeadContact)).Select(m => new Reader(m.Email ?? "", m.FullName))];
    }

    private static IReadOnlyList<Reader> Distinct(IEnumerable<Reader> readers) =>
        [.. readers.Where(reader => MailAddress.TryCreate(reader.Address, out _)).DistinctBy(reader => reader.Address, StringComparer.OrdinalIgnoreCase)];

    private sealed record Reader(string Address, string Name);
}
