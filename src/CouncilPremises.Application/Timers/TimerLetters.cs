using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Timers;

/// <summary>What the timers write, in the save under way: N3, N4, N8, the apology of an undecided application, and a line to staff.</summary>
public sealed class TimerLetters(AppDbContext db, CouncilTime time, NoticeWriter writer, CaseNotices notices)
{
    /// <summary>Reminds the group: one letter a matter, and one for all its conditions.</summary>
    public async Task RemindAsync(CaseFile file, IReadOnlyList<TimerThing> reminders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var due in reminders.Where(r => r.Kind is TimerKind.ReportReminder or TimerKind.ReportDue).DistinctBy(r => r.SubjectId))
            await writer.QueueAsync(NoticeCode.N16, file.Case, ReportDue((GrantFile)file, due.SubjectId), cancellationToken);
        foreach (var reminder in reminders.Where(r => r.Kind is not (TimerKind.ConditionReminder or TimerKind.ConditionDue or TimerKind.ReportReminder or TimerKind.ReportDue)))
            await writer.QueueAsync(NoticeCode.N3, file.Case, Reminder(file, reminder.Kind), cancellationToken);
        if (reminders.Any(r => r.Kind is TimerKind.ConditionReminder or TimerKind.ConditionDue))
            await notices.QueueAsync(NoticeCode.N8, file, cancellationToken);
    }

    /// <summary>Tells the group that its application is closed, and why: N4. It is no refusal.</summary>
    /// <param name="file">The case.</param>
    /// <param name="after">What the group was reminded of; null when conditions were not met before the date.</param>
    /// <param name="cancellationToken">Ends early.</param>
    public Task LapsedAsync(CaseFile file, TimerKind? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return writer.QueueAsync(NoticeCode.N4, file.Case, new NoticeFacts { WhyClosed = Why(file, after) }, cancellationToken);
    }

    /// <summary>Apologises for dates that were reached undecided.</summary>
    public Task NotDecidedAsync(CaseFile file, IReadOnlyList<Occurrence> reached, bool isClosed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return writer.QueueAsync(NoticeCode.NotDecided, file.Case, new NoticeFacts
        {
            Dates = reached,
            Refund = "There is nothing to pay for this. If you have paid anything for it, we pay all of it back.",
            NextStep = isClosed ? null : "We are still looking at your other dates, and will write to you about them.",
        }, cancellationToken);
    }

    /// <summary>Tells the officer who owns the case, and whoever covers; the approvers while nobody owns it. A line and a link: nothing about the case itself.</summary>
    public async Task AlertStaffAsync(CaseFile file, IReadOnlyList<TimerKind> alerts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var reference = file.Case.Reference;
        foreach (var reader in await StaffAsync(file.Case, cancellationToken))
            writer.QueueAccount(new AccountMessage(
                reader.Address, reader.Name, $"{reference} needs you: {CaseAttentions.Sentence(alerts[0])!.ToLowerInvariant()}",
                [.. alerts.Select(alert => $"{CaseAttentions.Sentence(alert)}."), "Open the case to see what stands in the way:"], $"/cases/{reference}"));
    }

    private static NoticeFacts ReportDue(GrantFile file, Guid reportId)
    {
        var report = file.Reports.First(one => one.Id == reportId);
        return new NoticeFacts
        {
            Deadline = report.DueOn,
            NextStep = $"Report {report.Number} is about the time from {NoticeWords.Day(report.From)} to {NoticeWords.Day(report.Until)}: what you did, what you reached, what you spent and what you learned. Until we have accepted it, the next payment waits.",
        };
    }

    private static NoticeFacts Reminder(CaseFile file, TimerKind kind)
    {
        var due = kind switch
        {
            TimerKind.InformationReminder => file.InformationRequests.Last(request => request.Answer is null).DueOn,
            TimerKind.DeclarationReminder => CaseWatch.Declaration(file)!.DueOn,
            TimerKind.OfferReminder => ((GrantFile)file).OfferAwaited!.DueOn,
            _ => file.Clocks.IdleDraft(CouncilTime.DayOf(file.Case.ChangedUtc)),
        };
        // After a time in which nothing ran, a reminder still leaves a working day
        var least = file.Clocks.After(file.Today, 1);
        return kind switch
        {
            TimerKind.InformationReminder => new NoticeFacts
            {
                Reminder = "We have asked you for something and are still waiting for your answer.",
                Deadline = due > least ? due : least,
                WhatThen = "If we have heard nothing by then, the application closes. That is not a refusal, and you may start again from the same answers.",
            },
            TimerKind.DeclarationReminder => new NoticeFacts
            {
                Reminder = "Nobody has signed the declaration for your group yet. Somebody who may sign for it, such as the chair or a trustee, needs to.",
                Deadline = due > least ? due : least,
                WhatThen = "If nobody has signed or talked with us by then, the application closes. That is not a refusal, and you may start again from the same answers.",
            },
            TimerKind.OfferReminder => new NoticeFacts
            {
                Reminder = "We have offered your group a grant, and nobody has accepted it yet. Somebody who may sign for your group reads the agreement and accepts it.",
                Deadline = due > least ? due : least,
                WhatThen = "If nobody has accepted by then, the offer ends and the money goes to others.",
            },
            _ => new NoticeFacts
            {
                Reminder = "You started an application and have not sent it yet. We keep no room for it until you do.",
                Deadline = due > least ? due : least,
                WhatThen = "If you do not go on with it by then, we close it. You may start again at any time.",
            },
        };
    }

    private static string Why(CaseFile file, TimerKind? after) => after switch
    {
        TimerKind.InformationReminder => $"We asked you for something and had no answer by {NoticeWords.Day(file.InformationRequests.Last(request => request.Answer is null).DueOn)}.",
        TimerKind.DeclarationReminder => "Nobody signed the declaration for your group in time.",
        TimerKind.OfferReminder => "We offered a grant, and nobody accepted it in time.",
        TimerKind.DraftReminder => "You had not sent it, and nobody went on with it.",
        _ => "It was approved, but what had to be done first was not done before the date.",
    };

    private async Task<IReadOnlyList<StaffReader>> StaffAsync(Case @case, CancellationToken cancellationToken)
    {
        var today = time.Today;
        var staff = await db.Users.AsNoTracking()
            .Where(user => user.StaffRoles != Roles.None && !user.IsDisabled && user.Email != null && (user.GuestUntil == null || user.GuestUntil >= today))
            .Select(user => new { user.Id, user.FullName, user.Email, user.StaffRoles, IsAway = user.AwayFrom <= today && user.AwayUntil >= today }).ToListAsync(cancellationToken);
        // Whoever is away reads it too late: without anybody here the approvers are told
        var own = staff.Where(user => user.Id == @case.OwnerId || user.Id == @case.CoverId).ToList();
        var readers = own.Exists(user => !user.IsAway) ? own : [.. staff.Where(user => user.StaffRoles.HasFlag(@case.Kind.Approvers()))];
        return [.. (readers.Exists(user => !user.IsAway) ? readers.Where(user => !user.IsAway) : readers).Select(user => new StaffReader(user.Email!, user.FullName))];
    }

    private sealed record StaffReader(string Address, string Name);
}
