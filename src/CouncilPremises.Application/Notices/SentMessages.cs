using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Notices;

/// <summary>Where a message stands.</summary>
public enum Delivery
{
    /// <summary>Not tried yet.</summary>
    Waiting,

    /// <summary>It did not leave; it will be tried again.</summary>
    TryingAgain,

    /// <summary>It left.</summary>
    Sent,

    /// <summary>Given up: somebody must look.</summary>
    NotDelivered,

    /// <summary>The reader has no e-mail address: to be printed and posted.</summary>
    ToPost,

    /// <summary>Printed and posted.</summary>
    Posted,
}

/// <summary>A line of the list of messages.</summary>
public sealed record MessageRow(
    Guid Id, NoticeCode Notice, string? Reference, string To, string Subject, DateTime CreatedUtc,
    DateTime? SentUtc, DateTime? NextAttemptUtc, int Attempts, string? LastError, string? PostTo = null)
{
    /// <summary>The group it was written to; null for account messages.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>How the group asked to have letters besides e-mail; null when e-mail is enough.</summary>
    public string? LetterFormat { get; init; }

    /// <summary>The reader must state an interest in its case first, before they may send or post it (S3).</summary>
    public bool NeedsStatement { get; init; }

    /// <summary>Where it stands.</summary>
    public Delivery Delivery => PostTo is not null ? SentUtc is null ? Delivery.ToPost : Delivery.Posted : (NextAttemptUtc, LastError) switch
    {
        (null, null) => Delivery.Sent,
        (null, _) => Delivery.NotDelivered,
        (_, null) => Delivery.Waiting,
        _ => Delivery.TryingAgain,
    };
}

/// <summary>A message as its reader gets it.</summary>
public sealed record MessageView(MessageRow Row, string Text, string Html, string? CalendarName, string? Calendar);

/// <summary>What to list.</summary>
/// <param name="Reference">Only this case's; null or empty for all.</param>
/// <param name="Delivery">Only those that stand so; null for all.</param>
/// <param name="Page">1 for the first.</param>
public sealed record MessageFilter(string? Reference, Delivery? Delivery, int Page);

/// <summary>A page of the list.</summary>
public sealed record MessagePage(IReadOnlyList<MessageRow> Rows, int Page, int Pages, int Total);

/// <summary>Messages sent and to be sent, for staff, and sending one again. Account messages hold secrets and are not among them.</summary>
public sealed class SentMessages(AppDbContext db, CouncilTime time, AuditLog audit, OutboxBell bell)
{
    private const int PageSize = 50;

    /// <summary>Lists messages of the cases the actor may see, newest first.</summary>
    public async Task<MessagePage> ListAsync(MessageFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var messages = Filtered(Visible(actor), filter);
        var total = await messages.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await Rows(messages.OrderByDescending(m => m.CreatedUtc).ThenByDescending(m => m.Id).Skip((page - 1) * PageSize).Take(PageSize), actor)
            .ToListAsync(cancellationToken);
        return new MessagePage(rows, page, pages, total);
    }

    /// <summary>Sends one again, to the same reader with the same words.</summary>
    public async Task<Outcome> SendAgainAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var message = await Visible(actor).FirstOrDefaultAsync(m => m.Id == id && m.PostTo == null, cancellationToken);
        if (message is null)
            return Outcome.NotFound();
        var subject = new AuditSubject("Message", message.Id, message.CaseId);
        if (await db.LetterLockAsync(actor, message.CaseId, cancellationToken) is { } locked)
        {
            await audit.RefusedAsync(actor, "Notice.SendAgain", subject, [locked], cancellationToken);
            return Outcome.Refused(locked);
        }

        message.SendAgain(time.NowUtc);
        audit.Append(actor, "Notice.SendAgain", subject, new { notice = message.Notice });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Changed();
        }

        bell.Ring();
        return Outcome.Ok();
    }

    /// <summary>Demonstration mode only: lists every message, account messages included.</summary>
    public async Task<IReadOnlyList<MessageRow>> LatestAsync(int most, CancellationToken cancellationToken) =>
        await Rows(db.OutboxMessages.OrderByDescending(m => m.CreatedUtc).ThenByDescending(m => m.Id).Take(most), Actor.Nobody).ToListAsync(cancellationToken);

    /// <summary>Demonstration mode only: any message as its reader gets it; null when there is none.</summary>
    public async Task<MessageView?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var message = await db.OutboxMessages.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancellationToken);
        return message is null
            ? null
            : new MessageView(
                await Rows(db.OutboxMessages.Where(m => m.Id == id), Actor.Nobody).SingleAsync(cancellationToken),
                message.Text, message.Html, message.CalendarName, message.Calendar);
    }

    private IQueryable<OutboxMessage> Visible(Actor actor)
    {
        var cases = db.Cases.VisibleTo(actor, db);
        var groups = db.Organisations.VisibleTo(actor, db);
        return db.OutboxMessages.Where(m => m.Notice != NoticeCode.N0
            && (cases.Any(c => c.Id == m.CaseId) || (m.CaseId == null && groups.Any(o => o.Id == m.OrganisationId))));
    }

    private static IQueryable<OutboxMessage> Filtered(IQueryable<OutboxMessage> messages, MessageFilter filter)
    {
        if (filter.Reference?.Trim().ToUpperInvariant() is { Length: > 0 } reference)
            messages = messages.Where(m => m.ThreadKey == reference);
        if (filter.Delivery is not { } wanted)
            return messages;
        return wanted switch
        {
            Delivery.Sent => messages.Where(m => m.NextAttemptUtc == null && m.LastError == null && m.PostTo == null),
            Delivery.NotDelivered => messages.Where(m => m.NextAttemptUtc == null && m.LastError != null),
            Delivery.ToPost => messages.Where(m => m.PostTo != null && m.SentUtc == null),
            Delivery.Posted => messages.Where(m => m.PostTo != null && m.SentUtc != null),
            Delivery.Waiting => messages.Where(m => m.NextAttemptUtc != null && m.LastError == null),
            Delivery.TryingAgain => messages.Where(m => m.NextAttemptUtc != null && m.LastError != null),
        };
    }

    private IQueryable<MessageRow> Rows(IQueryable<OutboxMessage> messages, Actor reader) => messages.Select(m => new MessageRow(
        m.Id, m.Notice, m.ThreadKey, m.To, m.Subject, m.CreatedUtc, m.SentUtc, m.NextAttemptUtc, m.Attempts, m.LastError, m.PostTo)
    {
        OrganisationId = m.OrganisationId,
        NeedsStatement = m.CaseId != null && !db.ConflictStatements.Any(s => s.CaseId == m.CaseId && s.OfficerId == reader.Id),
        LetterFormat = db.Organisations.Where(o => o.Id == m.OrganisationId).Select(o => o.LetterFormat).FirstOrDefault(),
    });
}
