using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Awards;

/// <summary>A report as its page sends it.</summary>
/// <param name="Number">Which.</param>
/// <param name="Content">What it says.</param>
/// <param name="SeenReport">The report's version as the page showed it.</param>
public sealed record WriteReport(int Number, ReportContent Content, int SeenReport);

/// <summary>Reports on a grant: written and sent by the group, accepted or returned by an officer. What is due and not accepted stops the next
/// instalment. RULEBOOK 4 G7, 6.</summary>
public sealed class GrantReporting(CouncilTime time, CaseDesk desk)
{
    /// <summary>Keeps what was written so far, with gaps.</summary>
    public Task<Outcome> SaveAsync(string reference, WriteReport input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Report.Save", null, file =>
            Task.FromResult(Write(file, input, actor) is { } refusal ? ActResult.No(refusal) : ActResult.Done(new { input.Number })), cancellationToken);

    /// <summary>Sends it. A report sent already is left as it is.</summary>
    public Task<Outcome> SendAsync(string reference, WriteReport input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Report.Send", null, file => Task.FromResult(Send(file, input, actor)), cancellationToken);

    private ActResult Send(GrantFile file, WriteReport input, Actor actor)
    {
        if (Write(file, input, actor) is { } refusal)
            return ActResult.No(refusal);
        var report = file.Reports.First(one => one.Number == input.Number);
        var missing = ReportRules.Missing(report.Content, ContextOf(file, report));
        if (missing.Count > 0)
            return ActResult.No(missing);
        var facts = new ReportFacts { ContentComplete = true, EarlierSent = file.Reports.Where(one => one.Number < report.Number).All(one => !one.IsWritable) };
        var step = ReportWorkflow.Table.Try(report.State, ReportAction.Send, file.GroupRoles(actor), facts);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        report.Take(step.Value, actor.Id, null, time.NowUtc);
        file.Award!.Touch();
        return ActResult.Done(new { report.Number, pence = report.Content.Spent().Pence });
    }

    private static Refusal? Write(GrantFile file, WriteReport input, Actor actor)
    {
        if (file.Reports.FirstOrDefault(one => one.Number == input.Number) is not { } report)
            return new Refusal(Refusal.NotFoundCode, "This report is not part of the grant.");
        if (!file.GroupRoles(actor).HasFlag(Roles.LeadContact))
            return new Refusal("Role", "The lead contact of your group writes reports.");
        if (!report.IsWritable)
            return new Refusal(Refusal.ChangedCode, report.State == ReportState.Sent ? "This report has been sent. We write to you if something is missing." : "This report has been accepted.");
        if (file.Award is not { State: AwardState.Agreed or AwardState.Active or AwardState.Suspended or AwardState.Terminated })
            return new Refusal("State", "This grant has ended, so nothing more is reported.");
        if (report.Version != input.SeenReport)
            return new Refusal(Refusal.ChangedCode, "Somebody of your group changed this report while you were writing. Open it again: what you typed is below.");
        if (TooLong(input.Content) is { } refusal)
            return refusal;
        report.Save(input.Content);
        return null;
    }

    // A draft may have gaps but nothing that could not be kept
    private static Refusal? TooLong(ReportContent content)
    {
        if (content.Counts.Count > ReportRules.MostCounts)
            return new Refusal("G7", $"Count at most {ReportRules.MostCounts} groups of people.", nameof(content.Counts));
        if (content.Done?.Length > ReportRules.LongestText)
            return new Refusal("G7", $"Use {ReportRules.LongestText:#,0} characters or fewer.", nameof(content.Done));
        return content.Lessons?.Length > ReportRules.LongestText
            ? new Refusal("G7", $"Use {ReportRules.LongestText:#,0} characters or fewer.", nameof(content.Lessons))
            : null;
    }

    /// <summary>What a report is tried against.</summary>
    public static ReportContext ContextOf(GrantFile file, GrantReport report)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(report);
        var before = file.Reports.Where(one => one.Number < report.Number).Aggregate(Money.Zero, (sum, one) => sum + one.Content.Spent());
        return new ReportContext(file.Award!.Lines, file.Grant.Answers.Outcomes.Items.Count, file.Award.Amount, before);
    }

    /// <summary>An officer accepts it: what it says counts.</summary>
    public Task<Outcome> AcceptAsync(string reference, int number, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Report.Accept", seenVersion, file => Task.FromResult(Read(file, number, ReportAction.Accept, null, actor)), cancellationToken);

    /// <summary>An officer sends it back with what is missing.</summary>
    public Task<Outcome> ReturnAsync(string reference, int number, string? reason, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Report.Return", seenVersion, file => Task.FromResult(Read(file, number, ReportAction.Return, reason, actor)), cancellationToken);

    private ActResult Read(GrantFile file, int number, ReportAction action, string? reason, Actor actor)
    {
        if (file.Reports.FirstOrDefault(one => one.Number == number) is not { } report)
            return ActResult.No(Refusal.NotFoundCode, "This report is not part of the grant.");
        var standing = file.StandingFor(actor);
        var facts = new ReportFacts { ActorHasNoInterest = standing.ActorHasNoInterest, ActorWrote = standing.ActorWrote, ContentComplete = true, EarlierSent = true };
        var step = ReportWorkflow.Table.Try(report.State, action, file.RolesOf(actor), facts);
        if (!step.Succeeded)
            return ActResult.No(step.Refusals);
        if (action == ReportAction.Return && AwardMoves.WhyNotText(reason, "Say what the group is to put right", "Reason") is { } refusal)
            return ActResult.No(refusal);
        report.Take(step.Value, actor.Id, reason, time.NowUtc);
        file.Award!.Touch();
        return ActResult.Done(new { number, reason });
    }
}
