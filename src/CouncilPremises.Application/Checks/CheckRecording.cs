using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Checks;

/// <summary>A check as an officer records it.</summary>
/// <param name="Code">The check.</param>
/// <param name="Outcome">Clear, Refer or Fail.</param>
/// <param name="Evidence">Evidence by field name, as the check's row asks.</param>
/// <param name="Expiry">The date on the document, for INS.</param>
/// <param name="Note">Why; needed for Refer and Fail, and for a Clear that closes a Refer.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
/// <param name="Party">Whom it is about.</param>
public sealed record RecordCheck(
    CheckCode Code, CheckOutcome? Outcome, IReadOnlyDictionary<string, string> Evidence, DateOnly? Expiry, string? Note, int SeenVersion,
    CheckParty Party = CheckParty.Hirer)
{
    internal bool IsAboutAPerson(CaseFile file) => CheckRecording.IsAboutAPerson(file, Party);
}

/// <summary>Recording checks. Records are append-only: a refresh adds one. A Fail counts once a second person agrees; it blocks and never refuses.</summary>
public sealed class CheckRecording(AppDbContext db, CouncilTime time, CaseDesk desk, ScreeningRuns screening)
{
    /// <summary>Most characters of one piece of evidence.</summary>
    public const int EvidenceLimit = 2000;

    /// <summary>Records a check.</summary>
    public Task<Outcome> RecordAsync(string reference, RecordCheck input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Check.Record", input.SeenVersion, file => Task.FromResult(Record(file, input, actor)), cancellationToken);

    private ActResult Record(CaseFile file, RecordCheck input, Actor actor)
    {
        if (CannotRecord(file, input.Code, actor, input.Party) is { } refusal)
            return ActResult.No(refusal);
        var evidence = new Dictionary<string, string>();
        if (Mistakes(file, input, evidence) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);

        var rule = CheckRules.For(input.Code);
        var target = input.Party == CheckParty.Organiser
            ? new CheckTarget(CheckSubject.RealOrganiser, file.Case.OrganisationId, file.Case.Id, file.OrganiserName)
            : new CheckTarget(rule.Subject, file.Case.OrganisationId, file.Case.Id);
        var validUntil = CheckRules.ValidUntil(input.Code, time.Today, input.Expiry, file.Policy);
        var finding = new CheckFinding(input.Outcome!.Value, evidence, validUntil, file.Latest(input.Code, input.Party)?.Id, input.Note?.Trim());
        var record = new CheckRecord(Guid.CreateVersion7(), input.Code, target, finding, actor.Id, time.NowUtc);
        db.CheckRecords.Add(record);
        file.Add(record);
        return ActResult.Done(new { input.Code, input.Outcome, record = record.Id });
    }

    /// <summary>A second person agrees to a Fail.</summary>
    public Task<Outcome> AgreeAsync(string reference, Guid recordId, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Check.Agree", null, file =>
        {
            var record = file.CheckRecords.FirstOrDefault(r => r.Id == recordId && r.Outcome == CheckOutcome.Fail);
            if (record is null)
                return Task.FromResult(ActResult.No(Refusal.NotFoundCode, "This record is not part of the case, or needs no second person."));
            if (CannotRecord(file, record.Code, actor, record.Party) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (record.RecordedById == actor.Id)
                return Task.FromResult(ActResult.No("S1", "You recorded this, so a colleague must agree to it."));
            if (record.AgreedById is not null)
                return Task.FromResult(ActResult.No(Refusal.ChangedCode, "A colleague has agreed already."));
            record.Agree(actor.Id, time.NowUtc);
            return Task.FromResult(ActResult.Done(new { record.Code }));
        }, cancellationToken);

    /// <summary>Tries the names against the lists again: the check counts for seven days.</summary>
    public Task<Outcome> ScreenAgainAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Check.Screen", null, async file =>
        {
            if (file.CannotWork(actor) is { } refusal)
                return ActResult.No(refusal);
            await screening.RunAsync(file, cancellationToken);
            return ActResult.Done();
        }, cancellationToken);

    /// <summary>Why this actor may not record this check now; null when they may.</summary>
    public static Refusal? CannotRecord(CaseFile file, CheckCode code, Actor actor, CheckParty party = CheckParty.Hirer)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        if (!file.Needs(code, party))
            return new Refusal("NotNeeded", $"This application does not need {code}.");
        if (code is CheckCode.DEC or CheckCode.XREF or CheckCode.COI)
            return new Refusal("Role", $"{code} is not recorded by hand.");
        if (CheckRules.MayNotRecord(code, file.RolesOf(actor)) is { } notYours)
            return notYours;
        if (file.Case.State is CaseState.Draft or CaseState.Submitted || (file.Case.State.IsClosed() && file.Case.State != CaseState.Completed))
            return new Refusal("State", "Nothing can be recorded now. Make your conflict-of-interest statement to start the checks.");
        return file.CannotAct(actor);
    }

    /// <summary>True when the party is one person: of them name and address are seen and nothing is copied. RULEBOOK 3.</summary>
    public static bool IsAboutAPerson(CaseFile file, CheckParty party)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Declarations.PaperSignatures.IsPersonal(file, party);
    }

    /// <summary>What is wrong with the input; what is right goes into <paramref name="kept"/> in the form in which it is stored.</summary>
    private List<Refusal> Mistakes(CaseFile file, RecordCheck input, Dictionary<string, string> kept)
    {
        var mistakes = new List<Refusal>();
        var rule = CheckRules.For(input.Code);
        if (input.Outcome is null)
            mistakes.Add(new Refusal("Required", "Choose what the check found.", nameof(input.Outcome)));
        else
            mistakes.AddRange(CheckRules.Missing(input.Code, input.Outcome.Value, input.Evidence, input.IsAboutAPerson(file)).Select(r => r with { Field = $"Evidence[{r.Field}]" }));
        foreach (var field in CheckRules.EvidenceOf(input.Code, input.IsAboutAPerson(file)))
            mistakes.AddRange(Read(field, input.Evidence.GetValueOrDefault(field.Name), kept).Select(r => r with { Field = $"Evidence[{field.Name}]" }));
        var note = input.Note?.Trim() ?? "";
        var closesRefer = input.Outcome == CheckOutcome.Clear && file.Latest(input.Code, input.Party) is { Outcome: CheckOutcome.Refer or CheckOutcome.Fail };
        if ((input.Outcome is CheckOutcome.Refer or CheckOutcome.Fail || closesRefer) && note.Length < 10)
            mistakes.Add(new Refusal("Reason", "Say why, in 10 characters or more.", nameof(input.Note)));
        if (note.Length > EvidenceLimit)
            mistakes.Add(new Refusal("Length", "Use 2,000 characters or fewer.", nameof(input.Note)));
        if (Markings.Forbidden(note) is { } noteMarking)
            mistakes.Add(new Refusal("Marking", noteMarking, nameof(input.Note)));
        if (rule.Validity == Validity.EvidenceExpiry && input.Outcome == CheckOutcome.Clear && (input.Expiry is null || input.Expiry < time.Today))
            mistakes.Add(new Refusal("Expiry", "Enter the date the document expires: today or later.", nameof(input.Expiry)));
        else if (input.Outcome == CheckOutcome.Clear && EvidenceText.NotClear(input.Code, kept, note.Length >= 10, time.Today, file.Policy) is { } notClear)
            mistakes.Add(notClear with { Field = $"Evidence[{notClear.Field}]" });
        return mistakes;
    }

    private IReadOnlyList<Refusal> Read(EvidenceField field, string? typed, Dictionary<string, string> kept)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return [];
        if (typed.Trim().Length > EvidenceLimit)
            return [new Refusal("Length", "Use 2,000 characters or fewer.")];
        if (Markings.Forbidden(typed) is { } marking)
            return [new Refusal("Marking", marking)];
        var read = EvidenceText.Read(field, typed, time.Today);
        if (read.Succeeded)
            kept[field.Name] = read.Value;
        return read.Refusals;
    }
}
