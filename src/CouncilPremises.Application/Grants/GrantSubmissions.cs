using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Grants;

/// <summary>Sending an application for a grant, and taking it back. A second post of the same changes nothing.</summary>
public sealed class GrantSubmissions(
    AppDbContext db, CouncilTime time, AuditLog audit, CaseFiles files, CaseDesk desk, ScreeningRuns screening, CaseNotices notices, Transactions transactions)
{
    /// <summary>Sends the application: the round open at this instant, every answer valid, names tried against the lists, N1 queued.</summary>
    public async Task<Outcome> SubmitAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        Guid? refusedOn = null;
        var outcome = await transactions.RunAsync(async cancel =>
        {
            if (await files.LoadGrantAsync(reference, actor, cancel) is not { } file)
                return Outcome.NotFound();
            refusedOn = file.Case.Id;
            if (file.Case.State != CaseState.Draft)
                return file.Case.SubmittedUtc is null ? Outcome.Refused(new Refusal("State", "This application is closed. Start a new one while the round is open.")) : Outcome.Ok();
            return await SubmitAsync(file, actor, cancel);
        }, cancellationToken);
        if (!outcome.Succeeded && refusedOn is { } id)
            await audit.RefusedAsync(actor, "Grant.Submit", new AuditSubject("Case", id, id, nameof(CaseState.Draft), nameof(CaseState.Draft)), outcome.Refusals, cancellationToken);
        return outcome;
    }

    private async Task<Outcome> SubmitAsync(GrantFile file, Actor actor, CancellationToken cancellationToken)
    {
        if (file.WhyClosed is { } closed)
            return Outcome.Refused(closed);
        if (file.CannotSpeakFor(actor) is { Code: "S3" } notYet)
            return Outcome.Refused(notYet);
        if (GrantDrafts.Problems(file, file.Grant.Answers) is { Count: > 0 } problems)
            return Outcome.Refused(problems);
        var facts = file.FactsFor(actor) with { AnswersComplete = true, SignatoryNamed = file.Organisation.Memberships.Any(m => m.Roles.HasFlag(Roles.Signatory)) };
        var step = file.Workflow.Try(file.Case.State, CaseAction.Submit, file.GroupRoles(actor), facts);
        if (!step.Succeeded)
            return Outcome.Refused(step.Refusals);
        db.GrantSubmissions.Add(file.Grant.Freeze(Guid.CreateVersion7(), actor.Id, file.Policy.Number, time.NowUtc));
        file.Case.Derive(file.Tier, file.Policy.Number, null);
        file.Case.Take(step.Value, time.NowUtc);
        desk.NoteTyping(file, actor);
        await screening.RunAsync(file, cancellationToken);
        await notices.QueueAsync(NoticeCode.N1, file, cancellationToken);
        audit.Append(actor, "Grant.Submit", new AuditSubject("Case", file.Case.Id, file.Case.Id, step.Value.From.ToString(), step.Value.To.ToString(), file.Policy.Number),
            new { asked = file.Grant.Asked.Pence, file.Round.Slug });
        await desk.FollowAsync(file, actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Ok();
    }

    /// <summary>Takes the application back before a decision.</summary>
    public Task<Outcome> WithdrawAsync(string reference, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Grant.Withdraw", seenVersion, file =>
        {
            var step = file.Workflow.Try(file.Case.State, CaseAction.Withdraw, file.GroupRoles(actor), file.FactsFor(actor));
            if (!step.Succeeded)
                return Task.FromResult(ActResult.No(step.Refusals));
            file.Grant.CloseOpened(takeOver: false);
            file.Case.Take(step.Value, time.NowUtc);
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);
}
