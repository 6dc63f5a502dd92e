using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Lists;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Publishing;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Publishing;

/// <summary>Keeping an award out of published data.</summary>
/// <param name="Reason">The exemption, and why it applies; 20 to 2,000 characters.</param>
/// <param name="ReviewOn">The day it is looked at again: after today, within a year.</param>
/// <param name="SeenVersion">The case as the page showed it.</param>
public sealed record WithholdAward(string? Reason, DateOnly? ReviewOn, int SeenVersion);

/// <summary>An award kept out of published data, for the list of those to look at again.</summary>
public sealed record WithheldRow(string Reference, string Group, string Reason, DateOnly ReviewOn);

/// <summary>What is published about grants: accepted awards that nobody withholds, each checked before it goes out. One query for JSON, workbook and list. RULEBOOK 11.</summary>
public sealed class Publications(AppDbContext db, CouncilTime time, Publisher publisher, CaseDesk desk)
{
    /// <summary>The awards of a financial year, or of all, checked.</summary>
    public async Task<Publication> CheckAsync(PublicationYear? year, CancellationToken cancellationToken) =>
        PublicationChecks.Run(publisher, year, await FindAsync(year, cancellationToken), time.Today);

    /// <summary>Financial years in which something was awarded, newest first.</summary>
    public async Task<IReadOnlyList<PublicationYear>> YearsAsync(CancellationToken cancellationToken)
    {
        var approved = Accepted().Select(a => a.ApprovedUtc);
        if (!await approved.AnyAsync(cancellationToken))
            return [];
        var (first, last) = (YearOf(await approved.MinAsync(cancellationToken)), YearOf(await approved.MaxAsync(cancellationToken)));
        return [.. Enumerable.Range(first.StartYear, last.StartYear - first.StartYear + 1).Reverse().Select(start => new PublicationYear(start))];
    }

    /// <summary>Awards that are withheld, those to look at again first on top.</summary>
    public async Task<IReadOnlyList<WithheldRow>> WithheldAsync(CancellationToken cancellationToken)
    {
        var rows = await (from award in db.Awards.AsNoTracking()
                          join @case in db.Cases on award.CaseId equals @case.Id
                          join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
                          where award.Withholding != null
                          select new { @case.Reference, organisation.Name, award.Withholding }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new WithheldRow(row.Reference, row.Name, row.Withholding!.Reason, row.Withholding.ReviewOn)).OrderBy(row => row.ReviewOn)];
    }

    /// <summary>Keeps an award out of published data. A grant approver's act.</summary>
    public Task<Outcome> WithholdAsync(string reference, WithholdAward input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.Withhold", input.SeenVersion, file =>
        {
            if (CannotWithhold(file, actor) is { } no)
                return Task.FromResult(ActResult.No(no));
            if (input.Reason?.Trim().Length is not (>= 20 and <= 2000))
                return Task.FromResult(ActResult.No("Length", "Name the exemption and why it applies, in 20 to 2,000 characters.", nameof(input.Reason)));
            if (Markings.Forbidden(input.Reason) is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, nameof(input.Reason)));
            if (input.ReviewOn is not { } review || review <= time.Today || review > time.Today.AddYears(1))
                return Task.FromResult(ActResult.No("Date", "Enter the day on which it is looked at again: after today and within a year.", nameof(input.ReviewOn)));
            file.Award!.Withhold(new Withholding(input.Reason.Trim(), actor.Id, time.NowUtc, review));
            return Task.FromResult(ActResult.Done(new { input.Reason, input.ReviewOn }));
        }, cancellationToken);

    /// <summary>Lets a withheld award into published data.</summary>
    public Task<Outcome> LetInAsync(string reference, int seenVersion, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<GrantFile>(reference, actor, "Award.StopWithholding", seenVersion, file =>
        {
            if (CannotWithhold(file, actor) is { } no)
                return Task.FromResult(ActResult.No(no));
            if (file.Award!.Withholding is null)
                return Task.FromResult(ActResult.No(Refusal.ChangedCode, "This award is not withheld any more."));
            file.Award.Withhold(null);
            return Task.FromResult(ActResult.Done());
        }, cancellationToken);

    private static Refusal? CannotWithhold(GrantFile file, Actor actor) =>
        !actor.HasAny(CaseKind.Grant.Approvers()) ? new Refusal("Role", "A grant approver decides what is withheld from published data.")
        : file.Award is null ? new Refusal("State", "There is no award to publish or withhold.")
        : file.CannotAct(actor);

    private IQueryable<Award> Accepted() => db.Awards.AsNoTracking().Where(a => a.AcceptedUtc != null && a.Withholding == null);

    private async Task<IReadOnlyList<PublishedGrant>> FindAsync(PublicationYear? year, CancellationToken cancellationToken)
    {
        var awards = Accepted();
        if (year is { } of)
        {
            var (from, until) = (Midnight(of.FirstDay), Midnight(of.LastDay.AddDays(1)));
            awards = awards.Where(a => a.ApprovedUtc >= from && a.ApprovedUtc < until);
        }
        var rows = await (from award in awards
                          join @case in db.Cases on award.CaseId equals @case.Id
                          join grant in db.GrantApplications on award.CaseId equals grant.CaseId
                          join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
                          join fund in db.Funds on award.FundId equals fund.Id
                          join round in db.GrantRounds on grant.RoundId equals round.Id
                          orderby award.ApprovedUtc, @case.Reference
                          select new Row(award, @case.Reference, @case.ChangedUtc, grant, organisation, fund.Id, fund.SchemeTitle, @case.SubmittedUtc < round.ClosesUtc)).ToListAsync(cancellationToken);
        return [.. rows.Select(Published)];
    }

    private PublishedGrant Published(Row row)
    {
        var wards = row.Grant.Answers.Project.Wards;
        return new PublishedGrant
        {
            Reference = row.Reference,
            Title = row.Grant.Answers.Project.LocalTitle is { Length: > 0 } local ? local : row.Grant.Title,
            Description = row.Award.PublicDescription,
            Awarded = row.Award.Awarded,
            AppliedFor = row.Grant.Asked,
            AwardDate = CouncilTime.DayOf(row.Award.ApprovedUtc),
            PlannedStart = row.Award.Starts,
            PlannedEnd = row.Award.Ends,
            Recipient = new PublishedRecipient
            {
                Name = row.Organisation.Name,
                CharityNumber = row.Organisation.CharityNumber,
                CompanyNumber = row.Organisation.CompanyNumber,
                StableKey = PublishedIdentifiers.KeyFor(row.Organisation.Id),
                PostalCode = ListEntryScreening.PostcodesIn(row.Organisation.Address) is [var postcode, ..] ? postcode : null,
            },
            Places = [.. wards.Select(ward => new PublishedPlace(ward))],
            LocationScope = wards.Count > 0 ? "GLS060" : "GLS050",
            FundCode = row.FundId.ToString(),
            FundTitle = row.SchemeTitle,
            FundingType = "FT03",
            FromOpenCall = row.InTime,
            Department = publisher.Department,
            ChangedUtc = row.ChangedUtc,
        };
    }

    private static PublicationYear YearOf(DateTime instantUtc) => PublicationYear.Of(CouncilTime.DayOf(instantUtc));

    private static DateTime Midnight(DateOnly day) => CouncilTime.ToUtc(day, TimeOnly.MinValue) ?? throw new InvalidOperationException("The clocks of London never skip midnight.");

    private sealed record Row(Award Award, string Reference, DateTime ChangedUtc, GrantApplication Grant, Organisation Organisation, Guid FundId, string SchemeTitle, bool InTime);
}
