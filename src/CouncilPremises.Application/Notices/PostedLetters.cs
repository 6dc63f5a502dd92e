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

/// <summary>A letter to be printed.</summary>
public sealed record PrintedLetter(Guid Id, NoticeCode Notice, string Reference, string PostTo, string Subject, string Text, DateTime CreatedUtc, DateTime? PostedUtc);

/// <summary>Letters to readers without an e-mail address: printed and posted by an officer.</summary>
public sealed class PostedLetters(AppDbContext db, CouncilTime time, AuditLog audit)
{
    /// <summary>A letter to print, of a case the actor may see; null when there is none.</summary>
    public Task<PrintedLetter?> ReadAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        Visible(actor).AsNoTracking().Where(m => m.Id == id)
            .Select(m => new PrintedLetter(m.Id, m.Notice, m.ThreadKey ?? "", m.PostTo!, m.Subject, m.Text, m.CreatedUtc, m.SentUtc))
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Records that a letter was posted. Doing it twice does it once.</summary>
    public async Task<Outcome> PostedAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await Visible(actor).FirstOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } letter)
            return Outcome.NotFound();
        var subject = new AuditSubject("Message", id, letter.CaseId);
        if (await db.LetterLockAsync(actor, letter.CaseId, cancellationToken) is { } locked)
        {
            await audit.RefusedAsync(actor, "Notice.Posted", subject, [locked], cancellationToken);
            return Outcome.Refused(locked);
        }

        if (letter.SentUtc is not null)
            return Outcome.Ok();
        letter.Posted(time.NowUtc);
        audit.Append(actor, "Notice.Posted", subject, new { notice = letter.Notice });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Changed();
        }
    }

    private IQueryable<OutboxMessage> Visible(Actor actor)
    {
        var cases = db.Cases.VisibleTo(actor, db);
        return db.OutboxMessages.Where(m => m.PostTo != null && cases.Any(c => c.Id == m.CaseId));
    }
}
