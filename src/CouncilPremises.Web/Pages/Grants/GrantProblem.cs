using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>Something that stops sending, and the page where it is put right.</summary>
public sealed record GrantProblem(string Sentence, string Href)
{
    // A budget of a thousand lines may have thousands of mistakes: nobody reads more than these at once
    private const int MostOfASection = 30;

    /// <summary>Every problem of a draft, section by section.</summary>
    public static IReadOnlyList<GrantProblem> Of(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. GrantSteps.All.SelectMany(section => Of(file, section))];
    }

    /// <summary>Refusals without those of an answer that follows from another and is not asked for by itself.</summary>
    public static IReadOnlyList<Refusal> Without(IEnumerable<Refusal> refusals, string field) => [.. refusals.Where(refusal => refusal.Field != field)];

    private static IEnumerable<GrantProblem> Of(GrantFile file, GrantSection section)
    {
        var href = GrantSteps.Href(file.Case.Reference, section) + "?from=check";
        var problems = Without(GrantDrafts.Problems(file, file.Grant.Answers, [section]), "Project.Owner");
        var rest = problems.Count - MostOfASection;
        return problems.Take(MostOfASection).Select(problem => new GrantProblem(problem.Sentence, href + PageOf(problem)))
            .Concat(rest > 0 ? [new GrantProblem($"And {rest:#,0} more in this part: {GrantWords.Name(section)}", href)] : []);
    }

    private static string PageOf(Refusal problem) => FilledRows.Place(problem.Field, "Budget.Lines") is { } place ? $"&page={BudgetModel.PageOf(place)}" : "";
}
