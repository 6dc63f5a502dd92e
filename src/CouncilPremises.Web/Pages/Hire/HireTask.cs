using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Checks;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>A line of the task list.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Href">Where; null while it cannot start.</param>
/// <param name="Status">Its status in a word.</param>
/// <param name="Colour">Colour of the status where it needs an eye.</param>
public sealed record HireTask(string Title, string? Href, string Status, string? Colour)
{
    /// <summary>The tasks of a draft: the pages of questions, the declaration, and sending.</summary>
    public static IReadOnlyList<HireTask> For(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var reference = file.Case.Reference;
        var steps = HireSteps.For(file);
        var done = steps.All(step => step.IsDone(file));
        List<HireTask> tasks = [.. steps.Select(step => new HireTask(step.Title, step.Href(reference), step.IsDone(file) ? "Completed" : "To do", step.IsDone(file) ? null : "blue"))];
        if (file.Derived.Needs(CheckCode.DEC))
            tasks.Add(new HireTask("Sign the declaration", $"/hire/{reference}/sign", HireSteps.MustSign(file) ? "To do" : "Completed", HireSteps.MustSign(file) ? "blue" : null));
        tasks.Add(new HireTask("Check your answers and send", done ? HireSteps.Check(reference) : null, done ? "To do" : "Cannot start yet", done ? "blue" : null));
        return tasks;
    }
}
