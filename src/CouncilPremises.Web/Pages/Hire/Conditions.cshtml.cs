using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>The signatory accepts the conditions that bind at the event.</summary>
public sealed class ConditionsModel(CaseFiles files, Confirmations confirmations) : ApplicationPage(files)
{
    public IEnumerable<Condition> ToAccept => Application.Conditions.Where(c => c is { Timing: ConditionTiming.AtTheEvent, State: ConditionState.Open });

    public bool MayAccept => Application.GroupRoles(Me).HasFlag(Roles.Signatory);

    protected override bool IsOpen => Application.Case.State == CaseState.ApprovedWithConditions && ToAccept.Any();

    protected override string Done => "You accepted the conditions.";

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken) => confirmations.AcceptConditionsAsync(Reference, Me, cancellationToken);
}
