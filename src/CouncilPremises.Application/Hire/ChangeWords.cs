using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;

namespace CouncilPremises.Application.Hire;

/// <summary>A change in a few lines, for the letter about it: N12.</summary>
internal static class ChangeWords
{
    /// <summary>One line a date that moves or is added, and one for each other part that changes.</summary>
    public static IReadOnlyList<string> Lines(HireFile file, ProposedChange proposed, IReadOnlyDictionary<Guid, string> rooms) =>
    [
        .. proposed.Plan.Moved.OrderBy(move => move.To.Slot.StartUtc).Select(move => $"{Was(move.Date, rooms)} becomes {Will(move.To, rooms)}."),
        .. proposed.Plan.Added.Select(slot => $"Added: {Will(slot, rooms)}."),
        .. AnswerSections.Differing(file.Hire.Answers, proposed.Change.Answers).Where(section => section != HireSection.When).Select(section => Line(section, proposed.Change.Answers)),
    ];

    private static string Was(Occurrence date, IReadOnlyDictionary<Guid, string> rooms) =>
        $"{PremisesWords.Day(date.Day)}, {PremisesWords.Span(date.Starts, date.Ends)}, {rooms.GetValueOrDefault(date.SpaceId)}";

    private static string Will(HireSlot slot, IReadOnlyDictionary<Guid, string> rooms) =>
        $"{PremisesWords.Day(slot.Slot.Day)}, {PremisesWords.Span(slot.Slot.Starts, slot.Slot.Ends)}, {rooms.GetValueOrDefault(slot.SpaceId)}";

    // The letter names what changed, not what it says: answers may hold names
    private static string Line(HireSection section, HireAnswers answers) => section == HireSection.Attendance
        ? $"How many people come: now {answers.Attendance.People}."
        : $"{SectionQuestions.Name(section)}: as you asked.";
}
