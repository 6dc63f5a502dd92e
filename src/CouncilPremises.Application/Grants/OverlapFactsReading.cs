using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>What cases show of themselves for comparing, and the keys by which they find each other.</summary>
public sealed class OverlapFactsReading(AppDbContext db)
{
    /// <summary>Keeps the keys of a case that was sent in step with what it says now, in the save under way.</summary>
    public async Task KeepKeysAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var id = file.Case.Id;
        var now = OverlapKey.Of(Of(file)).ToHashSet();
        var kept = await db.OverlapKeys.Where(key => key.CaseId == id).ToListAsync(cancellationToken);
        db.OverlapKeys.RemoveRange(kept.Where(key => !now.Contains((key.Kind, key.Value))));
        db.OverlapKeys.AddRange(now.Except(kept.Select(key => (key.Kind, key.Value))).Select(key => new OverlapKey(id, key.Kind, key.Value)));
    }

    /// <summary>The facts of several cases, by case. Those of an application without answers are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, OverlapFacts>> ReadAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        if (caseIds.Count == 0)
            return new Dictionary<Guid, OverlapFacts>();
        var cases = await db.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).Select(c => new { c.Id, c.Reference, c.OrganisationId }).ToListAsync(cancellationToken);
        var owners = cases.Select(c => c.OrganisationId).Distinct().ToList();
        var groups = await db.Organisations.AsNoTracking().Include(o => o.OfficeHolders).Where(o => owners.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var grants = await db.GrantApplications.AsNoTracking().Where(g => caseIds.Contains(g.CaseId)).Select(g => new { g.CaseId, g.FundId, g.Answers }).ToDictionaryAsync(g => g.CaseId, cancellationToken);
        var hires = await db.HireApplications.AsNoTracking().Where(h => caseIds.Contains(h.CaseId)).Select(h => new { h.CaseId, h.Answers }).ToDictionaryAsync(h => h.CaseId, cancellationToken);
        var accounts = await db.BankDetails.AsNoTracking().Where(b => owners.Contains(b.OrganisationId) && b.SupersededUtc == null)
            .Select(b => new { b.OrganisationId, b.AccountHash }).ToDictionaryAsync(b => b.OrganisationId, b => b.AccountHash, cancellationToken);
        var days = await db.Occurrences.AsNoTracking().Where(o => caseIds.Contains(o.CaseId)).GroupBy(o => o.CaseId)
            .Select(dates => new { dates.Key, First = dates.Min(o => o.Day), Last = dates.Max(o => o.Day) }).ToDictionaryAsync(dates => dates.Key, cancellationToken);
        var facts = new Dictionary<Guid, OverlapFacts>();
        foreach (var one in cases)
            if (grants.TryGetValue(one.Id, out var grant))
                facts[one.Id] = Of(one.Id, one.Reference, groups[one.OrganisationId], grant.FundId, grant.Answers) with { AccountHash = accounts.GetValueOrDefault(one.OrganisationId) };
            else if (hires.TryGetValue(one.Id, out var hire))
                facts[one.Id] = Of(one.Id, one.Reference, groups[one.OrganisationId], hire.Answers, days.GetValueOrDefault(one.Id)?.First, days.GetValueOrDefault(one.Id)?.Last);
        return facts;
    }

    private static OverlapFacts Of(CaseFile file) => file switch
    {
        GrantFile grant => Of(file.Case.Id, file.Case.Reference, file.Organisation, grant.Fund.Id, grant.Grant.Answers) with { AccountHash = grant.Bank?.AccountHash },
        HireFile hire => Of(file.Case.Id, file.Case.Reference, file.Organisation, hire.Hire.Answers, Days(hire).DefaultIfEmpty().Min(), Days(hire).DefaultIfEmpty().Max()),
        _ => throw new InvalidOperationException($"A case of kind {file.Case.Kind} shows nothing of itself."),
    };

    private static IEnumerable<DateOnly?> Days(HireFile file) => file.Occurrences.Select(o => (DateOnly?)o.Day);

    private static OverlapFacts Of(Guid id, string reference, Organisation group, Guid fundId, GrantAnswers answers)
    {
        var partners = answers.NamedPartners();
        return Of(id, reference, group, [.. partners.SelectMany(one => new[] { one.CharityNumber, one.CompanyNumber })], answers.Contact) with
        {
            FundId = fundId,
            Website = answers.Organisation.Website,
            Addresses = [group.Address, .. partners.Select(one => one.Address).OfType<string>()],
            OfficeHolders = [.. group.OfficeHolders.Select(holder => holder.Name), .. partners.SelectMany(one => one.OfficeHolders)],
            Text = ProjectText.Of(string.Join(' ', answers.Outcomes.Items.Select(one => one.Indicator).Prepend(answers.Need.Need).Prepend(answers.Project.Title))),
            Starts = answers.Project.Starts,
            Ends = answers.Project.Ends,
        };
    }

    private static OverlapFacts Of(Guid id, string reference, Organisation group, HireAnswers answers, DateOnly? first, DateOnly? last) =>
        Of(id, reference, group, [], answers.Contact) with
        {
            Text = ProjectText.Of($"{answers.Event.Title} {answers.Event.Description}"),
            Starts = first,
            Ends = last,
        };

    private static OverlapFacts Of(Guid id, string reference, Organisation group, string?[] numbers, ContactAnswers contact) => new()
    {
        CaseId = id,
        Reference = reference,
        OrganisationId = group.Id,
        RegisteredNumbers = [.. numbers.Append(group.CharityNumber).Append(group.CompanyNumber).OfType<string>()],
        Addresses = [group.Address],
        Phones = contact.Phone is { } phone ? [phone] : [],
        OfficeHolders = [.. group.OfficeHolders.Select(holder => holder.Name)],
    };
}
