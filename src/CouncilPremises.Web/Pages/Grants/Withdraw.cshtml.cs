using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>The group takes its application back before a decision.</summary>
public sealed class WithdrawModel(CaseFiles files, GrantSubmissions submissions) : GroupCasePage<GrantFile>(files)
{
    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    protected override bool IsOpen => GrantActs.ShowsWithdraw(Application, Me);

    protected override string Done => "You took the application back.";

    // What the table would answer tells of a decision that is not published yet
    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken) => GrantActs.MayWithdraw(Application, Me)
        ? submissions.WithdrawAsync(Reference, Input.SeenVersion, Me, cancellationToken)
        : Task.FromResult(Outcome.Refused(new Refusal("Published", "The outcomes of this round are being made ready, so nothing can be taken back here now. Ring us if you no longer want a grant.")));

    public sealed class WithdrawInput
    {
        public int SeenVersion { get; set; }
    }
}
