using CouncilPremises.Application.Database;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Cases;

/// <summary>What an officer asks the group.</summary>
/// <param name="Sections">Sections that open again, each with its question; none when only something else is asked.</param>
/// <param name="Question">Something no section answers; may be empty when a section is opened.</param>
public sealed record AskGroup(IReadOnlyList<SectionQuestion> Sections, string? Question);

/// <summary>Asking the group for something, and their answer. The clock pauses meanwhile; only the sections named can be written again.
/// RULEBOOK 6, N2.</summary>
public sealed class InformationRequests(
    AppDbContext db, CouncilTime time, CaseDesk desk, CaseNotices notices, HireDrafts drafts, Revisions revisions)
{
    private const int MostCharacters = 2000;
    private const string WroteAgain = "The answers were gone over again.";

    /// <summary>Asks.</summary>
    public Task<Outcome> AskAsync(string reference, AskGroup input, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Information.Ask", seenVersion, async file =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.RequestInformation, actor.StaffRoles, file.FactsFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            var asked = input.Sections.Select(one => one with { Question = one.Question?.Trim() ?? "" }).DistinctBy(one => one.Section).OrderBy(one => one.Section).ToList();
            var question = input.Question?.Trim() ?? "";
            if (Mistakes(asked, question) is { Count: > 0 } mistakes)
                return ActResult.No(mistakes);
            var unsent = file.Change is { State: ChangeState.Draft } begun ? begun : null;
            unsent?.Take(ChangeWorkflow.Table.Try(unsent.State, ChangeAction.Withdraw, Roles.System, new ChangeFacts { CaseOver = true }).Value, time.NowUtc);
            var due = file.WorkingDays.Add(time.Today, file.Policy.InformationWorkingDays);
            var request = new InformationRequest(Guid.CreateVersion7(), file.Case.Id, file.Case.State, asked, question, actor.Id, due, time.NowUtc);
            db.InformationRequests.Add(request);
            file.Add(request);
            if (asked.Count > 0)
                Open(file, request, actor);
            file.Case.Take(step.Value, time.NowUtc);
            await notices.QueueAskedAsync(file, unsent is { SavedSections.Count: > 0 }, cancellationToken);
            return ActResult.Done(new { sections = asked.Select(one => one.Section) });
        }, cancellationToken);

    private void Open(HireFile file, InformationRequest request, Actor actor)
    {
        var change = new Change(Guid.CreateVersion7(), file.Hire, [.. request.Asked.Select(one => one.Section)], request.Id, actor.Id, time.NowUtc);
        db.Changes.Add(change);
        file.Add(change);
    }

    private static List<Refusal> Mistakes(List<SectionQuestion> asked, string question)
    {
        var mistakes = new List<Refusal>();
        if (asked.Count == 0 && question.Length == 0)
            mistakes.Add(new Refusal("Length", "Choose the parts to open again, or write what you need from the group.", "Question"));
        if (question.Length > MostCharacters)
            mistakes.Add(new Refusal("Length", "Write what you need from the group in 2,000 characters or fewer.", "Question"));
        if (Markings.Forbidden(question) is { } marking)
            mistakes.Add(new Refusal("Marking", marking, "Question"));
        foreach (var (section, words) in asked)
            if (words.Length is 0 or > SectionQuestions.MostCharacters)
                mistakes.Add(new Refusal("Length", $"{SectionQuestions.Name(section)}: write what you ask in 1 to 1,000 characters.", $"Questions[{section}]"));
            else if (Markings.Forbidden(words) is { } forbidden)
                mistakes.Add(new Refusal("Marking", forbidden, $"Questions[{section}]"));
        return mistakes;
    }

    /// <summary>Sends the group's answer: changed sections become the next numbered submission, triggers are derived again, and the case
    /// goes back to where it was as far as its checks allow.</summary>
    public Task<Outcome> AnswerAsync(string reference, string? answer, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Information.Answer", null, async file =>
        {
            var open = file.InformationRequests.LastOrDefault(r => r.Answer is null);
            var (text, change) = (answer?.Trim() ?? "", file.Open?.Change);
            var facts = file.FactsFor(actor) with { InformationAnswered = open is not null && (open.Question.Length == 0 || text.Length > 0) };
            var step = HireWorkflow.Table.Try(file.Case.State, CaseAction.AnswerInformation, file.GroupRoles(actor), facts);
            if (!step.Succeeded)
                return ActResult.No(step.Refusals.Select(r => r.Code == "Answer" ? r with { Field = "Answer" } : r).ToList());
            if (text.Length > 4000)
                return ActResult.No("Length", "Use 4,000 characters or fewer.", "Answer");
            if (Markings.Forbidden(text) is { } marking)
                return ActResult.No("Marking", marking, "Answer");
            if (change is not null && await TakeOverAsync(file, change, actor, cancellationToken) is { Count: > 0 } refusals)
                return ActResult.No(refusals);
            open!.Reply(text.Length > 0 ? text : WroteAgain, actor.Id, time.NowUtc);
            file.Case.Take(step.Value, time.NowUtc);
            return ActResult.Done(new { submission = file.Hire.SubmissionNumber });
        }, cancellationToken);

    private async Task<IReadOnlyList<Refusal>> TakeOverAsync(HireFile file, Change change, Actor actor, CancellationToken cancellationToken)
    {
        if (change.Sections.Except(change.SavedSections).ToList() is { Count: > 0 } left)
            return [.. left.Select(section => new Refusal("Answers", $"Go over this part first: {SectionQuestions.Name(section)}."))];
        var problems = (await drafts.ProblemsAsync(file, change.Answers, cancellationToken)).Where(problem => Concerns(problem, change)).ToList();
        var step = ChangeWorkflow.Table.Try(change.State, ChangeAction.Apply, file.GroupRoles(actor), new ChangeFacts { AnswersComplete = problems.Count == 0, Undecided = true });
        if (!step.Succeeded)
            return problems.Count > 0 ? problems : step.Refusals;
        change.Reopen(Revisions.Reopens(file, change.Answers));
        change.Take(step.Value, time.NowUtc);
        return await revisions.TakeOverAsync(file, change, Roles.LeadContact, actor, cancellationToken);
    }

    // Only what was asked about has to be right: an answer elsewhere may have gone stale since it was sent
    private static bool Concerns(Refusal problem, Change change) =>
        change.Sections.Any(section => problem.Field?.StartsWith($"{section}.", StringComparison.Ordinal) == true);
}
