using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>A page of questions: its place, its last part of the address, its name and the sections it asks for.</summary>
public sealed record HireStep(int Place, string Slug, string Title, IReadOnlyList<HireSection> Sections)
{
    /// <summary>The page's address.</summary>
    public string Href(string reference) => $"/hire/{reference}/{Slug}";

    /// <summary>True when the group has answered all of it.</summary>
    public bool IsDone(HireFile file) => Sections.All(section => file.Hire.SavedSections.Contains(section.ToString()) || !HireSteps.Asks(file, section));
}

/// <summary>The pages in the order people think: what, when, where, who comes, who speaks, how people are kept safe, who you are.</summary>
public static class HireSteps
{
    public static readonly HireStep Event = new(1, "event", "What your event is", [HireSection.Event]);
    public static readonly HireStep When = new(2, "when", "When and where", [HireSection.When]);
    public static readonly HireStep Who = new(3, "who", "Who will come", [HireSection.Attendance, HireSection.Audience]);
    public static readonly HireStep Speakers = new(4, "speakers", "Who will speak", [HireSection.Speakers]);
    public static readonly HireStep Safety = new(5, "safety", "Keeping people safe", [HireSection.PeopleAtRisk]);
    public static readonly HireStep More = new(6, "more", "A few more things",
        [HireSection.MoneyRaised, HireSection.Recording, HireSection.Political, HireSection.Separation, HireSection.Past, HireSection.Practical]);
    public static readonly HireStep Contact = new(7, "contact", "Who you are", [HireSection.Contact, HireSection.OnBehalf, HireSection.Insurance]);
    public static readonly HireStep Organiser = new(8, "organiser", "The real organiser", [HireSection.OnBehalf]);

    private static readonly IReadOnlyList<HireStep> All = [Event, When, Who, Speakers, Safety, More, Contact, Organiser];

    /// <summary>The pages this application needs.</summary>
    public static IReadOnlyList<HireStep> For(HireFile file) =>
        For(file.Hire.Answers);

    /// <summary>The pages that these answers need.</summary>
    public static IReadOnlyList<HireStep> For(HireAnswers answers) => answers.HasRealOrganiser() ? All : [.. All.Where(step => step != Organiser)];

    /// <summary>The page that asks for a section.</summary>
    public static HireStep Of(HireFile file, HireSection section) => Of(file.Hire.Answers, section);

    /// <summary>The page that asks for a section of these answers.</summary>
    public static HireStep Of(HireAnswers answers, HireSection section) =>
        section == HireSection.OnBehalf && answers.HasRealOrganiser() ? Organiser : All.First(step => step.Sections.Contains(section));

    /// <summary>The page from which open sections are gone over and sent: the council's questions, or the change.</summary>
    public static string Hub(HireFile file) => file.Open?.Change switch
    {
        { RequestId: not null } => $"/hire/{file.Case.Reference}/answer",
        { } => Change(file.Case.Reference),
        null => Home(file.Case.Reference),
    };

    /// <summary>The change a hirer asks for.</summary>
    public static string Change(string reference) => $"/hire/{reference}/change";

    /// <summary>True when this hirer is asked for the section.</summary>
    public static bool Asks(HireFile file, HireSection section) =>
        HireValidation.SectionsFor(file.Hire.Answers, file.Derived.Facts).Contains(section);

    /// <summary>True when the declaration must be signed, and is not.</summary>
    public static bool MustSign(HireFile file) => file.Derived.Needs(CheckCode.DEC) && !file.IsClear(CheckCode.DEC);

    /// <summary>Where the group goes after the last question.</summary>
    public static string AfterQuestions(HireFile file) => MustSign(file) ? $"/hire/{file.Case.Reference}/sign" : Check(file.Case.Reference);

    /// <summary>The application itself.</summary>
    public static string Home(string reference) => $"/hire/{reference}";

    /// <summary>Its answers before sending.</summary>
    public static string Check(string reference) => $"/hire/{reference}/check";
}
