using System.Globalization;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Awards;

/// <summary>What became of asking for a payment file.</summary>
/// <param name="Reference">The file.</param>
/// <param name="LeftOut">Payments that stay behind, each with its reason.</param>
public sealed record MadeFile(string Reference, IReadOnlyList<string> LeftOut);

/// <summary>The file for the finance system. It takes what is released and still may be paid; each payment stands in one file only, and the same
/// page sent again gives the same file. RULEBOOK 6, 11.</summary>
public sealed class PaymentFiles(AppDbContext db, CouncilTime time, Transactions transactions, CaseDesk desk, CaseReferences references, CaseNotices notices, PayLookUps lookUps, BankVault vault, AuditLog audit)
{
    /// <summary>Most payments in one file; the rest go into the next.</summary>
    public const int Most = 100;

    private static readonly Refusal NotAllowed = new("Permission", "A finance officer makes payment files");

    /// <summary>Makes a file of everything released, in one save.</summary>
    /// <param name="id">Id the page carries, so that a second click changes nothing.</param>
    /// <param name="actor">A finance officer.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public async Task<Outcome<MadeFile>> MakeAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.StaffRoles.Has(Permission.PayGrants))
        {
            await audit.RefusedAsync(actor, "Payment.MakeFile", new AuditSubject("PaymentFile", id), [NotAllowed], cancellationToken);
            return Outcome.Refused<MadeFile>(NotAllowed);
        }
        try
        {
            vault.Wake();
            var outcome = await transactions.RunAsync(cancel => TryMakeAsync(id, actor, cancel), cancellationToken);
            if (!outcome.Succeeded)
                await audit.RefusedAsync(actor, "Payment.MakeFile", new AuditSubject("PaymentFile", id), outcome.Refusals, cancellationToken);
            return outcome;
        }
        catch (DbUpdateException rival) when (Transactions.IsTaken(rival))
        {
            db.ChangeTracker.Clear();
            return await MadeAsync(id, cancellationToken) is { } made ? Outcome.Ok(made) : Outcome.Refused<MadeFile>(Outcome.Changed().Refusals);
        }
    }

    private async Task<Outcome<MadeFile>> TryMakeAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        // Whoever waits here reads what the other sent
        await references.HoldPaymentFilesAsync(cancellationToken);
        if (await MadeAsync(id, cancellationToken) is { } made)
            return Outcome.Ok(made);
        var reference = await references.NextPaymentFileAsync(cancellationToken);
        var (leftOut, behind, count, total) = (new List<Refusal>(), 0, 0, Money.Zero);
        // What stays behind must not keep newer payments out of every file
        while (count < Most && await ReleasedAsync(behind, Most - count, cancellationToken) is { Count: > 0 } released)
            foreach (var one in released)
            {
                var sent = await desk.ActAsync<GrantFile>(one.Reference, actor, "Payment.MarkSent", null, file => SendAsync(file, one.Number, reference, actor, cancellationToken), cancellationToken);
                if (sent.Succeeded)
                    (count, total) = (count + 1, total + one.Amount);
                else
                {
                    behind++;
                    leftOut.AddRange(sent.Refusals.Select(no => new Refusal(no.Code, $"{one.Reference}, instalment {one.Number}, stays behind. {no.Sentence}")));
                }
            }
        if (count == 0)
            return Outcome.Refused<MadeFile>(leftOut.Count > 0 ? leftOut : [new Refusal("Nothing", "Nothing is released that is not in a file already. Release a payment first.")]);
        db.PaymentFiles.Add(new PaymentFile(id, reference, count, total, actor.Id, time.NowUtc));
        audit.Append(actor, "Payment.MakeFile", new AuditSubject("PaymentFile", id), new { reference, count, pence = total.Pence, leftOut = leftOut.Count });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok(new MadeFile(reference, [.. leftOut.Select(no => no.Sentence)]));
    }

    private Task<List<Released>> ReleasedAsync(int skip, int take, CancellationToken cancellationToken) =>
        db.Instalments.AsNoTracking().Where(i => i.State == PaymentState.Released).OrderBy(i => i.ReleasedUtc).ThenBy(i => i.Id).Skip(skip).Take(take)
            .Join(db.Cases, i => i.CaseId, c => c.Id, (i, c) => new Released(c.Reference, i.Number, i.Amount)).ToListAsync(cancellationToken);

    private sealed record Released(string Reference, int Number, Money Amount);

    private async Task<MadeFile?> MadeAsync(Guid id, CancellationToken cancellationToken) =>
        await db.PaymentFiles.AsNoTracking().Where(f => f.Id == id).Select(f => f.Reference).FirstOrDefaultAsync(cancellationToken) is { } made ? new MadeFile(made, []) : null;

    // What was right at the release is tried again: a payment whose account changed meanwhile stays behind
    private async Task<ActResult> SendAsync(GrantFile file, int number, string reference, Actor actor, CancellationToken cancellationToken)
    {
        var one = file.Instalments.First(i => i.Number == number);
        var held = await lookUps.HoldBankAsync(file.Bank, cancellationToken);
        if (!held || one.BankDetailsId != file.Bank?.Id)
            return ActResult.No("BNK", "The bank details were changed after the release. Recall it, and release it again once they are verified.");
        if (Payments.WhyNot(file, one, null, await lookUps.WorkAsync(file, cancellationToken)) is { Count: > 0 } refusals)
            return ActResult.No(refusals);
        var step = PaymentWorkflow.Table.Try(one.State, PaymentAction.MarkSent, file.RolesOf(actor), file.PayFacts(one, actor, lookUpsWorked: true) with { Exported = true });
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        one.Sent(reference, time.NowUtc);
        one.Take(step.Value);
        file.Award!.Touch();
        await notices.QueueAsync(NoticeCode.N15, file, cancellationToken);
        return ActResult.Done(new { one.Number, pence = one.Amount.Pence, reference });
    }

    /// <summary>A file's own facts; null when there is none.</summary>
    public Task<PaymentFile?> FindAsync(string reference, CancellationToken cancellationToken) =>
        db.PaymentFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Reference == reference, cancellationToken);

    /// <summary>Writes a file as CSV, the same every time, and logs who took it. The one place where account numbers leave.</summary>
    public async Task<Outcome> WriteAsync(string reference, TextWriter writer, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await FindAsync(reference, cancellationToken) is not { } made)
            return Outcome.NotFound();
        var subject = new AuditSubject("PaymentFile", made.Id);
        if (!actor.StaffRoles.Has(Permission.PayGrants))
        {
            await audit.RefusedAsync(actor, "Payment.TakeFile", subject, [NotAllowed], cancellationToken);
            return Outcome.Refused(NotAllowed);
        }
        var lines = await db.Instalments.AsNoTracking().Where(i => i.FileReference == reference)
            .Join(db.Cases, i => i.CaseId, c => c.Id, (i, c) => new { i.Number, i.Amount, i.BankDetailsId, c.Reference })
            .OrderBy(i => i.Reference).ThenBy(i => i.Number)
            .Join(db.BankDetails, i => i.BankDetailsId, b => b.Id, (i, bank) => new { i.Number, i.Amount, i.Reference, bank }).ToListAsync(cancellationToken);
        var opened = lines.ConvertAll(one => new Line($"{one.Reference}-{one.Number}", one.bank.AccountName, vault.Open(one.bank), one.Amount));
        if (opened.Exists(one => one.Account is null))
            return Outcome.Refused(new Refusal("LookUp", "An account of this file has been erased or cannot be opened, so it cannot be written again."));
        await CsvSheetWriter.WriteAsync(new Sheet<Line>("Payments", Columns, opened.ToAsyncEnumerable()), writer, cancellationToken);
        audit.Append(actor, "Payment.TakeFile", subject, new { reference, count = opened.Count });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    private static readonly IReadOnlyList<Column<Line>> Columns =
    [
        new("Reference", 20, line => CellValue.Of(line.Reference)),
        new("Payee", 40, line => CellValue.Of(line.Payee)),
        new("Sort code", 10, line => CellValue.Of(line.Account!.SortCode)),
        new("Account number", 14, line => CellValue.Of(line.Account!.AccountNumber)),
        new("Amount", 12, line => CellValue.Of((Money?)line.Amount)),
        new("Remittance", 40, line => CellValue.Of(string.Create(CultureInfo.InvariantCulture, $"Grant {line.Reference}"))),
    ];

    private sealed record Line(string Reference, string Payee, AccountNumbers? Account, Money Amount);
}
