using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>The group takes its application back before a decision.</summary>
public sealed class WithdrawModel(CaseFiles files, HireEndings endings) : ApplicationPage(files)
{
    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    protected override bool IsOpen => HireActs.MayWithdraw(Application, Me);

    protected override string Done => "You took the application back. Its dates are free again.";

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken) => endings.WithdrawAsync(Reference, Input.SeenVersion, Me, cancellationToken);

    public sealed class WithdrawInput
    {
        public int SeenVersion { get; set; }
    }
}

/// <summary>What somebody of the group may do now: the workflow's own rows decide, so that buttons and refusals agree.</summary>
public static class HireActs
{
    public static bool MayWithdraw(HireFile file, Actor actor) => May(file, CaseAction.Withdraw, actor);

    public static bool MayCancel(HireFile file, Actor actor) => May(file, CaseAction.CancelByHirer, actor);

    // A breach is the hirer's own record, reviewed whatever became of the case
    public static bool MayAskReview(HireFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.After.OpenReview is null && file.GroupRoles(actor).HasFlag(Roles.LeadContact) && file.After.Reviewables(file)
            .Any(one => one.Subject == Domain.Decisions.ReviewSubject.Breach || May(file, CaseAction.AskReview, actor));
    }

    private static bool May(HireFile file, CaseAction action, Actor actor) =>
        HireWorkflow.Table.Try(file.Case.State, action, file.GroupRoles(actor), file.FactsFor(actor)).Succeeded;
}
