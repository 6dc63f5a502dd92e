using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Seeding;

/// <summary>The self-assessment of last year, so that this year's has something to be compared with: completed by a grant officer, signed by an approver.</summary>
internal sealed class DemoProgramme(IServiceProvider services, SeedClock clock, DateOnly today)
{
    private const int CompletedDaysAgo = 150;

    private static readonly (int Level, string Evidence, string Action)[] Found =
    [
        (3, "The picture of need of last spring names nine sources and went to the oversight group in May.", "Go through it ward by ward with the residents' associations before the next plan."),
        (2, "Four groups sent most of the applications. Two meetings in Saltmarsh brought three new ones.", "Hold an open evening in each ward that sent none, with help to write."),
        (3, "The oversight group met four times and saw money, outcomes and risks each time.", "Ask the schools and the health trust to send somebody."),
        (2, "Five of eight reports came in time; two projects could not say what had changed.", "Agree outcomes that can be counted before an award is made."),
        (3, "Each decision has its equality note on file. Nobody asked for a review.", "Look at who applied, and who did not, by ward."),
        (3, "Every project with children had its checks before the first session.", "Call each of them once in the year."),
        (2, "Budgets were checked at the end, and £1,140 came back unspent.", "Compare the costs of like projects while they run."),
        (1, "Lessons stand in the reports and went no further.", "Share them on the page of lessons, and read them before the next round."),
    ];

    /// <summary>Walks it through the ordinary services.</summary>
    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        clock.GoBack(CompletedDaysAgo);
        var year = FinancialYear.Of(today).Before;
        var (writer, signer) = (await StaffAsync("Owen Prytherch", cancellationToken), await StaffAsync("Robert Ashdown", cancellationToken));
        await ActAsync(assessments => assessments.StartAsync(year, writer, cancellationToken));
        var entered = StartingCriteria.All().Zip(Found, (criterion, found) => new EnteredFinding(criterion.Id, found.Level, found.Evidence, found.Action)).ToList();
        await ActAsync(assessments => assessments.CompleteAsync(year, 1, entered, writer, cancellationToken));
        clock.NextWorkingDay();
        await ActAsync(assessments => assessments.SignAsync(year, 2, signer, cancellationToken));
        clock.ComeBack();
    }

    private async Task ActAsync(Func<SelfAssessments, Task<Outcome>> act)
    {
        await using var scope = services.CreateAsyncScope();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<SelfAssessments>());
        if (!outcome.Succeeded)
            throw new SeedException($"The seeded self-assessment stopped: {string.Join(" ", outcome.Refusals.Select(refusal => refusal.Sentence))}");
        clock.Minutes(25);
    }

    private async Task<Actor> StaffAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return await db.Users.AsNoTracking().Where(user => user.FullName == name).Select(user => new Actor(user.Id, user.StaffRoles)).SingleAsync(cancellationToken);
    }
}
