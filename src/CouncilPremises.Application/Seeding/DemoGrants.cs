using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Seeding;

/// <summary>Walks the seeded applications for grants through the ordinary services, each to its state.</summary>
internal sealed class DemoGrants(IServiceProvider services, SeedClock clock, DateOnly today)
{
    private const int StartsInDays = 120;
    private const int Months = 10;

    /// <summary>Walks them all, in the order of the file.</summary>
    public async Task WalkAsync(SeedFolder folder, CancellationToken cancellationToken)
    {
        var cast = await CastAsync(folder, cancellationToken);
        foreach (var seed in folder.Grants().Grants)
            await WalkAsync(seed, cast, cancellationToken);
        clock.ComeBack();
    }

    private async Task WalkAsync(GrantSeed seed, GrantCast cast, CancellationToken cancellationToken)
    {
        var walk = new DemoWalk(services, clock, seed.Key, cancellationToken);
        clock.GoBack(seed.SentDaysAgo);
        var (organisation, round) = (cast.Groups[seed.Organisation], cast.Rounds[seed.Round]);
        var (lead, signatory) = (Holder(organisation, Roles.LeadContact), Holder(organisation, Roles.Signatory));
        await walk.StartAsync<GrantDrafts>(drafts => drafts.StartAsync(round.Slug, organisation.Id, lead, cancellationToken));
        var answers = Dated(seed.Answers, cast.Lines[round.FundId][seed.Line]);
        // A draft is left in the middle
        foreach (var section in Enum.GetValues<GrantSection>().Take(seed.Reach == CaseState.Draft ? 4 : int.MaxValue))
            await walk.ActAsync<GrantDrafts>("Answer", drafts => drafts.SaveAsync(walk.Reference, new GrantPage(section, _ => answers), lead, cancellationToken));
        if (seed.Reach == CaseState.Draft)
            return;
        if (!(await walk.CaseFileAsync(lead)).IsClear(CheckCode.DEC))
            await walk.ActAsync<DeclarationSigning>("Sign", signing => signing.SignAsync(
                walk.Reference, new SignDeclaration(Agrees: true, cast.Names[signatory.Id], "Trustee", DeclarationText.V1.Hash), signatory, cancellationToken));
        await walk.ActAsync<GrantSubmissions>("Submit", submissions => submissions.SubmitAsync(walk.Reference, lead, cancellationToken));
        if (seed.Reach != CaseState.Submitted)
            await CheckAndScoreAsync(walk, seed, cast, cancellationToken);
        if (seed.Reach == CaseState.Approved)
            await DemoAwards.WalkAsync(walk, clock, new AwardCast(cast.First, cast.Approver, cast.Verifier, cast.Payer, lead, signatory, organisation.Name), cancellationToken);
        if (seed.Reach == CaseState.ReadyForDecision)
        {
            // A look-up counts for a week, and whoever tries the demonstration decides today
            clock.ComeBack();
            await walk.ActAsync<CheckRecording>("Look the names up again", checks => checks.ScreenAgainAsync(walk.Reference, cast.First, cancellationToken));
        }
        var reached = (await walk.CaseFileAsync(lead)).Case.State;
        if (reached != seed.Reach)
            throw new SeedException($"The seeded grant '{seed.Key}' reached {reached} where {seed.Reach} was meant.");
    }

    private async Task CheckAndScoreAsync(DemoWalk walk, GrantSeed seed, GrantCast cast, CancellationToken cancellationToken)
    {
        clock.NextWorkingDay();
        await StateAsync(walk, cast.First, cancellationToken);
        foreach (var standing in (await walk.CaseFileAsync(cast.First)).Standings().Where(standing => !standing.IsSettled).ToList())
        {
            var recorder = standing.Code is CheckCode.SAF or CheckCode.DBS ? cast.Safeguarding : cast.First;
            if (recorder != cast.First)
                await StateAsync(walk, recorder, cancellationToken);
            await walk.ActAsync<CheckRecording>($"Record {standing.Code}", (checks, version) => checks.RecordAsync(
                walk.Reference, new RecordCheck(standing.Code, CheckOutcome.Clear, DemoEvidence.Of(standing.Code, cast.Groups[seed.Organisation], today, today.AddYears(1)), null, null, version), recorder, cancellationToken));
        }
        clock.NextWorkingDay();
        await ScoreAsync(walk, cast.First, 3, cancellationToken);
        await walk.ActAsync<Assessments>("Find", (assessments, version) => assessments.FindAsync(walk.Reference, new FindCommunity(
            CommunityFinding.Met, seed.Answers.Community.HowOthersTakePart + " " + seed.Answers.Community.WhoWorksAlongside, null, version), cast.First, cancellationToken));
        if (seed.Reach == CaseState.Checking)
            return;
        await StateAsync(walk, cast.Second, cancellationToken);
        await ScoreAsync(walk, cast.Second, 4, cancellationToken);
    }

    private static Task StateAsync(DemoWalk walk, Actor officer, CancellationToken cancellationToken) =>
        walk.ActAsync<Triage>("State no interest", triage => triage.StateInterestAsync(walk.Reference, new StateInterest(false, null), officer, cancellationToken));

    private static Task ScoreAsync(DemoWalk walk, Actor assessor, int score, CancellationToken cancellationToken)
    {
        var scores = new (Criterion Criterion, string Why)[]
        {
            (Criterion.Need, "The survey they name shows the need in these wards, and not only in general."),
            (Criterion.Objective, "It serves the objective plainly, and says how."),
            (Criterion.Outcomes, "Each outcome can be counted, and the numbers are within reach."),
            (Criterion.Deliverability, "They have run evenings of this size before, with the people they name."),
            (Criterion.Reach, "People of several communities take part, as partners and not as guests only."),
            (Criterion.Value, "Most of the money goes into the work itself; overheads are low."),
        }.Select(one => new CriterionScore(one.Criterion, score, one.Why)).ToList();
        return walk.ActAsync<Assessments>("Score", assessments => assessments.SaveAsync(walk.Reference, new SaveScores(scores, Give: true), assessor, cancellationToken));
    }

    private GrantAnswers Dated(GrantAnswers answers, Guid line)
    {
        var starts = today.AddDays(StartsInDays);
        var ends = starts.AddMonths(Months);
        return answers with
        {
            Project = answers.Project with { Starts = starts, Ends = ends, DeliveryPlanLineId = line },
            Outcomes = new OutcomesAnswers { Items = answers.Outcomes.Items.Select(outcome => outcome with { Due = ends }).ToValueList() },
        };
    }

    private static Actor Holder(Organisation organisation, Roles role) => new(organisation.Memberships.First(membership => membership.Roles.HasFlag(role)).UserId, Roles.None);

    private async Task<GrantCast> CastAsync(SeedFolder folder, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var users = await db.Users.AsNoTracking().ToListAsync(cancellationToken);
        var organisations = await db.Organisations.AsNoTracking().Include(organisation => organisation.Memberships).Include(organisation => organisation.OfficeHolders).AsSplitQuery().ToListAsync(cancellationToken);
        var funds = await db.Funds.AsNoTracking().Include(fund => fund.Lines.OrderBy(line => line.Number)).ToListAsync(cancellationToken);
        Actor Staff(string name) => users.Where(user => user.FullName == name).Select(user => new Actor(user.Id, user.StaffRoles)).Single();
        return new GrantCast(
            Staff("Owen Prytherch"), Staff("Chloe Adeyemi"), Staff("Naomi Fairweather"), Staff("Robert Ashdown"), Staff("Ingrid Falk"), Staff("Peter Langley"),
            folder.Organisations().Organisations.ToDictionary(seed => seed.Slug, seed => organisations.Single(o => o.Name == seed.Name)),
            await db.GrantRounds.AsNoTracking().ToDictionaryAsync(round => round.Title, cancellationToken),
            funds.ToDictionary(fund => fund.Id, fund => (IReadOnlyList<Guid>)[.. fund.Lines.Select(line => line.Id)]),
            users.ToDictionary(user => user.Id, user => user.FullName));
    }

    private sealed record GrantCast(
        Actor First, Actor Second, Actor Safeguarding, Actor Approver, Actor Verifier, Actor Payer, IReadOnlyDictionary<string, Organisation> Groups, IReadOnlyDictionary<string, GrantRound> Rounds,
        IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Lines, IReadOnlyDictionary<Guid, string> Names);
}
