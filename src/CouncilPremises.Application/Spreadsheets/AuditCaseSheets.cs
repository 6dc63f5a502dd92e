using CouncilPremises.Application.Calendars;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Spreadsheets;

/// <summary>Sheets about applications themselves: bookings, consultations, conditions, notices.</summary>
internal static class AuditCaseSheets
{
    private sealed record Booking(Occurrence Date, Case Case, HireAnswers Answers, HirerKind Kind, Organisation Group, BookedRoom Room, long PencePerHour)
    {
        public decimal Hours => (decimal)(Date.EndUtc - Date.StartUtc).TotalHours;

        public Money ListPrice => new((long)Math.Round(PencePerHour * Hours, MidpointRounding.AwayFromZero));
    }

    public static Sheet Bookings(AuditScope scope)
    {
        var db = scope.Db;
        var query =
            from date in db.Occurrences.AsNoTracking()
            join @case in scope.Cases on date.CaseId equals @case.Id
            join hire in db.HireApplications on date.CaseId equals hire.CaseId
            join @group in db.Organisations on @case.OrganisationId equals @group.Id
            join space in db.Spaces on date.SpaceId equals space.Id
            join venue in db.Venues on space.VenueId equals venue.Id
            orderby @case.Reference, date.Number
            select new Booking(date, @case, hire.Answers, hire.HirerKind, @group,
                new BookedRoom { SpaceId = space.Id, VenueId = venue.Id, Room = space.Name, Venue = venue.Name, Address = venue.Address }, space.PencePerHour);
        return AuditScope.Sheet("Bookings",
            AuditScope.Rows(query, b => scope.Row(b, b.Case.Id, b.Case.CreatedUtc, b.Case.ChangedUtc, b.Case.OwnerId)),
            new("Sent", 19, b => CellValue.Of(b.Case.SubmittedUtc)),
            new("Hirer", 32, b => CellValue.Of(b.Group.Name)),
            new("Kind of hirer", 16, b => CellValue.Of<HirerKind>(b.Kind)),
            new("Title", 32, b => CellValue.Of(b.Answers.Event.Title)),
            new("Activity", 18, b => CellValue.Of(b.Answers.Event.Category)),
            new("People", 9, b => CellValue.Of(b.Answers.Attendance.People)),
            new("Venue", 28, b => CellValue.Of(b.Room.Venue)),
            new("Room", 22, b => CellValue.Of(b.Room.Room)),
            new("Date number", 12, b => CellValue.Of(b.Date.Number)),
            new("Day", 12, b => CellValue.Of(b.Date.Day)),
            new("Starts", 19, b => CellValue.Of(b.Date.StartUtc)),
            new("Ends", 19, b => CellValue.Of(b.Date.EndUtc)),
            new("Hours", 8, b => CellValue.Of(b.Hours)),
            new("Price of the room", 16, b => CellValue.Of(b.ListPrice)),
            new("State of the date", 18, b => CellValue.Of<OccurrenceState>(b.Date.State)),
            new("State of the application", 22, b => CellValue.Of<CaseState>(b.Case.State)),
            new("Tier", 10, b => CellValue.Of<Tier>(b.Case.Tier)),
            new("Due", 12, b => CellValue.Of(b.Case.DueOn)),
            new("Form version", 12, b => CellValue.Of(b.Case.FormVersion)),
            new("Settings version", 14, b => CellValue.Of(b.Case.PolicyVersion)),
            new("Marking", 18, b => CellValue.Of<Marking>(b.Case.Marking)));
    }

    public static Sheet Consultations(AuditScope scope) => AuditScope.Sheet("Consultations",
        AuditScope.Rows(
            scope.Db.Consultations.AsNoTracking().Where(c => scope.Cases.Any(one => one.Id == c.CaseId)).OrderBy(c => c.AskedUtc).ThenBy(c => c.Id),
            c => scope.Row(c, c.CaseId, c.AskedUtc, c.AnsweredUtc, c.AskedById)),
        new("Asked of", 20, c => CellValue.Of<ConsultationKind>(c.Kind)),
        new("Question", 50, c => CellValue.Of(c.Question)),
        new("Due", 12, c => CellValue.Of(c.DueOn)),
        new("Answer", 16, c => CellValue.Of(c.Answer)),
        new("In words", 50, c => CellValue.Of(c.AnswerText)),
        new("Police bar notice", 14, c => CellValue.Of(c.Kind == ConsultationKind.Police && c.AnsweredUtc is not null ? c.BarsNotice : null)),
        new("Answered by", 22, c => CellValue.Of(scope.Person(c.AnsweredById))),
        new("Answered", 19, c => CellValue.Of(c.AnsweredUtc)));

    private sealed record SetCondition(Condition Condition, DateTime MadeUtc, Guid ById);

    public static Sheet Conditions(AuditScope scope)
    {
        var query =
            from condition in scope.Db.Conditions.AsNoTracking()
            join decision in scope.Db.Decisions on condition.DecisionId equals decision.Id
            where scope.Cases.Any(one => one.Id == condition.CaseId)
            orderby decision.MadeUtc, condition.Id
            select new SetCondition(condition, decision.MadeUtc, decision.ById);
        return AuditScope.Sheet("Conditions",
            AuditScope.Rows(query, c => scope.Row(c, c.Condition.CaseId, c.MadeUtc, c.Condition.ChangedUtc, c.ById)),
            new("Asks for", 18, c => CellValue.Of<ConditionKind>(c.Condition.Kind)),
            new("When", 14, c => CellValue.Of<ConditionTiming>(c.Condition.Timing)),
            new("Condition", 50, c => CellValue.Of(c.Condition.Text)),
            new("Reason", 50, c => CellValue.Of(c.Condition.Reason)),
            new("Check", 8, c => CellValue.Of(c.Condition.Check)),
            new("Due", 12, c => CellValue.Of(c.Condition.DueOn)),
            new("State", 12, c => CellValue.Of<ConditionState>(c.Condition.State)),
            new("State set by", 22, c => CellValue.Of(scope.Person(c.Condition.ChangedById))));
    }

    public static Sheet Notices(AuditScope scope) => AuditScope.Sheet("Notices",
        AuditScope.Rows(
            scope.Db.OutboxMessages.AsNoTracking().Where(m => m.Notice != NoticeCode.N0 && scope.Cases.Any(one => one.Id == m.CaseId)).OrderBy(m => m.CreatedUtc).ThenBy(m => m.Id),
            m => scope.Row(m, m.CaseId, m.CreatedUtc, m.SentUtc, Guid.Empty)),
        new("Notice", 9, m => CellValue.Of<NoticeCode>(m.Notice)),
        new("Subject", 50, m => CellValue.Of(m.Subject)),
        new("With calendar", 13, m => CellValue.Of((bool?)(m.Calendar is not null))),
        new("Sent", 19, m => CellValue.Of(m.SentUtc)),
        new("Tries", 8, m => CellValue.Of(m.Attempts)),
        new("Problem", 40, m => CellValue.Of(m.LastError)));
}
