using static CouncilPremises.Domain.Hire.Answered;

namespace CouncilPremises.Domain.Hire;

/// <summary>B2, B3 and B16.</summary>
internal static class OrganiserRules
{
    private const string PhoneSentence = "Enter a UK telephone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192";
    private const string EmailSentence = "Enter an email address in the correct format, like name@example.com";

    public static IEnumerable<Refusal> Contact(ContactAnswers contact, HireContext context) =>
    [
        .. Words(contact.Name, "B2", nameof(contact.Name), "Enter the name of the person we should speak to"),
        // A private person has no role in a group
        .. context.Facts.HirerKind == HirerKind.Individual
            ? NotTooLong(contact.Role, "B2", nameof(contact.Role))
            : Words(contact.Role, "B2", nameof(contact.Role), "Enter this person's role, such as secretary"),
        .. Reach(contact.Email, contact.Phone, "B2", mayLackEmail: context.Facts.IsTyped && contact.NoEmail == true),
        .. contact.Over18 == true
            ? Array.Empty<Refusal>()
            : [new Refusal("B2", contact.Over18 is null ? "Say whether this person is 18 or over" : "Name somebody who is 18 or over", nameof(contact.Over18))],
    ];

    public static IEnumerable<Refusal> OnBehalf(HireAnswers answers) =>
    [
        .. NotNull(answers.OnBehalf.ForAnother, "B3", nameof(OnBehalfAnswers.ForAnother), "Say whether you book for another body"),
        .. NotNull(answers.OnBehalf.SubLetting, "B3", nameof(OnBehalfAnswers.SubLetting), "Say whether you will let part of the room or time to somebody else"),
        .. answers.HasRealOrganiser() ? RealOrganiser(answers.OnBehalf) : [],
    ];

    // T9: the real organiser gives B1–B2
    private static IEnumerable<Refusal> RealOrganiser(OnBehalfAnswers other) =>
    [
        .. Words(other.Who, "T9", nameof(other.Who), "Enter the legal name of the real organiser"),
        .. Words(other.Role, "T9", nameof(other.Role), "Enter what they have to do with the event"),
        .. Words(other.Address, "T9", nameof(other.Address), "Enter their address", 500),
        .. NotNull(other.IsPerson, "T9", nameof(other.IsPerson), "Say whether they are one person or a group"),
        .. other.IsPerson == false && DifferentNames(other.OfficeHolders) < Organisations.OrganisationValidation.OfficeHoldersNeeded
            ? [new Refusal("T9", "Enter two different office-holders of the real organiser", nameof(other.OfficeHolders))]
            : Array.Empty<Refusal>(),
        .. other.OfficeHolders.SelectMany(name => NotTooLong(name, "T9", nameof(other.OfficeHolders))).Take(1),
        .. Words(other.ContactName, "T9", nameof(other.ContactName), "Enter whom we should speak to there"),
        .. Reach(other.Email, other.Phone, "T9"),
    ];

    private static int DifferentNames(IEnumerable<string> names) =>
        names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static IEnumerable<Refusal> Reach(string? email, string? phone, string code, bool mayLackEmail = false)
    {
        if (!(mayLackEmail && string.IsNullOrWhiteSpace(email)) && !FieldRules.IsEmail(email))
            yield return new Refusal(code, string.IsNullOrWhiteSpace(email) ? "Enter an email address" : EmailSentence, nameof(ContactAnswers.Email));
        if (!FieldRules.IsUkPhone(phone))
            yield return new Refusal(code, PhoneSentence, nameof(ContactAnswers.Phone));
    }

    public static IEnumerable<Refusal> Insurance(HireAnswers answers, HireContext context)
    {
        var insurance = answers.Insurance;
        if (insurance.VenueCover == true)
            return context.Facts.VenueCoversHirers
                ? []
                : [new Refusal("B16", "This venue's insurance does not cover hirers. Enter your own public liability insurance", nameof(insurance.VenueCover))];
        // Where the venue can cover hirers, the first question is whose insurance it is
        if (insurance.VenueCover is null && context.Facts.VenueCoversHirers && string.IsNullOrWhiteSpace(insurance.Insurer))
            return [new Refusal("B16", "Say which insurance you will use", nameof(insurance.VenueCover))];
        return [.. Words(insurance.Insurer, "B16", nameof(insurance.Insurer), "Enter the name of your insurer"), .. Cover(answers, context)];
    }

    private static IEnumerable<Refusal> Cover(HireAnswers answers, HireContext context)
    {
        var insurance = answers.Insurance;
        var minimum = context.Policy.InsuranceMinimum;
        if (insurance.Sum is not { } sum)
            yield return new Refusal("B16", "Enter the sum your public liability insurance covers", nameof(insurance.Sum));
        else if (sum < minimum)
            yield return new Refusal("B16", $"Your public liability insurance must cover {minimum} or more", nameof(insurance.Sum));
        if (insurance.Expiry is not { } expiry)
            yield return new Refusal("B16", "Enter the date your insurance ends", nameof(insurance.Expiry));
        else if (expiry <= (answers.When.FirstDay ?? context.Facts.Today))
            yield return new Refusal("B16", "Your insurance must end after the first date of your event. If you will renew it, enter the new policy", nameof(insurance.Expiry));
    }
}
