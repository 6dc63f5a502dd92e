using System.Globalization;
using CouncilPremises.Application.Spreadsheets;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Publishing;

namespace CouncilPremises.Application.Publishing;

/// <summary>A field of the 360Giving Data Standard: its heading in a spreadsheet, its place in JSON, and what stands in it.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Path">The place: names by slashes, a number for a member of a list.</param>
/// <param name="Width">The column's width in characters.</param>
/// <param name="Value">The value, text or a number; blank leaves the field out.</param>
public sealed record PublishedField<T>(string Title, string Path, int Width, Func<T, CellValue> Value);

/// <summary>The fields this service publishes: the only place that knows heading, place and value. JSON and workbook are both written from it, so they cannot say different things.
/// Days are written as text in ISO 8601, as the standard asks, because programs convert cells of days in ways of their own.</summary>
public static class GrantFields
{
    /// <summary>The fields of these grants; as many places have columns as the grant with the most of them needs.</summary>
    public static IReadOnlyList<PublishedField<PublishedGrant>> Of(Publication publication)
    {
        ArgumentNullException.ThrowIfNull(publication);
        var publisher = publication.Publisher;
        return [.. Award(publisher), .. Recipient(publisher), .. Funder(publisher), .. Places(publication.Grants.Select(grant => grant.Places.Count).DefaultIfEmpty().Max()),
            new("Last Modified", "dateModified", 22, grant => Moment(grant.ChangedUtc))];
    }

    /// <summary>The fields about the whole: the Meta sheet, and the package around the grants. The first is the version.</summary>
    public static IReadOnlyList<PublishedField<Publication>> OfPackage(DateTime nowUtc) =>
    [
        new("Version", "version", 24, _ => CellValue.Of(PublicationChecks.StandardVersion)),
        new("Title", "title", 24, publication => CellValue.Of(publication.Title)),
        new("Modified", "modified", 24, _ => Moment(nowUtc)),
        new("Identifier", "identifier", 24, publication => CellValue.Of(publication.Name)),
        new("Publisher:Identifier", "publisher/identifier", 24, publication => CellValue.Of(publication.Publisher.OrganisationId)),
        new("Publisher:Name", "publisher/name", 24, publication => CellValue.Of(publication.Publisher.CouncilName)),
        new("Publisher:Website", "publisher/website", 24, publication => CellValue.Of(publication.Publisher.Website)),
        new("License", "license", 24, publication => CellValue.Of(publication.Publisher.Licence)),
    ];

    private static IEnumerable<PublishedField<PublishedGrant>> Award(Publisher publisher) =>
    [
        new("Identifier", "id", 34, grant => CellValue.Of(PublishedIdentifiers.Grant(publisher, grant.Reference))),
        new("Title", "title", 40, grant => CellValue.Of(grant.Title)),
        new("Description", "description", 60, grant => CellValue.Of(grant.Description)),
        new("Currency", "currency", 10, grant => CellValue.Of(grant.Currency)),
        new("Amount Applied For", "amountAppliedFor", 18, grant => Pounds(grant.AppliedFor)),
        new("Amount Awarded", "amountAwarded", 16, grant => Pounds(grant.Awarded)),
        new("Amount Disbursed", "amountDisbursed", 16, grant => Pounds(grant.Paid)),
        new("Award Date", "awardDate", 12, grant => Day(grant.AwardDate)),
        new("Planned Dates:Start Date", "plannedDates/0/startDate", 24, grant => Day(grant.PlannedStart)),
        new("Planned Dates:End Date", "plannedDates/0/endDate", 24, grant => Day(grant.PlannedEnd)),
        new("Planned Dates:Duration (months)", "plannedDates/0/duration", 30, grant => CellValue.Of(grant.PlannedMonths)),
    ];

    private static IEnumerable<PublishedField<PublishedGrant>> Recipient(Publisher publisher) =>
    [
        new("Recipient Org:Identifier", "recipientOrganization/0/id", 34, grant => CellValue.Of(PublishedIdentifiers.Organisation(publisher, grant.Recipient))),
        new("Recipient Org:Name", "recipientOrganization/0/name", 40, grant => CellValue.Of(grant.Recipient.Name)),
        new("Recipient Org:Charity Number", "recipientOrganization/0/charityNumber", 28, grant => CellValue.Of(grant.Recipient.CharityNumber)),
        new("Recipient Org:Company Number", "recipientOrganization/0/companyNumber", 28, grant => CellValue.Of(PublishedIdentifiers.CompanyNumber(grant.Recipient.CompanyNumber))),
        new("Recipient Org:Postal Code", "recipientOrganization/0/postalCode", 26, grant => CellValue.Of(grant.Recipient.IsRegistered ? grant.Recipient.PostalCode : null)),
    ];

    private static IEnumerable<PublishedField<PublishedGrant>> Funder(Publisher publisher) =>
    [
        new("Funding Org:Identifier", "fundingOrganization/0/id", 24, _ => CellValue.Of(publisher.OrganisationId)),
        new("Funding Org:Name", "fundingOrganization/0/name", 34, _ => CellValue.Of(publisher.CouncilName)),
        new("Funding Org:Department", "fundingOrganization/0/department", 24, grant => CellValue.Of(grant.Department)),
        new("Grant Programme:Code", "grantProgramme/0/code", 24, grant => CellValue.Of(grant.FundCode)),
        new("Grant Programme:Title", "grantProgramme/0/title", 34, grant => CellValue.Of(grant.FundTitle)),
        new("Funding Type:Code", "fundingType/0/code", 18, grant => CellValue.Of(grant.FundingType)),
        new("Funding Type:Title", "fundingType/0/title", 24, grant => CellValue.Of(grant.FundingType is { } type ? PublicationCodes.FundingTypes.GetValueOrDefault(type) : null)),
        new("From An Open Call?", "fromOpenCall", 18, grant => CellValue.Of(grant.FromOpenCall is { } open ? open ? "Yes" : "No" : null)),
        new("Location Scope", "locationScope", 16, grant => CellValue.Of(grant.LocationScope)),
    ];

    // Several of a kind stand on one row with a number from 0 between the parts of the heading
    private static IEnumerable<PublishedField<PublishedGrant>> Places(int most) => Enumerable.Range(0, most).SelectMany<int, PublishedField<PublishedGrant>>(at =>
    {
        var title = most == 1 ? "Beneficiary Location" : $"Beneficiary Location:{at}";
        return
        [
            new($"{title}:Name", $"beneficiaryLocation/{at}/name", 30, grant => Place(grant, at, place => place.Name)),
            new($"{title}:Country Code", $"beneficiaryLocation/{at}/countryCode", 30, grant => Place(grant, at, _ => PublicationCodes.Country)),
            new($"{title}:Geographic Code", $"beneficiaryLocation/{at}/geoCode", 30, grant => Place(grant, at, place => place.WardCode)),
            new($"{title}:Geographic Code Type", $"beneficiaryLocation/{at}/geoCodeType", 30, grant => Place(grant, at, place => place.WardCode is null ? null : PublicationCodes.Ward)),
        ];
    });

    private static CellValue Place(PublishedGrant grant, int at, Func<PublishedPlace, string?> part) => at < grant.Places.Count ? CellValue.Of(part(grant.Places[at])) : default;

    private static CellValue Pounds(Money? amount) => CellValue.Of(amount is { } money ? money.Pence / 100m : (decimal?)null);

    private static CellValue Day(DateOnly? day) => CellValue.Of(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static CellValue Moment(DateTime? instantUtc) => CellValue.Of(instantUtc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
