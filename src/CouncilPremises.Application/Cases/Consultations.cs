using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Cases;

/// <summary>A request for advice of anybody but children's services, who are told in another way.</summary>
public sealed record AskAdvice(ConsultationKind Kind, string? Question);

/// <summary>The answer to one.</summary>
/// <param name="ConsultationId">Which.</param>
/// <param name="Answer">Its kind; not kept for children's services.</param>
/// <param name="Text">At most 500 characters; for children's services the reference only.</param>
/// <param name="On">The day it was given.</param>
/// <param name="BarsNotice">True when the police bar telling the hirer before a decision; the text then says who does, and their reference.</param>
public sealed record AnswerAdvice(Guid ConsultationId, ConsultationAnswer? Answer, string? Text, DateOnly? On = null, bool BarsNotice = false);

/// <summary>Consultations: recorded requests for advice. Advice binds nobody. RULEBOOK 6.</summary>
public sealed class Consultations(AppDbContext db, CouncilTime time, CaseDesk desk, ScreeningClosure closure)
{
    private static readonly Refusal NotPart = new(Refusal.NotFoundCode, "This request for advice is not part of the case.");
    private static readonly Refusal Closed = new(Refusal.ChangedCode, "A colleague has recorded the answer already, or gone on without it.");

    /// <summary>Asks for advice; an approval waits for the answer.</summary>
    public Task<Outcome> AskAsync(string reference, AskAdvice input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Consultation.Ask", null, file => Task.FromResult(Ask(file, input, actor)), cancellationToken);

    private ActResult Ask(CaseFile file, AskAdvice input, Actor actor)
    {
        var question = input.Question?.Trim() ?? "";
        if (file.CannotWork(actor) is { } refusal)
            return ActResult.No(refusal);
        if (input.Kind == ConsultationKind.ChildrensServices)
            return ActResult.No("Children", "A belief that a child is at risk is recorded on its own page, without a question.", nameof(input.Kind));
        if (question.Length is 0 or > ConsultationRules.LongestQuestion)
            return ActResult.No("Length", "Write a question of 1 to 1,000 characters.", nameof(input.Question));
        if (Markings.Forbidden(question) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Question));
        if (file.Consultations.Any(c => c.Kind == input.Kind && c.IsOpen))
            return ActResult.No("Open", "This advice has been asked for already. Wait for the answer or record it.", nameof(input.Kind));
        Add(file, input.Kind, question, actor);
        return ActResult.Done(new { input.Kind });
    }

    /// <summary>Somebody believes that an under-18 is at risk: nothing about the case goes on before children's services have been told.
    /// What was seen or heard is never entered. Anybody who may act on the case may raise it.</summary>
    public Task<Outcome> ChildAtRiskAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Consultation.ChildAtRisk", null, file =>
        {
            if (!actor.HasAny(file.Case.Kind.Team()))
                return Task.FromResult(ActResult.No("Role", $"Somebody who works on {file.Case.Kind.Word()} cases records this. Tell children's services yourself all the same."));
            if (file.CannotAct(actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (file.Consultations.Any(c => c is { Kind: ConsultationKind.ChildrensServices, IsOpen: true }))
                return Task.FromResult(ActResult.No("Open", "This has been raised already. The case waits until the reference is recorded."));
            Add(file, ConsultationKind.ChildrensServices, "", actor);
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);

    private void Add(CaseFile file, ConsultationKind kind, string question, Actor actor)
    {
        var due = file.WorkingDays.Add(time.Today, file.Policy.ConsultationWorkingDays);
        var consultation = new Consultation(Guid.CreateVersion7(), file.Case.Id, kind, question, actor.Id, due, time.NowUtc);
        db.Consultations.Add(consultation);
        file.Add(consultation);
        file.Case.MarkSensitive();
    }

    /// <summary>Records the answer; for children's services the day they were told and their reference.</summary>
    public Task<Outcome> AnswerAsync(string reference, AnswerAdvice input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Consultation.Answer", null, file => Task.FromResult(Answer(file, input, actor)), cancellationToken);

    private ActResult Answer(CaseFile file, AnswerAdvice input, Actor actor)
    {
        var text = input.Text?.Trim() is { Length: > 0 } given ? given : null;
        if (file.Consultations.FirstOrDefault(c => c.Id == input.ConsultationId) is not { } asked)
            return ActResult.No(NotPart);
        if (!asked.IsOpen)
            return ActResult.No(Closed);
        if (!actor.HasAny(ConsultationRules.Recorders(asked.Kind)))
            return ActResult.No("Role", "This answer is recorded by somebody whose role it is.");
        if (file.CannotAct(actor) is { } refusal)
            return ActResult.No(refusal);
        var on = input.On ?? time.Today;
        if (on > time.Today || on < CouncilTime.DayOf(asked.AskedUtc).AddDays(-31))
            return ActResult.No("Date", "Enter the day it happened: not in the future.", nameof(input.On));
        var isChildren = asked.Kind == ConsultationKind.ChildrensServices;
        if (isChildren && !ConsultationRules.IsReference(text))
            return ActResult.No("Children", "Write the reference only, such as CS-2026-0412. What was said stays with children's services.", nameof(input.Text));
        if (!isChildren && input.Answer is null)
            return ActResult.No("Required", "Choose what kind of answer it is.", nameof(input.Answer));
        if (text?.Length > ConsultationRules.LongestAnswer)
            return ActResult.No("Length", "Use 500 characters or fewer.", nameof(input.Text));
        if (Markings.Forbidden(text) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Text));
        if (input.BarsNotice && asked.Kind != ConsultationKind.Police)
            return ActResult.No("N9", "Only the police may bar telling the hirer.", nameof(input.BarsNotice));
        if (input.BarsNotice && text is null)
            return ActResult.No("N9", "Write which force bars it, who says so, and their reference. Nothing of what they know.", nameof(input.Text));
        asked.Reply(isChildren ? null : input.Answer, text, on, actor.Id, time.NowUtc, input.BarsNotice);
        closure.CloseWhenSettled(file);
        return ActResult.Done(isChildren ? null : new { asked.Kind, input.Answer, asked.BarsNotice });
    }

    /// <summary>Gives overdue advice more time, once.</summary>
    public Task<Outcome> ExtendAsync(string reference, Guid consultationId, string? reason, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Consultation.Extend", null, file => Task.FromResult(OnOverdue(file, consultationId, reason, actor, asked =>
        {
            if (asked.ExtendedUtc is not null)
                return ActResult.No("Once", "More time was given once already. Record the answer or go on without it.");
            asked.Extend(file.WorkingDays.Add(time.Today, file.Policy.ConsultationWorkingDays), time.NowUtc);
            return ActResult.Done(new { asked.Kind, asked.DueOn, reason });
        })), cancellationToken);

    /// <summary>Goes on without overdue advice. Never without children's services.</summary>
    public Task<Outcome> GoOnAsync(string reference, Guid consultationId, string? reason, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Consultation.GoOn", null, file => Task.FromResult(OnOverdue(file, consultationId, reason, actor, asked =>
        {
            if (asked.Kind == ConsultationKind.ChildrensServices)
                return ActResult.No("Children", "Nothing goes on before children's services have been told. Record their reference.");
            asked.Leave(reason!.Trim(), actor.Id, time.NowUtc);
            return ActResult.Done(new { asked.Kind });
        })), cancellationToken);

    private ActResult OnOverdue(CaseFile file, Guid consultationId, string? reason, Actor actor, Func<Consultation, ActResult> act)
    {
        if (file.Consultations.FirstOrDefault(c => c.Id == consultationId) is not { } asked)
            return ActResult.No(NotPart);
        if (file.CannotWork(actor) is { } refusal)
            return ActResult.No(refusal);
        if (!asked.IsOpen)
            return ActResult.No(Closed);
        if (asked.DueOn >= time.Today)
            return ActResult.No("Due", $"The advice is not overdue: it may come until {NoticeWords.Day(asked.DueOn)}.");
        if (reason?.Trim().Length is not (>= 10 and <= ConsultationRules.LongestAnswer))
            return ActResult.No("Reason", "Say why, in 10 to 500 characters.", "Reason");
        return Markings.Forbidden(reason) is { } marking ? ActResult.No("Marking", marking, "Reason") : act(asked);
    }
}
