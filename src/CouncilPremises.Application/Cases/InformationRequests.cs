using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Cases;

/// <summary>Asking the group for something, and their answer. The clock pauses meanwhile. RULEBOOK 6, N2.</summary>
public sealed class InformationRequests(AppDbContext db, CouncilTime time, CaseDesk desk, CaseNotices notices)
{
    /// <summary>Asks a question.</summary>
    public Task<Outcome> AskAsync(string reference, string? question, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Information.Ask", seenVersion, async file =>
        {
            var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.RequestInformation, actor.StaffRoles, file.FactsFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            var text = question?.Trim() ?? "";
            if (text.Length is 0 or > 2000)
                return ActResult.No("Length", "Write what you need from the group in 1 to 2,000 characters.", "Question");
            if (Markings.Forbidden(text) is { } marking)
                return ActResult.No("Marking", marking, "Question");
            var due = file.WorkingDays.Add(time.Today, file.Policy.InformationWorkingDays);
            var request = new InformationRequest(Guid.CreateVersion7(), file.Case.Id, file.Case.State, [], text, actor.Id, due, time.NowUtc);
            db.InformationRequests.Add(request);
            file.Add(request);
            file.Case.Take(step.Value, time.NowUtc);
            await notices.QueueAsync(NoticeCode.N2, file, cancellationToken);
            return ActResult.Done();
        }, cancellationToken);

    /// <summary>Records the group's answer and goes on checking.</summary>
    public Task<Outcome> AnswerAsync(string reference, string? answer, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Information.Answer", null, file =>
        {
            var open = file.InformationRequests.LastOrDefault(r => r.Answer is null);
            var text = answer?.Trim() ?? "";
            var facts = file.FactsFor(actor) with { InformationAnswered = text.Length > 0 };
            var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.AnswerInformation, file.GroupRoles(actor), facts);
            if (!step.Succeeded)
                return Task.FromResult(ActResult.No(step.Refusals.Select(r => r.Code == "Answer" ? r with { Field = "Answer" } : r).ToList()));
            if (text.Length > 4000)
                return Task.FromResult(ActResult.No("Length", "Use 4,000 characters or fewer.", "Answer"));
            if (Markings.Forbidden(text) is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, "Answer"));
            open!.Reply(text, actor.Id, time.NowUtc);
            file.Case.Take(step.Value, time.NowUtc);
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);
}
