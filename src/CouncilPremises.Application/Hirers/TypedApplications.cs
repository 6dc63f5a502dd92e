using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Grants;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Hirers;

/// <summary>An officer begins to type an application for somebody.</summary>
/// <param name="HeardBy">How the words come.</param>
/// <param name="Kind">Only typing the applicant's own words, or helping to word them as well.</param>
/// <param name="HasInterest">The officer's own conflict-of-interest statement: S3. With an interest a colleague types.</param>
/// <param name="Round">The round a grant is asked from, by its word in addresses; null to hire a room.</param>
public sealed record StartTyped(HeardBy? HeardBy, HelpKind? Kind, bool? HasInterest, string? Round = null)
{
    /// <summary>What is asked for.</summary>
    public CaseKind About => Round is null ? CaseKind.Hire : CaseKind.Grant;

    internal string Act => Round is null ? "Hire.StartTyped" : "Grant.StartTyped";
}

/// <summary>Applications that officers fill in for a caller or from paper. What was typed is the applicant's; who typed it is recorded. RULEBOOK 1 S4.</summary>
public sealed class TypedApplications(AppDbContext db, CouncilTime time, AuditLog audit, HireDrafts drafts, GrantDrafts grants, CaseDesk desk, Transactions transactions)
{
    /// <summary>Starts a draft for a hirer and gives its reference.</summary>
    public async Task<Outcome<string>> StartAsync(Guid organisationId, StartTyped input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (Mistakes(input, actor) is { Count: > 0 } mistakes)
        {
            await audit.RefusedAsync(actor, input.Act, new AuditSubject("Organisation", organisationId), mistakes, cancellationToken);
            return Outcome.Refused<string>(mistakes);
        }

        return await transactions.RunAsync(async ended =>
        {
            var organisation = await db.Organisations.FirstOrDefaultAsync(o => o.Id == organisationId, ended);
            if (organisation is null)
                return Outcome.NotFound<string>();
            var added = await AddAsync(organisation, input, actor, ended);
            if (!added.Succeeded)
                return Outcome.Refused<string>(added.Refusals);
            var @case = added.Value;
            if (@case.IsTyped)
                return Outcome.Ok(@case.Reference);
            @case.MarkTyped();
            db.CaseHelps.Add(new CaseHelp(Guid.CreateVersion7(), @case.Id, actor.Id, input.Kind!.Value, input.HeardBy, time.NowUtc));
            db.ConflictStatements.Add(new ConflictStatement(Guid.CreateVersion7(), @case.Id, actor.Id, hasInterest: false, null, time.NowUtc));
            audit.Append(actor, input.Act, new AuditSubject("Case", @case.Id, @case.Id, null, nameof(CaseState.Draft), @case.PolicyVersion), new { input.HeardBy, input.Kind });
            await db.SaveChangesAsync(ended);
            return Outcome.Ok(@case.Reference);
        }, cancellationToken);
    }

    private async Task<Outcome<Case>> AddAsync(Organisation organisation, StartTyped input, Actor actor, CancellationToken cancellationToken)
    {
        if (input.Round is null)
        {
            var contact = organisation.Kind == HirerKind.Individual ? new ContactAnswers { Name = organisation.Name } : new ContactAnswers();
            return Outcome.Ok(await drafts.AddAsync(organisation, new HireAnswers(), contact, actor, cancellationToken));
        }

        if (organisation.Kind != HirerKind.Group)
            return Outcome.Refused<Case>(new Refusal("G1", "Grants go to groups only.", nameof(input.Round)));
        if (await db.GrantRounds.Include(r => r.LatePermissions).FirstOrDefaultAsync(r => r.Slug == input.Round, cancellationToken) is not { } round)
            return Outcome.NotFound<Case>();
        if (round.WhyClosed(organisation.Id, time.NowUtc) is { } closed)
            return Outcome.Refused<Case>(closed with { Field = nameof(input.Round) });
        var begun = await grants.BegunAsync(organisation.Id, round.Id, cancellationToken);
        return begun is { IsTyped: false }
            ? Outcome.Refused<Case>(new Refusal("Begun", $"The group has begun an application in this round itself: {begun.Reference}. It goes on with that one", nameof(input.Round)))
            : Outcome.Ok(begun ?? await grants.AddAsync(organisation.Id, round, new ContactAnswers(), actor, cancellationToken));
    }

    /// <summary>An officer declares that they helped to write an application: from then on they never handle it.</summary>
    public Task<Outcome> DeclareHelpAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Case.DeclareHelp", null, file =>
        {
            if (!actor.HasAny(file.Case.Kind.Team()))
                return Task.FromResult(ActResult.No("Role", "Only officers who work on cases declare this."));
            if (file.Helps.Any(h => h.OfficerId == actor.Id && h.Kind == HelpKind.HelpedWrite))
                return Task.FromResult(ActResult.No("S4", "You declared this already."));
            var help = new CaseHelp(Guid.CreateVersion7(), file.Case.Id, actor.Id, HelpKind.HelpedWrite, null, time.NowUtc);
            db.CaseHelps.Add(help);
            file.Add(help);
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);

    private static List<Refusal> Mistakes(StartTyped input, Actor actor)
    {
        var mistakes = new List<Refusal>();
        if (!actor.HasAny(input.About.Officers()))
            mistakes.Add(new Refusal("Role", $"A {input.About.OfficerWords()} types applications for others."));
        if (input.HeardBy is null)
            mistakes.Add(new Refusal("Required", "Say how the applicant's words come to you", nameof(input.HeardBy)));
        if (input.Kind is null)
            mistakes.Add(new Refusal("S4", "Say whether you only type the applicant's own words", nameof(input.Kind)));
        if (input.HasInterest is null)
            mistakes.Add(new Refusal("S3", "Say whether you have an interest in this application", nameof(input.HasInterest)));
        if (input.HasInterest == true)
            mistakes.Add(new Refusal("S3", "You have an interest in this application, so a colleague must type it", nameof(input.HasInterest)));
        return mistakes;
    }
}
