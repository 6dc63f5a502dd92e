using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Cases;

/// <summary>A request for advice.</summary>
public sealed record AskAdvice(ConsultationKind Kind, string? Question);

/// <summary>The answer to one. Text is at most 500 characters; for children's services it is the reference only.</summary>
public sealed record AnswerAdvice(Guid ConsultationId, ConsultationAnswer? Answer, string? Text);

/// <summary>Consultations: recorded requests for advice. Advice binds nobody. RULEBOOK 6.</summary>
public sealed class Consultations(AppDbContext db, CouncilTime time, CaseDesk desk, ScreeningClosure closure)
{
    /// <summary>Asks for advice; an approval waits for the answer.</summary>
    public Task<Outcome> AskAsync(string reference, AskAdvice input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Consultation.Ask", null, file => Task.FromResult(Ask(file, input, actor)), cancellationToken);

    private ActResult Ask(CaseFile file, AskAdvice input, Actor actor)
    {
        var question = input.Question?.Trim() ?? "";
        if (file.CannotWork(actor) is { } refusal)
            return ActResult.No(refusal);
        if (question.Length is 0 or > 1000)
            return ActResult.No("Length", "Write a question of 1 to 1,000 characters.", nameof(input.Question));
        if (Markings.Forbidden(question) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Question));
        if (file.Consultations.Any(c => c.Kind == input.Kind && c.Answer is null))
            return ActResult.No("Open", "This advice has been asked for already. Wait for the answer or record it.", nameof(input.Kind));
        var due = file.WorkingDays.Add(time.Today, file.Policy.ConsultationWorkingDays);
        var consultation = new Consultation(Guid.CreateVersion7(), file.Case.Id, input.Kind, question, actor.Id, due, time.NowUtc);
        db.Consultations.Add(consultation);
        file.Add(consultation);
        file.Case.MarkSensitive();
        return ActResult.Done(new { input.Kind });
    }

    /// <summary>Records the answer.</summary>
    public Task<Outcome> AnswerAsync(string reference, AnswerAdvice input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Consultation.Answer", null, file => Task.FromResult(Answer(file, input, actor)), cancellationToken);

    private ActResult Answer(CaseFile file, AnswerAdvice input, Actor actor)
    {
        var text = input.Text?.Trim();
        var consultation = file.Consultations.FirstOrDefault(c => c.Id == input.ConsultationId);
        if (consultation is null)
            return ActResult.No(Refusal.NotFoundCode, "This request for advice is not part of the case.");
        if (consultation.Answer is not null)
            return ActResult.No(Refusal.ChangedCode, "A colleague has recorded the answer already.");
        if (!actor.StaffRoles.Has(Permission.AnswerConsultations) || !MayAnswer(consultation.Kind, actor))
            return ActResult.No("Role", "This answer is recorded by somebody whose role it is.");
        if (file.CannotAct(actor) is { } refusal)
            return ActResult.No(refusal);
        if (input.Answer is not { } answer)
            return ActResult.No("Required", "Choose what kind of answer it is.", nameof(input.Answer));
        if (text?.Length > 500)
            return ActResult.No("Length", "Use 500 characters or fewer.", nameof(input.Text));
        if (consultation.Kind == ConsultationKind.ChildrensServices && text?.Length > 60)
            return ActResult.No("Children", "Write the reference only. What was said stays with children's services.", nameof(input.Text));
        if (Markings.Forbidden(text) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Text));
        consultation.Reply(answer, text, actor.Id, time.NowUtc);
        closure.CloseWhenSettled(file);
        return ActResult.Done(new { consultation.Kind, answer });
    }

    // The Prevent lead and safeguarding officers record their own advice; officers record what others wrote to them. RULEBOOK 1.
    private static bool MayAnswer(ConsultationKind kind, Actor actor) => kind switch
    {
        ConsultationKind.PreventLead => actor.HasAny(Roles.PreventLead),
        ConsultationKind.ChildrensServices or ConsultationKind.AdultSafeguarding => actor.HasAny(Roles.SafeguardingOfficer),
        ConsultationKind.Police or ConsultationKind.Legal or ConsultationKind.Equality or ConsultationKind.Licensing =>
            actor.HasAny(Roles.FacilitiesOfficer | Roles.FacilitiesApprover),
    };
}
