using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Something the group can do now.</summary>
public sealed record HireAct(string Text, string Href, string? Kind = null);

/// <summary>An application: its tasks until it is sent, and where it stands from then on.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class DetailsModel(CaseFiles files, Navigation navigation) : PageModel
{
    [FromRoute]
    public string Reference { get; set; } = "";

    public CaseFile Application { get; private set; } = null!;

    public HireStatus Status => HireStatus.Of(Application);
    /// <summary>True for an officer who types for the hirer.</summary>
    public bool IsTyping => User.ToActor().IsStaff;
    public bool IsDraft => Application.Case.State == CaseState.Draft;
    public string Title => Application.Hire.Answers.Event.Title ?? "Your application";
    public string Room => $"{Application.Space?.Name}, {Application.Venue?.Name}, {Application.Venue?.Address}";

    public IReadOnlyList<HireTask> Tasks => HireTask.For(Application);
    public HireAnswersView Answers => new(Reference, AnswerSummary.Of(Application), CanChange: false);
    public IReadOnlyList<HireMoment> Timeline => HireTimeline.Of(Application);

    /// <summary>What the council decided against the group, newest first: refused or cancelled, whole or some dates. A review that set it aside shows beside it.</summary>
    public IEnumerable<Decision> Against => Application.Decisions.Where(d => d.Kind is DecisionKind.Refuse or DecisionKind.RefuseDates or DecisionKind.Cancel).Reverse();

    /// <summary>What the group is offered and paid back for a cancellation.</summary>
    public Cancellation? CancellationOf(Decision decision) => Application.After.Cancellations.FirstOrDefault(c => c.DecisionId == decision?.Id);

    /// <summary>The outcomes of reviews, newest first.</summary>
    public IEnumerable<Review> Outcomes => Application.After.Reviews.Where(r => !r.IsOpen).Reverse();

    /// <summary>What is or was said against the group about this booking.</summary>
    public IEnumerable<Breach> Breaches => Application.After.Breaches.Where(b => b.CaseId == Application.Case.Id);

    public bool HasCalendar => navigation.Has("/hire/{reference}/calendar")
        && Application.Hire.Occurrences.Any(o => o.State is OccurrenceState.Confirmed or OccurrenceState.Completed);

    public IReadOnlyList<HireAct> Acts { get; private set; } = [];
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        Application = file;
        Acts = [.. ActsNow()];
        return Page();
    }

    /// <summary>The room of a date that is not in the room of the others.</summary>
    public string? InRoom(Occurrence date) => Application.RoomOf(date) is var room && room.Id != Application.Space?.Id ? $", {room.Name}" : null;

    public static string Timing(Condition condition) => condition.Timing switch
    {
        ConditionTiming.Before => $"By {Domain.Premises.PremisesWords.Day(condition.DueOn)}",
        ConditionTiming.AtTheEvent => "At the event",
    };

    public static string Word(Condition condition) => condition.State switch
    {
        ConditionState.Open => condition.Timing == ConditionTiming.Before ? "To do" : "To accept",
        ConditionState.Accepted => "Accepted",
        ConditionState.Met => "Done",
        ConditionState.Kept => "Kept",
        ConditionState.Broken => "Not kept",
        ConditionState.Lifted => "Taken away after your review",
    };

    public static string Colour(Condition condition) => condition.State == ConditionState.Open ? "blue" : condition.State == ConditionState.Broken ? "red" : "green";

    // What the group must do comes first, what it may do after
    private IEnumerable<HireAct> ActsNow()
    {
        var (state, at) = (Application.Case.State, HireSteps.Home(Reference));
        if (state == CaseState.InfoRequested)
            yield return new("Answer our question", at + "/answer");
        if (state == CaseState.MindedToRefuse)
            yield return new("Tell us your side", at + "/answer");
        if (state == CaseState.ApprovedWithConditions && Application.Conditions.Any(c => c is { Timing: ConditionTiming.AtTheEvent, State: ConditionState.Open }))
            yield return new("Read and accept the conditions", at + "/conditions");
        foreach (var breach in Breaches.Where(b => b is { State: BreachState.Alleged, AnsweredUtc: null }))
            yield return new("Tell us your side", $"{at}/breaches/{breach.Id}");
        if (HireActs.MayAskReview(Application, User.ToActor()))
            yield return new("Ask for a review", at + "/review", state.IsClosed() ? null : "secondary");
        var open = !state.IsClosed();
        if (open && HireSteps.MustSign(Application))
            yield return new("Sign the declaration", at + "/sign");
        if (CoSigning.IsOpen(Application))
            yield return new("Ask the real organiser to sign again", at + "/co-sign", "secondary");
        if (open && Application.Derived.Needs(CheckCode.DBS) && navigation.Has("/hire/{reference}/dbs"))
            yield return new("Confirm DBS checks", at + "/dbs");
        if (Changes.MayNotStart(Application, User.ToActor()) is null)
            yield return new(Application.Change is { State: ChangeState.Draft } ? "Go on with your change" : "Change something", at + "/change", "secondary");
        else if (Application.Proposed is not null)
            yield return new("See the change you asked for", at + "/change", "secondary");
        if (HireActs.MayCancel(Application, User.ToActor()))
            yield return new("Cancel dates", at + "/cancel", "secondary");
        if (HireActs.MayWithdraw(Application, User.ToActor()))
            yield return new("Take this application back", at + "/withdraw", "secondary");
        if (state != CaseState.Draft && Application.GroupRoles(User.ToActor()).HasFlag(Roles.LeadContact))
            yield return new("Start again from this one", at + "/again", open ? "secondary" : null);
    }
}
