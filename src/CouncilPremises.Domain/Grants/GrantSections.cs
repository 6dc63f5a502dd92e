namespace CouncilPremises.Domain.Grants;

/// <summary>Answers taken section by section: the same switch copies and compares, so that no section can be forgotten.</summary>
public static class GrantSections
{
    /// <summary>The answers with one section taken from others. Clarification opens named sections only, and takes only those.</summary>
    public static GrantAnswers With(this GrantAnswers answers, GrantSection section, GrantAnswers from)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(from);
        return section switch
        {
            GrantSection.Project => answers with { Project = from.Project },
            GrantSection.Objectives => answers with { Objectives = from.Objectives },
            GrantSection.Need => answers with { Need = from.Need },
            GrantSection.Community => answers with { Community = from.Community },
            GrantSection.Outcomes => answers with { Outcomes = from.Outcomes },
            GrantSection.Monitoring => answers with { Monitoring = from.Monitoring },
            GrantSection.Safeguarding => answers with { Safeguarding = from.Safeguarding },
            GrantSection.Budget => answers with { Budget = from.Budget },
            GrantSection.Partners => answers with { Partners = from.Partners },
            GrantSection.OtherFunding => answers with { OtherFunding = from.OtherFunding },
            GrantSection.Organisation => answers with { Organisation = from.Organisation },
            GrantSection.Contact => answers with { Contact = from.Contact },
        };
    }

    /// <summary>The sections in which two sets of answers differ, in order.</summary>
    public static IReadOnlyList<GrantSection> Differing(GrantAnswers before, GrantAnswers after) =>
        [.. Enum.GetValues<GrantSection>().Where(section => before.With(section, after) != before)];
}
