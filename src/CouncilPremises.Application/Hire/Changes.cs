using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Premises;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Hire;

/// <summary>How the hirer wants one date, all dates, or a new one. What is left empty stays as it is.</summary>
/// <param name="Which">The day of the date; null for all dates still to come.</param>
/// <param name="IsNew">True to add a date on <paramref name="Day"/>.</param>
/// <param name="Day">The new day.</param>
/// <param name="Start">The new start.</param>
/// <param name="End">The new end.</param>
/// <param name="SpaceId">The new room.</param>
public sealed record MoveDate(DateOnly? Which, bool IsNew, DateOnly? Day, TimeOnly? Start, TimeOnly? End, Guid? SpaceId);

/// <summary>A hirer changes an application that was sent. While nothing is decided the change becomes part of what is decided; once it is
/// approved, the booking stands until the change is decided. RULEBOOK 6.</summary>
public sealed class Changes(
    AppDbContext db, CouncilTime time, CaseDesk desk, CaseFiles files, HireDrafts drafts, Revisions revisions, Claims claims, ScreeningRuns screening)
{
    /// <summary>Opens sections to be written again; more may be opened later.</summary>
    public Task<Outcome> StartAsync(string reference, IReadOnlyList<HireSection> sections, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Change.Start", null, file =>
        {
            if (MayNotStart(file, actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (sections.Count == 0)
                return Task.FromResult(ActResult.No("Required", "Choose what you want to change.", "Sections"));
            if (file.Change is { } change)
            {
                change.OpenAlso(sections);
                return Task.FromResult(ActResult.Done());
            }
            var started = new Change(Guid.CreateVersion7(), file.Hire, [.. sections.Distinct().Order()], null, actor.Id, time.NowUtc);
            db.Changes.Add(started);
            file.Add(started);
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);

    /// <summary>Why the actor may not begin a change now; null when they may.</summary>
    public static Refusal? MayNotStart(HireFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (!file.GroupRoles(actor).HasFlag(Roles.LeadContact))
            return new Refusal("Role", "The lead contact of your group asks for changes. Ask them.");
        if (file.Case.State == CaseState.InfoRequested)
            return new Refusal("State", "We asked you something. Answer first; what you want to change you can say there too.");
        if (!ChangeStates.IsUndecided(file.Case.State) && !ChangeStates.IsBooked(file.Case.State))
            return new Refusal("State", "This application cannot be changed now. Contact us, or start again from it.");
        if (file.Hire.Occurrences.All(date => !DatePlan.MayMove(date, file.NowUtc)))
            return new Refusal("Dates", "No date is still to come, so there is nothing to change.");
        return file.Change is { State: ChangeState.Proposed } ? new Refusal("Proposed", "You have asked for a change already. Wait for our decision, or take it back and ask again.") : null;
    }

    /// <summary>Writes one date, all dates still to come, or a new one, into the change. Speakers move along with their date.</summary>
    public Task<Outcome> MoveAsync(string reference, MoveDate input, Actor actor, CancellationToken cancellationToken) =>
        drafts.SaveAsync(reference, new DraftPage([HireSection.When], answers => ChangeDates(answers, input, time.Today)), actor, cancellationToken);

    /// <summary>Answers with the dates as wanted. All dates means those after today.</summary>
    public static HireAnswers ChangeDates(HireAnswers answers, MoveDate input, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(input);
        var dates = WhenDates.Each(answers).ToList();
        if (dates.Count == 0)
            return answers;
        DateOtherwise As(DateOtherwise date) => date with
        {
            Day = input.Which is null && !input.IsNew ? date.Day : input.Day ?? date.Day,
            Start = input.Start ?? date.Start,
            End = input.End ?? date.End,
            SpaceId = input.SpaceId ?? date.SpaceId,
        };
        var usual = new DateOtherwise { Day = dates[0].Day, SpaceId = answers.When.SpaceId!.Value, Start = answers.When.Start!.Value, End = answers.When.End!.Value };
        var changed = input.IsNew ? [.. dates, As(usual)] : dates.ConvertAll(date => (input.Which is null && date.Day > today) || date.Day == input.Which ? As(date) : date);
        return WithSpeakers(answers, dates, input) with { When = WhenDates.Of(answers.When, changed) };
    }

    // A date that moves takes its speakers along; speakers of a single date stay with it when another is added
    private static HireAnswers WithSpeakers(HireAnswers answers, List<DateOtherwise> dates, MoveDate input)
    {
        ValueList<DateOnly> Days(SpeakerAnswer speaker) => input switch
        {
            { IsNew: true } => speaker.Dates.Count == 0 && dates.Count == 1 ? [dates[0].Day] : speaker.Dates,
            { Which: { } from, Day: { } to } => speaker.Dates.Select(day => day == from ? to : day).ToValueList(),
            _ => speaker.Dates,
        };
        return answers with { Speakers = answers.Speakers with { External = answers.Speakers.External.Select(speaker => speaker with { Dates = Days(speaker) }).ToValueList() } };
    }

    /// <summary>Sends the change: part of the application at once while nothing is decided, otherwise proposed, with its slots kept.</summary>
    public Task<Outcome> SendAsync(string reference, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Change.Send", seenVersion, file => SendAsync(file, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> SendAsync(HireFile file, Actor actor, CancellationToken cancellationToken)
    {
        if (file.Open?.Change is not { RequestId: null } change)
            return ActResult.No("State", "There is no change to send. Choose what you want to change first.");
        var problems = (await drafts.ProblemsAsync(file, change.Answers, cancellationToken)).ToList();
        var plan = ProposedChange.PlanOf(file, change.Answers);
        if (plan.Moved.Select(move => move.To).Concat(plan.Added).Any(slot => slot.Slot.StartUtc <= time.NowUtc))
            problems.Add(new Refusal("B4", "A date must be in the future. Choose another day or time.", "When.FirstDay"));
        if (change.Answers.When != file.Hire.Answers.When && file.Hire.Occurrences.Any(date => date.State == OccurrenceState.OnHold))
            problems.Add(new Refusal("Hold", "A date of your booking is paused, so dates cannot be changed now. Wait until we write to you, or contact us.", "When.FirstDay"));
        var booked = ChangeStates.IsBooked(file.Case.State);
        var facts = new ChangeFacts
        {
            AnswersComplete = problems.Count == 0,
            SomethingChanges = change.Answers != file.Hire.Answers,
            Undecided = ChangeStates.IsUndecided(file.Case.State),
            Booked = booked,
        };
        if (!facts.SomethingChanges)
            return ActResult.No("Same", "Nothing is different from what you sent. Change an answer first, or keep things as they are.");
        var step = ChangeWorkflow.Table.Try(change.State, booked ? ChangeAction.Propose : ChangeAction.Apply, file.GroupRoles(actor), facts);
        if (!step.Succeeded)
            return ActResult.No(problems.Count > 0 ? problems : step.Refusals);
        change.Reopen(Revisions.Reopens(file, change.Answers));
        change.Take(step.Value, time.NowUtc);
        var refusals = booked ? await ProposeAsync(file, change, cancellationToken) : await revisions.TakeOverAsync(file, change, Roles.LeadContact, actor, cancellationToken);
        return refusals.Count > 0 ? ActResult.No(refusals) : ActResult.Done(new { sections = change.Sections, reopens = change.Reopens, state = change.State });
    }

    private async Task<IReadOnlyList<Refusal>> ProposeAsync(HireFile file, Change change, CancellationToken cancellationToken)
    {
        var plan = file.Proposed!.Plan;
        if (plan.Removed.Count > 0)
            return [new Refusal("Dates", "To give up a booked date, cancel it. A change only moves or adds dates.", "When.FirstDay")];
        var rooms = await revisions.RoomsAsync([.. plan.Moved.Select(move => move.To).Concat(plan.Added)], cancellationToken);
        foreach (var (occurrence, slot) in plan.Moved.Select(move => ((Guid?)move.Date.Id, move.To)).Concat(plan.Added.Select(slot => ((Guid?)null, slot))))
        {
            var date = new ChangeDate(Guid.CreateVersion7(), change.Id, occurrence, slot, rooms[slot.SpaceId].BufferBeforeMinutes, rooms[slot.SpaceId].BufferAfterMinutes);
            change.Add(date);
            db.ChangeDates.Add(date);
        }
        var kept = await claims.KeepAsync(change.Dates, change.Answers.Attendance.People ?? 1, cancellationToken);
        if (!kept.Succeeded)
            return kept.Refusals;
        // New names are tried at once; a hit never waits for the decision
        if (change.Reopens.Contains(CheckCode.XREF) && file.Proposed!.Derived.Needs(CheckCode.XREF))
            await screening.RunAsync(file, cancellationToken);
        revisions.AskOrganiser(file, change);
        return [];
    }

    /// <summary>What the change being written would set off, as the group reads it.</summary>
    public async Task<IReadOnlyList<string>> WhatFollowsAsync(HireFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Change is not { } change)
            return [];
        var facts = await files.FactsAsync(file.Organisation, file.Hire, change.Answers, file.Case.SubmittedUtc, file.WorkingDays, cancellationToken);
        return [.. new ProposedChange(file, change, facts, file.Policy).NewTriggers.Select(trigger => trigger.Sentence)];
    }

    /// <summary>Takes the change back; what was sent before stands, and the kept slots are free.</summary>
    public Task<Outcome> WithdrawAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Change.Withdraw", null, async file =>
        {
            if (file.Change is not { RequestId: null } change)
                return ActResult.No("State", "There is no change to take back.");
            var step = ChangeWorkflow.Table.Try(change.State, ChangeAction.Withdraw, file.GroupRoles(actor), new ChangeFacts());
            if (!step.Succeeded)
                return ActResult.No(step.Refusals);
            change.Take(step.Value, time.NowUtc);
            foreach (var date in change.Dates)
                await claims.ReleaseAsync(date.Id, cancellationToken);
            return ActResult.Done();
        }, cancellationToken);
}
