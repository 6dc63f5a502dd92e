using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Awards;

/// <summary>Bank details that wait for a second person.</summary>
public sealed record BankToVerify(string Reference, string Group, DateTime KeyedUtc, bool KeyedByMe);

/// <summary>The next instalment of an award, and what keeps it from being paid now.</summary>
/// <param name="Reference">The case.</param>
/// <param name="Group">Who is paid.</param>
/// <param name="Number">Which instalment.</param>
/// <param name="Amount">How much.</param>
/// <param name="DueOn">The day it is meant for.</param>
/// <param name="Blocked">Each guard that does not hold, a sentence; none when it may be released by this person.</param>
public sealed record PaymentRow(string Reference, string Group, int Number, Money Amount, DateOnly DueOn, IReadOnlyList<Refusal> Blocked);

/// <summary>A payment released and not in a file yet.</summary>
public sealed record ReleasedRow(string Reference, string Group, int Number, Money Amount, DateTime ReleasedUtc, string By);

/// <summary>A file made.</summary>
public sealed record FileRow(string Reference, int Count, Money Total, DateTime MadeUtc, string By);

/// <summary>What finance sees.</summary>
public sealed record PaymentDesk(
    IReadOnlyList<BankToVerify> ToVerify, IReadOnlyList<PaymentRow> Next, int Page, int Pages, IReadOnlyList<ReleasedRow> Released, IReadOnlyList<FileRow> Files);

/// <summary>The payments that may be released now, those that are blocked and why, and the files made. Bounded: a page of awards that run. RULEBOOK 6.</summary>
public sealed class PaymentQueue(AppDbContext db, CaseFiles files, PayLookUps lookUps)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    private const int MostShown = 100;
    private const int FilesShown = 10;

    private static readonly AwardState[] Running = [AwardState.Active, AwardState.Suspended, AwardState.Agreed];

    /// <summary>The queue as this person sees it.</summary>
    public async Task<PaymentDesk> ReadAsync(int page, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var next = db.Instalments.AsNoTracking().Where(i => i.State == PaymentState.Planned
            && db.Awards.Any(a => a.CaseId == i.CaseId && Running.Contains(a.State))
            && !db.Instalments.Any(earlier => earlier.CaseId == i.CaseId && earlier.State == PaymentState.Planned && earlier.Number < i.Number));
        var pages = Math.Max(1, (await next.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = await next.OrderBy(i => i.DueOn).ThenBy(i => i.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Join(db.Cases, i => i.CaseId, c => c.Id, (i, c) => new { c.Reference, i.Number }).ToListAsync(cancellationToken);
        var shown = new List<PaymentRow>();
        foreach (var row in rows)
            if (await files.LoadAsync(row.Reference, actor, cancellationToken) is GrantFile file && file.Instalments.FirstOrDefault(i => i.Number == row.Number) is { } one)
                shown.Add(new PaymentRow(row.Reference, file.Organisation.Name, one.Number, one.Amount, one.DueOn, Payments.WhyNot(file, one, actor, await lookUps.WorkAsync(file, cancellationToken))));
        db.ChangeTracker.Clear();
        return new PaymentDesk(await ToVerifyAsync(actor, cancellationToken), shown, page, pages, await ReleasedAsync(cancellationToken), await FilesAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<BankToVerify>> ToVerifyAsync(Actor actor, CancellationToken cancellationToken)
    {
        var waiting = await (
            from bank in db.BankDetails.AsNoTracking()
            where bank.SupersededUtc == null && bank.VerifiedUtc == null
            join @case in db.Cases on bank.OrganisationId equals @case.OrganisationId
            join award in db.Awards on @case.Id equals award.CaseId
            where Running.Contains(award.State)
            orderby bank.KeyedUtc
            select new { bank.Id, Row = new BankToVerify(@case.Reference, db.Organisations.Where(o => o.Id == bank.OrganisationId).Select(o => o.Name).First(), bank.KeyedUtc, bank.KeyedById == actor.Id) })
            .Take(MostShown).ToListAsync(cancellationToken);
        // A group with two awards has one account to verify
        return [.. waiting.DistinctBy(one => one.Id).Select(one => one.Row)];
    }

    private async Task<IReadOnlyList<ReleasedRow>> ReleasedAsync(CancellationToken cancellationToken) => await (
        from one in db.Instalments.AsNoTracking()
        where one.State == PaymentState.Released
        join @case in db.Cases on one.CaseId equals @case.Id
        orderby one.ReleasedUtc
        select new ReleasedRow(
            @case.Reference, db.Organisations.Where(o => o.Id == @case.OrganisationId).Select(o => o.Name).First(), one.Number, one.Amount, one.ReleasedUtc!.Value,
            db.Users.Where(user => user.Id == one.ReleasedById).Select(user => user.FullName).FirstOrDefault() ?? "Somebody who has left")).Take(MostShown).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<FileRow>> FilesAsync(CancellationToken cancellationToken) => await db.PaymentFiles.AsNoTracking().OrderByDescending(f => f.MadeUtc).Take(FilesShown)
        .Select(f => new FileRow(f.Reference, f.Count, f.Total, f.MadeUtc, db.Users.Where(user => user.Id == f.MadeById).Select(user => user.FullName).FirstOrDefault() ?? "Somebody who has left")).ToListAsync(cancellationToken);
}
