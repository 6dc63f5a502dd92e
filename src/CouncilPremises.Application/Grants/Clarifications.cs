using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Grants;

/// <summary>What a grant officer asks the group.</summary>
/// <param name="Sections">Sections that open again, each with its question; none when only something else is asked.</param>
/// <param name="Question">Something no section answers; may be empty when a section is opened.</param>
public sealed record AskForClarification(IReadOnlyList<GrantQuestion> Sections, string? Question);

/// <summary>Clarification of named sections only, and the group's answer: the next numbered submission. Scores of an earlier one are outdated by it,
/// and must be renewed. RULEBOOK 6, N2.</summary>
public sealed class Clarifications(AppDbContext db, CouncilTime time, CaseDesk desk, CaseNotices notices, ScreeningRuns screening)
{
    private const int MostCharacters = 2000;

    /// <summary>Asks.</summary>
    public Task<Outcome> AskAsync(string reference, AskForClarification input, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Information.Ask", seenVersion, async file =>
        {
            ArgumentNullException.ThrowIfNull(input);
            var step = file.Workflow.Try(file.Case.State, CaseAction.RequestInformation, actor.StaffRoles, file.FactsFor(actor));
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            var asked = input.Sections.Select(one => one with { Question = one.Question?.Trim() ?? "" }).DistinctBy(one => one.Section).OrderBy(one => one.Section).ToList();
            var question = input.Question?.Trim() ?? "";
            if (Mistakes(asked, question) is { Count: > 0 } mistakes)
                return ActResult.No(mistakes);
            var due = file.WorkingDays.Add(time.Today, file.Policy.InformationWorkingDays);
            var request = new InformationRequest(Guid.CreateVersion7(), file.Case.Id, file.Case.State, asked, question, actor.Id, due, time.NowUtc);
            db.InformationRequests.Add(request);
            file.Add(request);
            if (asked.Count > 0)
                file.Grant.Open(request.Id, asked.Select(one => one.Section).ToValueList());
            file.Case.Take(step.Value, time.NowUtc);
            await notices.QueueAskedAsync(file, setsAside: false, cancellationToken);
            return ActResult.Done(new { sections = asked.Select(one => one.Section) });
        }, cancellationToken);

    private static List<Refusal> Mistakes(List<GrantQuestion> asked, string question)
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
                mistakes.Add(new Refusal("Length", $"{GrantWords.Name(section)}: write what you ask in 1 to 1,000 characters.", $"Questions[{section}]"));
            else if (Markings.Forbidden(words) is { } forbidden)
                mistakes.Add(new Refusal("Marking", forbidden, $"Questions[{section}]"));
        return mistakes;
    }

    /// <summary>Sends the group's answer.</summary>
    public Task<Outcome> AnswerAsync(string reference, string? answer, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Information.Answer", null, async file =>
        {
            var open = file.InformationRequests.LastOrDefault(r => r.Answer is null);
            var text = answer?.Trim() ?? "";
            var facts = file.FactsFor(actor) with { InformationAnswered = open is not null && (open.Question.Length == 0 || text.Length > 0) };
            var step = file.Workflow.Try(file.Case.State, CaseAction.AnswerInformation, file.GroupRoles(actor), facts);
            if (!step.Succeeded)
                return ActResult.No(step.Refusals.Select(r => r.Code == "Answer" ? r with { Field = "Answer" } : r).ToList());
            if (text.Length > 4000)
                return ActResult.No("Length", "Use 4,000 characters or fewer.", "Answer");
            if (Markings.Forbidden(text) is { } marking)
                return ActResult.No("Marking", marking, "Answer");
            if (file.Grant.Clarification is { } clarification && await TakeOverAsync(file, clarification, actor, cancellationToken) is { Count: > 0 } refusals)
                return ActResult.No(refusals);
            open!.Reply(text.Length > 0 ? text : "The answers were gone over again.", actor.Id, time.NowUtc);
            file.Case.Take(step.Value, time.NowUtc);
            return ActResult.Done(new { submission = file.SubmissionNumber });
        }, cancellationToken);

    private async Task<IReadOnlyList<Refusal>> TakeOverAsync(GrantFile file, Clarification open, Actor actor, CancellationToken cancellationToken)
    {
        if (open.Sections.Except(open.Saved).ToList() is { Count: > 0 } left)
            return [.. left.Select(section => new Refusal("Answers", $"Go over this part first: {GrantWords.Name(section)}."))];
        // Only what was asked about has to be right: an answer elsewhere may have gone stale since it was sent
        if (GrantDrafts.Problems(file, open.Answers, open.Sections) is { Count: > 0 } problems)
            return problems;
        var before = file.NamesToTry;
        file.Grant.CloseOpened(takeOver: true);
        db.GrantSubmissions.Add(file.Grant.Freeze(Guid.CreateVersion7(), actor.Id, file.PolicyOfClocks.Number, time.NowUtc));
        foreach (var earlier in file.Assessments.Where(one => one.State == AssessmentState.Given))
            earlier.Take(AssessmentWorkflow.Table.Try(earlier.State, AssessmentAction.Outdate, Roles.System, new AssessmentFacts { NewerSubmission = true }).Value, time.NowUtc);
        if (file.NamesToTry.ExceptBy(before.Select(name => (name.Text, name.As)), name => (name.Text, name.As)).Any())
            await screening.RunAsync(file, cancellationToken);
        return [];
    }
}
