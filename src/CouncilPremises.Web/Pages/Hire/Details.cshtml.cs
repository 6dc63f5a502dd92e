using CouncilPremises.Application.Cases;
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

    public bool IsDraft => Application.Case.State == CaseState.Draft;

    public string Title => Application.Hire.Answers.Event.Title ?? "Your application";

    public string Room => $"{Application.Space?.Name}, {Application.Venue?.Name}, {Application.Venue?.Address}";

    public IReadOnlyList<HireTask> Tasks => HireTask.For(Application);

    public HireAnswersView Answers => new(Reference, AnswerSummary.Of(Application), CanChange: false);

    public IReadOnlyList<HireMoment> Timeline => HireTimeline.Of(Application);

    /// <summary>The refusal, for a case that was refused.</summary>
    public Decision? Refusal => Application.Case.State == CaseState.Refused ? Application.Decisions.LastOrDefault(d => d.Kind == DecisionKind.Refuse) : null;

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
    };

    public static string Colour(Condition condition) => condition.State == ConditionState.Open ? "blue" : condition.State == ConditionState.Broken ? "red" : "green";

    public static string Word(OccurrenceState state) => state switch
    {
        OccurrenceState.Held => "Held for you",
        OccurrenceState.Confirmed => "Booked",
        OccurrenceState.Refused => "Not approved",
        OccurrenceState.Released => "Given back",
        OccurrenceState.CancelledByHirer => "Cancelled",
        OccurrenceState.Completed => "Over",
        OccurrenceState.OnHold => "Paused",
        OccurrenceState.CancelledByCouncil => "Cancelled by the council",
        OccurrenceState.NotDecided => "Not decided in time",
    };

    public static string Colour(OccurrenceState state) => state switch
    {
        OccurrenceState.Held => "blue",
        OccurrenceState.Confirmed => "green",
        OccurrenceState.OnHold => "yellow",
        OccurrenceState.Refused or OccurrenceState.CancelledByCouncil => "red",
        OccurrenceState.Released or OccurrenceState.CancelledByHirer or OccurrenceState.Completed or OccurrenceState.NotDecided => "grey",
    };

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
        var open = !state.IsClosed();
        if (open && HireSteps.MustSign(Application))
            yield return new("Sign the declaration", at + "/sign");
        if (open && Application.Derived.Needs(CheckCode.DBS) && navigation.Has("/hire/{reference}/dbs"))
            yield return new("Confirm DBS checks", at + "/dbs");
        if (HireActs.MayCancel(Application, User.ToActor()))
            yield return new("Cancel dates", at + "/cancel", "secondary");
        if (HireActs.MayWithdraw(Application, User.ToActor()))
            yield return new("Take this application back", at + "/withdraw", "secondary");
        if (!open)
            yield return new("Start a new application", "/hire/new");
    }
}
