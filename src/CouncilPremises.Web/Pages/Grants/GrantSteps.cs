using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>Where the pages of an application for a grant stand, one for each section, in the order of the sections.</summary>
public static class GrantSteps
{
    /// <summary>The sections in order.</summary>
    public static IReadOnlyList<GrantSection> All { get; } = Enum.GetValues<GrantSection>();

    /// <summary>The application itself.</summary>
    public static string Home(string reference) => $"{CaseKind.Grant.GroupPath()}/{reference}";

    /// <summary>Its answers before sending.</summary>
    public static string Check(string reference) => $"{Home(reference)}/check";

    /// <summary>Where open sections are gone over and sent after a question of the council.</summary>
    public static string Answer(string reference) => $"{Home(reference)}/answer";

    /// <summary>The page of a section.</summary>
    public static string Href(string reference, GrantSection section) => $"{Home(reference)}/{Slug(section)}";

    /// <summary>True when the group has gone over the section and left nothing for later.</summary>
    public static bool IsDone(GrantFile file, GrantSection section)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Grant.SavedSections.Contains(section);
    }

    /// <summary>True when the declaration must be signed, and is not.</summary>
    public static bool MustSign(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Needs(CheckCode.DEC) && !file.IsClear(CheckCode.DEC);
    }

    /// <summary>Where the group goes after the last section.</summary>
    public static string AfterQuestions(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return MustSign(file) ? $"{Home(file.Case.Reference)}/sign" : Check(file.Case.Reference);
    }

    /// <summary>The instant from which this group may not write or send any more: the round's closing, or the end of its late permission.</summary>
    public static DateTime ClosesUtc(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Round.LatePermissions.Where(late => late.OrganisationId == file.Organisation.Id).Select(late => late.UntilUtc).Append(file.Round.ClosesUtc).Max();
    }

    /// <summary>The last day on which the council means to decide on the round, where nothing made it wait.</summary>
    public static DateOnly DecideBy(GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Clocks.DecideGrant(CouncilTime.DayOf(file.Round.ClosesUtc), []) ?? file.Today;
    }

    private static string Slug(GrantSection section) => section switch
    {
        GrantSection.Project => "project",
        GrantSection.Objectives => "objectives",
        GrantSection.Need => "need",
        GrantSection.Community => "community",
        GrantSection.Outcomes => "outcomes",
        GrantSection.Monitoring => "monitoring",
        GrantSection.Safeguarding => "safeguarding",
        GrantSection.Budget => "budget",
        GrantSection.Partners => "partners",
        GrantSection.OtherFunding => "other-funding",
        GrantSection.Organisation => "group",
        GrantSection.Contact => "contact",
    };
}
