using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Shared;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>An application: its tasks until it is sent, and where it stands from then on.</summary>
[RequirePermission(Permission.UseAccount)]
public sealed class DetailsModel(CaseFiles files, Navigation navigation) : PageModel
{
    [FromRoute]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    public HireFile Application { get; private set; } = null!;

    public HireStatus Status => HireStatus.Of(Application);
    /// <summary>True for an officer who types for the hirer.</summary>
    public bool IsTyping => User.ToActor().IsStaff;
    public bool IsDraft => Application.Case.State == CaseState.Draft;
    public string Title => Application.Hire.Answers.Event.Title ?? "Your application";
    public string Room => $"{Application.Space?.Name}, {Application.Venue?.Name}, {Application.Venue?.Address.ReplaceLineEndings(", ")}";

    public IReadOnlyList<HireTask> Tasks => HireTask.For(Application);
    public HireAnswersView Answers => new(Reference, AnswerSummary.Of(Application), CanChange: false);
    public IReadOnlyList<CaseMoment> Timeline => HireTimeline.Of(Application);

    /// <summary>What the council decided against the group, newest first: refused or cancelled, whole or some dates. What a review set aside is told in its outcome.</summary>
    public IEnumerable<Decision> Against => Application.Standing().Where(d => d.Kind is DecisionKind.Refuse or DecisionKind.RefuseDates or DecisionKind.Cancel).Reverse();

    /// <summary>What the group is offered and paid back for a cancellation.</summary>
    public Cancellation? CancellationOf(Decision decision) => Application.After.Cancellations.FirstOrDefault(c => c.DecisionId == decision?.Id);

    /// <summary>The outcomes of reviews, newest first.</summary>
    public IEnumerable<Review> Outcomes => Application.After.Reviews.Where(r => !r.IsOpen).Reverse();

    /// <summary>What is or was said against the group about this booking.</summary>
    public IEnumerable<Breach> Breaches => Application.After.Breaches.Where(b => b.CaseId == Application.Case.Id);

    public bool HasCalendar => navigation.Has("/hire/{reference}/calendar")
        && Application.Hire.Occurrences.Any(o => o.State is OccurrenceState.Confirmed or OccurrenceState.Completed);

    public IReadOnlyList<HireAct> Acts { get; private set; } = [];

    /// <summary>What the council waits for although it has asked no question, and that is handed in rather than typed.</summary>
    public IEnumerable<GroupDuty> ToHandIn => GroupDuties.Of(Application).Where(duty => duty.Page is null);

    /// <summary>True while a condition asks for something before the event.</summary>
    public bool HasToMeet => !Application.Case.State.IsClosed() && Application.Conditions.Any(c => c is { Timing: ConditionTiming.Before, LetsConfirm: false });

    /// <summary>The hire fee of the dates that are asked for or booked; null when there is none.</summary>
    public Domain.Money? Charge => HireCharges.Of(Application, Application.Hire.Occurrences.Where(o => o.State is OccurrenceState.Held or OccurrenceState.Confirmed));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await files.LoadHireAsync(Reference, User.ToActor(), cancellationToken) is not { } file)
            return NotFound();
        Application = file;
        Acts = [.. GroupActs.Of(file, User.ToActor(), navigation)];
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
}
