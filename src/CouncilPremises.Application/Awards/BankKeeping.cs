using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Awards;

/// <summary>What a finance officer found about bank details.</summary>
/// <param name="BankId">The details the page showed.</param>
/// <param name="Outcome">Clear, or Refer when something does not fit.</param>
/// <param name="NameResult">Result of the account-name check.</param>
/// <param name="StatementSeen">A statement was seen.</param>
/// <param name="Note">Why it is a Refer; optional for a Clear.</param>
public sealed record VerifyBank(Guid BankId, CheckOutcome? Outcome, string? NameResult, bool? StatementSeen, string? Note);

/// <summary>Bank details of a group: keyed by one person after the agreement, verified by another (S2). A change takes the place of what was there,
/// stops payments until it is verified, and is told to the addresses known before. RULEBOOK 1, 4 G12, 5 BNK.</summary>
public sealed class BankKeeping(AppDbContext db, CouncilTime time, CaseDesk desk, BankVault vault, ScreeningRuns screening, NoticeWriter writer)
{
    private const int MostContacts = 20;

    /// <summary>Who of the council keys what a group sends on paper.</summary>
    public const Roles PaperKeyers = Roles.FinanceOfficer | Roles.GrantOfficer | Roles.GrantApprover;

    /// <summary>Somebody of the group, or an officer from paper, keys them.</summary>
    public Task<Outcome> KeyAsync(string reference, BankFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        vault.Wake();
        return desk.ActAsync<GrantFile>(reference, actor, "Bank.Key", null, file => KeyAsync(file, facts, actor, cancellationToken), cancellationToken);
    }

    private async Task<ActResult> KeyAsync(GrantFile file, BankFacts facts, Actor actor, CancellationToken cancellationToken)
    {
        if (WhyNotKey(file, actor) is { } refusal)
            return ActResult.No(refusal);
        if (facts.Mistakes() is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);
        var account = await vault.SealAsync(facts, cancellationToken);
        var old = file.Bank;
        if (old?.AccountHash == account.Hash && old.AccountName == facts.AccountName!.Trim())
            return ActResult.No("G12", "These are the details we have already. Nothing was changed.", nameof(facts.AccountNumber));
        var known = (old?.Contacts ?? []).ToList();
        old?.Supersede(time.NowUtc);
        var contacts = known.Concat(await ContactsAsync(file, cancellationToken)).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostContacts).ToValueList();
        var bank = new BankDetails(Guid.CreateVersion7(), file.Organisation.Id, facts, account, contacts, actor.Id, time.NowUtc);
        db.BankDetails.Add(bank);
        file.Bring(bank);
        file.Award!.Touch();
        await writer.QueueAsync(NoticeCode.BankChanged, file.Case, new NoticeFacts
        {
            WhatHappened = old is null ? "Bank details for the grant were given to us." : "The bank details for the grant were changed. Nothing is paid until somebody of the council has verified the new ones.",
            NextStep = "If this was your group, you need do nothing. If it was not, ring us at once: nothing is paid before we have checked.",
            AlsoTo = known,
        }, cancellationToken);
        return ActResult.Done(new { bank = bank.Id, replaces = old?.Id });
    }

    /// <summary>Why somebody may not key bank details now; null when they may.</summary>
    public static Refusal? WhyNotKey(GrantFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        var isGroup = (file.Organisation.RolesOf(actor.Id) & (Roles.LeadContact | Roles.Signatory)) != Roles.None;
        if (!isGroup && !actor.HasAny(PaperKeyers))
            return new Refusal("Role", "Your group's lead contact or signatory gives the bank details.");
        if (!isGroup && file.CannotAct(actor) is { } refusal)
            return refusal;
        return file.Award is { State: AwardState.Agreed or AwardState.Active or AwardState.Suspended }
            ? null
            : new Refusal("G12", "Bank details are asked for once the agreement is accepted, and while the grant runs.");
    }

    /// <summary>A finance officer other than who keyed them verifies them, or renews the check when it has run out: BNK.</summary>
    public Task<Outcome> VerifyAsync(string reference, VerifyBank input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Bank.Verify", null, file => VerifyAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> VerifyAsync(GrantFile file, VerifyBank input, Actor actor, CancellationToken cancellationToken)
    {
        if (CheckRules.MayNotRecord(CheckCode.BNK, file.RolesOf(actor)) is { } notYours)
            return ActResult.No(notYours);
        if (file.CannotAct(actor) is { } refusal)
            return ActResult.No(refusal);
        if (file.Bank is not { } bank || bank.Id != input.BankId)
            return ActResult.No(Refusal.ChangedCode, "These bank details were changed since you opened the page. Look at the new ones.");
        // Details that stand are checked again by anybody but who keyed them
        if ((bank.IsVerified ? bank.KeyedById == actor.Id ? new Refusal("S2", "You keyed these bank details, so a colleague must verify them.") : null : bank.WhyNotVerify(actor.Id)) is { } no)
            return ActResult.No(no);
        if (Mistakes(input) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);
        Record(file, input, actor);
        if (input.Outcome == CheckOutcome.Clear)
        {
            if (!bank.IsVerified)
                bank.Verify(actor.Id, time.NowUtc);
            // The name on the account is a payee's: it is tried before anything is paid
            await screening.RunAsync(file, cancellationToken);
        }
        file.Award?.Touch();
        return ActResult.Done(new { bank = bank.Id, input.Outcome });
    }

    private static List<Refusal> Mistakes(VerifyBank input)
    {
        var mistakes = new List<Refusal>();
        if (input.Outcome is not (CheckOutcome.Clear or CheckOutcome.Refer))
            mistakes.Add(new Refusal("BNK", "Say whether the account is the group's.", nameof(input.Outcome)));
        if (AwardMoves.WhyNotText(input.NameResult, "Enter what the account-name check answered", nameof(input.NameResult), 3, 500) is { } nameless)
            mistakes.Add(nameless);
        if (input.StatementSeen is null)
            mistakes.Add(new Refusal("BNK", "Say whether you saw a statement.", nameof(input.StatementSeen)));
        else if (input is { Outcome: CheckOutcome.Clear, StatementSeen: false })
            mistakes.Add(new Refusal("BNK", "A Clear needs a statement. Ask the group for one, or record that something does not fit.", nameof(input.StatementSeen)));
        if (input.Outcome == CheckOutcome.Refer && AwardMoves.WhyNotText(input.Note, "Say what does not fit", nameof(input.Note), 10) is { } reasonless)
            mistakes.Add(reasonless);
        else if (input.Note?.Length > 2000)
            mistakes.Add(new Refusal("Length", "Use 2,000 characters or fewer.", nameof(input.Note)));
        else if (new[] { input.NameResult, input.Note }.FirstOrDefault(text => (text ?? "").Count(char.IsAsciiDigit) >= BankFacts.AccountNumberDigits) is not null)
            mistakes.Add(new Refusal("G12", "Take the account number out: it is kept only where it is encrypted.", nameof(input.Note)));
        return mistakes;
    }

    private void Record(GrantFile file, VerifyBank input, Actor actor)
    {
        var evidence = new Dictionary<string, string> { ["NameResult"] = input.NameResult!.Trim(), ["StatementSeen"] = input.StatementSeen == true ? "Yes" : "No" };
        var validUntil = CheckRules.ValidUntil(CheckCode.BNK, time.Today, null, file.Policy);
        var finding = new CheckFinding(input.Outcome!.Value, evidence, validUntil, file.Latest(CheckCode.BNK)?.Id, string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim());
        var record = new CheckRecord(Guid.CreateVersion7(), CheckCode.BNK, new CheckTarget(CheckSubject.Organisation, file.Organisation.Id, file.Case.Id), finding, actor.Id, time.NowUtc);
        db.CheckRecords.Add(record);
        file.Add(record);
    }

    private async Task<List<string>> ContactsAsync(GrantFile file, CancellationToken cancellationToken)
    {
        var leads = file.Organisation.Memberships.Where(m => m.Roles.HasFlag(Roles.LeadContact)).Select(m => m.UserId).ToList();
        var addresses = await db.Users.AsNoTracking().Where(user => leads.Contains(user.Id) && user.Email != null).Select(user => user.Email!).ToListAsync(cancellationToken);
        if (file.Grant.Answers.Contact.Email is { } named)
            addresses.Add(named);
        return addresses;
    }
}
