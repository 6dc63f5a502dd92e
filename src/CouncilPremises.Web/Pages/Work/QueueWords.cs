using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Pages.Cases;
using CouncilPremises.Web.TagHelpers;

namespace CouncilPremises.Web.Pages.Work;

/// <summary>How the queue says its parts and filters.</summary>
public static class QueueWords
{
    /// <summary>States to choose from: those in which somebody has work.</summary>
    public static IReadOnlyList<Choice> States { get; } = [.. CaseQueue.OpenStates.Select(state => new Choice(state.ToString(), state.Words()))];

    /// <summary>The filter as an address says it.</summary>
    public static string Query(QueueFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return $"view={filter.View}&venue={filter.VenueId}&state={filter.State}{(filter.Kind is { } kind ? $"&kind={kind}" : "")}&search={Uri.EscapeDataString(filter.Search ?? "")}";
    }

    /// <summary>The kinds of case a person reads, to choose from; none when it is only one.</summary>
    public static IReadOnlyList<Choice> Kinds(Roles roles) =>
        Enum.GetValues<CaseKind>().Where(kind => (kind.Readers() & roles) != Roles.None).Select(kind => new Choice(kind.ToString(), Of(kind))).ToList() is { Count: > 1 } many ? many : [];

    private static string Of(CaseKind kind) => kind switch
    {
        CaseKind.Hire => "Hire",
        CaseKind.Grant => "Grants",
    };

    /// <summary>What the columns of what is asked for are called: who reads hires only reads of events and rooms.</summary>
    public static (string What, string Where) Columns(Roles roles) => (CaseKind.Grant.Readers() & roles) == Roles.None ? ("Hirer and event", "Room, first date") : ("Who and what", "Room or round");

    /// <summary>A view's name on its tab.</summary>
    public static string Of(QueueView view) => view switch
    {
        QueueView.Mine => "Mine",
        QueueView.Unassigned => "Unassigned",
        QueueView.Waiting => "Waiting on others",
        QueueView.Late => "Late",
        QueueView.All => "All open",
    };

    /// <summary>What an empty list says: what would fill it, or what hides it.</summary>
    public static string Empty(QueueFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter is not { VenueId: null, State: null, Kind: null } || !string.IsNullOrWhiteSpace(filter.Search))
            return "No case fits the filter. Clear it to see the others.";
        return filter.View == QueueView.Mine
            ? "You have no open cases, and none waits for what your role does. Officers: open one from Unassigned and make your conflict-of-interest statement to take it."
            : "Nothing is waiting here. New applications appear as soon as a group sends one.";
    }

    /// <summary>Why a case cannot be approved together with others; null when it can.</summary>
    public static string? NotHere(QueueRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.State != CaseState.ReadyForDecision ? $"{row.State.Words()}, not ready for decision."
            : row.Tier == Tier.Enhanced ? "Enhanced: it is decided by itself."
            : row.NeedsStatement ? "You have not made your conflict-of-interest statement." : null;
    }

    /// <summary>The filter in one line.</summary>
    public static string Summary(QueueFilter filter, IReadOnlyList<Choice> venues)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var parts = new[]
        {
            string.IsNullOrWhiteSpace(filter.Search) ? null : $"“{filter.Search.Trim()}”",
            venues.FirstOrDefault(venue => venue.Value == filter.VenueId?.ToString())?.Text,
            filter.State?.Words(),
            filter.Kind is { } kind ? Of(kind) : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "Filter" : $"Filter: {string.Join(", ", parts)}";
    }
}
