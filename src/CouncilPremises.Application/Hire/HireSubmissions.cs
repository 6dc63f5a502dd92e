using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Elections;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Hire;

/// <summary>Sending an application: one act. A second click, a back button or a repeated post changes nothing and gives the same reference.</summary>
public sealed class HireSubmissions(
    AppDbContext db, CouncilTime time, AuditLog audit, CaseFiles files, CaseDesk desk, HireDrafts drafts, Claims claims, ScreeningRuns screening,
    Revisions revisions, CaseNotices notices, Transactions transactions, ElectionPrecedence elections, CoSigning coSigning)
{
    /// <summary>Sends the application: every answer valid, every date claimed, names tried against the lists, N1 queued.</summary>
    public async Task<Outcome> SubmitAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        Guid? refusedOn = null;
        var outcome = await transactions.RunAsync(async cancel =>
        {
            var file = await files.LoadHireAsync(reference, actor, cancel);
            if (file is null)
                return Outcome.NotFound();
            refusedOn = file.Case.Id;
            if (file.Case.State != CaseState.Draft)
                return file.Case.SubmittedUtc is null ? Outcome.Refused(new Refusal("State", "This application is closed. Start again from it.")) : Outcome.Ok();
            return await SubmitAsync(file, actor, cancel);
        }, cancellationToken);
        if (!outcome.Succeeded && refusedOn is { } id)
            await audit.RefusedAsync(actor, "Hire.Submit", new AuditSubject("Case", id, id, nameof(CaseState.Draft), nameof(CaseState.Draft)), outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task<Outcome> SubmitAsync(HireFile file, Actor actor, CancellationToken cancellationToken)
    {
        if (file.CannotSpeakFor(actor) is { Code: "S3" } notYet)
            return Outcome.Refused(notYet);
        var problems = await drafts.ProblemsAsync(file, cancellationToken);
        if (problems.Count > 0)
            return Outcome.Refused(problems);
        var facts = file.FactsFor(actor) with { AnswersComplete = true, SignatoryNamed = SignatoryNamed(file) };
        var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.Submit, file.GroupRoles(actor), facts);
        if (!step.Succeeded)
            return Outcome.Refused(step.Refusals);
        if (await TooManyAsync(file, cancellationToken) is { } tooMany)
            return Outcome.Refused(tooMany);

        var slots = HireSlots.Of(file.Hire.Answers);
        if (!slots.Succeeded)
            return Outcome.Refused(slots.Refusals);
        foreach (var occurrence in Occurrences(file, slots.Value))
        {
            file.Hire.Add(occurrence);
            db.Occurrences.Add(occurrence);
        }
        await elections.MakeWayAsync(file, cancellationToken);
        var claimed = await claims.ClaimAsync(file.Hire.Occurrences, file.Hire.Answers.Attendance.People ?? 1, cancellationToken);
        if (!claimed.Succeeded)
            return claimed;

        db.Submissions.Add(file.Hire.Freeze(Guid.CreateVersion7(), actor.Id, file.Policy.Number, time.NowUtc));
        file.Case.Derive(file.Tier, file.Policy.Number, file.Hire.Occurrences.Min(o => o.StartUtc));
        file.Case.Take(step.Value, time.NowUtc);
        desk.NoteTyping(file, actor);
        await RecordOwnChecksAsync(file, cancellationToken);
        coSigning.AskIfNeeded(file);
        await notices.QueueAsync(NoticeCode.N1, file, cancellationToken);
        audit.Append(actor, "Hire.Submit", new AuditSubject("Case", file.Case.Id, file.Case.Id, step.Value.From.ToString(), step.Value.To.ToString(), file.Policy.Number),
            new { dates = file.Hire.Occurrences.Count, tier = file.Tier, triggers = file.Derived.Triggers.Select(t => t.Code) });
        await desk.FollowAsync(file, actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    // XREF without hits and INS by venue cover record themselves, as the system. RULEBOOK 5.
    private async Task RecordOwnChecksAsync(HireFile file, CancellationToken cancellationToken)
    {
        if (file.Derived.Needs(CheckCode.XREF))
            await screening.RunAsync(file, cancellationToken);
        revisions.RecordVenueCover(file);
    }

    private static bool SignatoryNamed(HireFile file) =>
        file.Hire.HirerKind != HirerKind.Group || file.Organisation.Memberships.Any(m => m.Roles.HasFlag(Roles.Signatory));

    private static IEnumerable<Occurrence> Occurrences(HireFile file, IReadOnlyList<HireSlot> slots) =>
        slots.Select((slot, index) => new Occurrence(
            Guid.CreateVersion7(), file.Case.Id, index + 1, file.Space!.Id, slot.Slot, file.Space.BufferBeforeMinutes, file.Space.BufferAfterMinutes));

    // A hirer may have ≤10◆ undecided applications. RULEBOOK 3 B4.
    private async Task<Refusal?> TooManyAsync(HireFile file, CancellationToken cancellationToken)
    {
        // A candidate's right does not depend on other applications
        if (file.Hire.Answers.IsElectionMeeting())
            return null;
        CaseState[] undecided = [CaseState.Submitted, CaseState.Checking, CaseState.Referred, CaseState.InfoRequested, CaseState.ReadyForDecision, CaseState.MindedToRefuse];
        var open = await db.Cases.CountAsync(c => c.OrganisationId == file.Case.OrganisationId && c.Kind == CaseKind.Hire && undecided.Contains(c.State), cancellationToken);
        return open < file.Policy.UndecidedApplications
            ? null
            : new Refusal("B4", $"{(file.Hire.HirerKind == HirerKind.Group ? "Your group has" : "You have")} {open} applications that are not decided yet. Wait for a decision on one of them, or withdraw one, before you send another.");
    }
}
