using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Where one date stands, as its group reads it.</summary>
public static class DateWords
{
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
}
