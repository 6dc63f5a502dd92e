using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Seeding;

/// <summary>Walks the seeded applications through the ordinary services, each to its state. No state is ever written by hand.</summary>
/// <param name="services">The product's services on the same database, with the clock of the walk.</param>
/// <param name="clock">The clock of the walk.</param>
/// <param name="answers">What each lead contact answers.</param>
internal sealed class DemoApplications(IServiceProvider services, SeedClock clock, DemoAnswers answers)
{
    /// <summary>Walks them all, in the order of the file.</summary>
    public async Task WalkAsync(SeedFolder folder, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var cast = await CastAsync(folder, cancellationToken);
        var seeds = folder.Applications().Applications;
        foreach (var (index, seed) in seeds.Index())
        {
            if (index % 6 == 0)
                progress?.Report($"Walking applications {index + 1} to {Math.Min(index + 6, seeds.Count)} of {seeds.Count}");
            await WalkAsync(seed, cast, cancellationToken);
        }

        clock.ComeBack();
    }

    private async Task WalkAsync(ApplicationSeed seed, DemoCast cast, CancellationToken cancellationToken)
    {
        var walk = new DemoWalk(services, clock, seed.Key, cancellationToken);
        clock.GoBack(seed.SentDaysAgo);
        var hirers = new DemoHirers(walk, clock, cancellationToken);
        var group = seed.Caller is { } caller ? await hirers.EnterAsync(caller, cast.Team.Second) : cast.Groups[seed.Organisation];
        await DraftAsync(walk, seed, group, cast, cancellationToken);
        if (seed.Reach != CaseState.Draft)
        {
            await SendAsync(walk, group, cancellationToken);
            if (seed.Caller is not null)
                await hirers.SignOnPaperAsync(group);
            var officers = new DemoOfficers(walk, cast.Team, clock, seed.Words, cancellationToken);
            await GoOnAsync(walk, seed, group, officers, new DemoAftermath(walk, officers, cast.Team, clock, seed.Words, cancellationToken), cancellationToken);
        }

        var reached = (await walk.FileAsync(group.Lead)).Case.State;
        if (reached != seed.Reach)
            throw new SeedException($"The seeded application '{seed.Key}' reached {reached} where {seed.Reach} was meant.");
    }

    private async Task DraftAsync(DemoWalk walk, ApplicationSeed seed, DemoGroup group, DemoCast cast, CancellationToken cancellationToken)
    {
        var room = cast.Rooms[seed.Space];
        var all = answers.Of(seed, room.SpaceId, room.VenueCovers);
        if (seed.Caller is null)
            await walk.StartAsync<HireDrafts>(drafts => drafts.StartAsync(group.OrganisationId, null, group.Lead, cancellationToken));
        else
            await walk.StartAsync<TypedApplications>(typed => typed.StartAsync(group.OrganisationId, new StartTyped(HeardBy.Telephone, HelpKind.Typed, HasInterest: false), group.Lead, cancellationToken));
        var sections = Enum.GetValues<HireSection>().Where(section => seed.OnlySections?.Contains(section) ?? true)
            .Where(section => group.Kind != HirerKind.InternalBody || section != HireSection.Insurance).ToList();
        // As one long page: every section is checked, and the case is read and saved once
        var page = new DraftPage(sections, saved => sections.Aggregate(saved, (answers, section) => DemoAnswers.Page(answers, all, section)));
        await walk.ActAsync<HireDrafts>("Answer", drafts => drafts.SaveAsync(walk.Reference, page, group.Lead, cancellationToken));
        clock.Minutes(35);
    }

    private static async Task SendAsync(DemoWalk walk, DemoGroup group, CancellationToken cancellationToken)
    {
        var file = await walk.FileAsync(group.Lead);
        if (!group.Lead.IsStaff && file.Derived.Needs(CheckCode.DEC) && !file.IsClear(CheckCode.DEC))
            await walk.ActAsync<DeclarationSigning>("Sign", signing => signing.SignAsync(
                walk.Reference,
                new SignDeclaration(Agrees: true, group.SignatoryName, group.Kind == HirerKind.Individual ? "" : "Committee officer", DeclarationText.V1.Hash),
                group.Signatory,
                cancellationToken));
        await walk.ActAsync<HireSubmissions>("Submit", submissions => submissions.SubmitAsync(walk.Reference, group.Lead, cancellationToken));
    }

    private async Task GoOnAsync(
        DemoWalk walk, ApplicationSeed seed, DemoGroup group, DemoOfficers officers, DemoAftermath after, CancellationToken cancellationToken)
    {
        if (seed.Reach == CaseState.Submitted)
            return;
        if (seed.Reach == CaseState.Withdrawn)
        {
            clock.NextWorkingDay();
            await walk.ActAsync<HireEndings>("Withdraw", (endings, version) => endings.WithdrawAsync(walk.Reference, version, group.Lead, cancellationToken));
            return;
        }

        await officers.TakeAsync();
        await (seed.Reach switch
        {
            CaseState.Checking => officers.BeginChecksAsync(),
            CaseState.InfoRequested => officers.AskAsync(),
            CaseState.Referred => seed.Words.FalseMatch is { } reason ? officers.ProposeFalseMatchesAsync(reason) : officers.BeginChecksAsync(),
            CaseState.MindedToRefuse => officers.MindToRefuseAsync(),
            CaseState.Refused => officers.RefuseAsync(),
            CaseState.ReadyForDecision => ReadyAsync(officers),
            CaseState.ApprovedWithConditions or CaseState.Confirmed => ApproveAsync(officers, seed),
            CaseState.CancelledByHirer => ApproveAndCancelAsync(walk, officers, seed, group, cancellationToken),
            CaseState.Completed => ApproveAndCompleteAsync(officers, after, seed),
            CaseState.OnHold => HoldAsync(officers, after),
            CaseState.UnderReview => RefuseAndAskReviewAsync(officers, after, group),
            CaseState.Lapsed => AskAndWaitAsync(officers, after, group),
            CaseState.NotDecided => ReachUndecidedAsync(officers, after),
            CaseState.CancelledByCouncil => ApproveAndCancelByCouncilAsync(officers, after, seed),
            CaseState.Draft or CaseState.Submitted or CaseState.Withdrawn or CaseState.Approved =>
                throw new SeedException($"'{seed.Key}': no walk rests in {seed.Reach}."),
        });
    }

    private static async Task ReadyAsync(DemoOfficers officers)
    {
        await officers.SettleChecksAsync([]);
        await officers.RecommendAsync(refuse: false);
    }

    private static async Task ApproveAsync(DemoOfficers officers, ApplicationSeed seed)
    {
        await officers.SettleChecksAsync([.. seed.Words.Conditions.Where(condition => condition.Check != null).Select(condition => condition.Check!.Value)]);
        await officers.ApproveAsync();
    }

    private async Task ApproveAndCancelAsync(DemoWalk walk, DemoOfficers officers, ApplicationSeed seed, DemoGroup group, CancellationToken cancellationToken)
    {
        await ApproveAsync(officers, seed);
        clock.NextWorkingDay();
        await walk.ActAsync<HireEndings>("Cancel", (endings, version) =>
            endings.CancelAsync(walk.Reference, new CancelDates([], version), group.Lead, cancellationToken));
    }

    private async Task ApproveAndCompleteAsync(DemoOfficers officers, DemoAftermath after, ApplicationSeed seed)
    {
        await ApproveAsync(officers, seed);
        clock.ComeBack();
        await after.LookAsync();
    }

    private static async Task HoldAsync(DemoOfficers officers, DemoAftermath after)
    {
        await officers.BeginChecksAsync();
        await after.HoldAsync();
    }

    private static async Task RefuseAndAskReviewAsync(DemoOfficers officers, DemoAftermath after, DemoGroup group)
    {
        await officers.RefuseAsync();
        await after.AskReviewAsync(group.Lead);
    }

    private static async Task AskAndWaitAsync(DemoOfficers officers, DemoAftermath after, DemoGroup group)
    {
        await officers.AskAsync();
        await after.WaitForAsync(CaseState.Lapsed, group.Lead);
    }

    private async Task ReachUndecidedAsync(DemoOfficers officers, DemoAftermath after)
    {
        await officers.BeginChecksAsync();
        clock.ComeBack();
        await after.LookAsync();
    }

    private static async Task ApproveAndCancelByCouncilAsync(DemoOfficers officers, DemoAftermath after, ApplicationSeed seed)
    {
        await ApproveAsync(officers, seed);
        await after.CancelAsync();
    }

    private async Task<DemoCast> CastAsync(SeedFolder folder, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var users = await db.Users.AsNoTracking().ToListAsync(cancellationToken);
        var organisations = await db.Organisations.AsNoTracking().Include(organisation => organisation.Memberships).ToListAsync(cancellationToken);
        var rooms = await (from space in db.Spaces.AsNoTracking()
                           join venue in db.Venues on space.VenueId equals venue.Id
                           select new { space.Slug, Room = new DemoRoom(space.Id, venue.CoversHirers) }).ToListAsync(cancellationToken);
        var names = users.ToDictionary(user => user.Id, user => user.FullName);
        Actor Staff(string name) => users.Where(user => user.FullName == name).Select(user => new Actor(user.Id, user.StaffRoles)).Single();
        return new DemoCast(
            new DemoTeam(Staff("Daniel Whitlock"), Staff("Aisha Kamara"), Staff("Helen Marchbank"), Staff("Kwame Boateng"), Staff("Naomi Fairweather")),
            folder.Organisations().Organisations.ToDictionary(seed => seed.Slug, seed => Group(organisations.Single(o => o.Name == seed.Name), names)),
            rooms.ToDictionary(pair => pair.Slug, pair => pair.Room));
    }

    private static DemoGroup Group(Organisation organisation, Dictionary<Guid, string> names)
    {
        Guid Holder(Roles role) => organisation.Memberships.First(membership => membership.Roles.HasFlag(role)).UserId;
        var signatory = Holder(Roles.Signatory);
        return new DemoGroup(
            organisation.Id, organisation.Kind, new Actor(Holder(Roles.LeadContact), Roles.None), new Actor(signatory, Roles.None), names[signatory]);
    }

    private sealed record DemoRoom(Guid SpaceId, bool VenueCovers);

    private sealed record DemoCast(DemoTeam Team, IReadOnlyDictionary<string, DemoGroup> Groups, IReadOnlyDictionary<string, DemoRoom> Rooms);
}
