using System.Collections.Frozen;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;

namespace CouncilPremises.Domain.Grants;

/// <summary>What validation must know besides the answers.</summary>
public sealed record GrantContext
{
    /// <summary>London's today for a draft, the day of sending afterwards: a project sent in time does not become late while it is looked at.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What the fund and the council allow.</summary>
    public required GrantLimits Limits { get; init; }

    /// <summary>Who applies. Grants go to groups only. RULEBOOK 2.</summary>
    public required HirerKind HirerKind { get; init; }

    /// <summary>Different office-holders whom the organisation's own record names.</summary>
    public required int OfficeHolders { get; init; }

    /// <summary>How many of them must be unrelated: 3◆. RULEBOOK 4 G1.</summary>
    public int OfficeHoldersNeeded { get; init; } = Policy.Default.GrantOfficeHolders;

    /// <summary>An officer types what the group says on the telephone or wrote on paper.</summary>
    public bool IsTyped { get; init; }

    /// <summary>The lines of the fund's delivery plan; none when it has no plan, and then no line is asked for.</summary>
    public IReadOnlySet<Guid> DeliveryPlanLineIds { get; init; } = FrozenSet<Guid>.Empty;

    /// <summary>The wards there are; none when the council keeps no list, and then any name is taken.</summary>
    public IReadOnlySet<string> Wards { get; init; } = FrozenSet<string>.Empty;
}

/// <summary>G1–G11 checked page by page. Each refusal carries the rule's code, a sentence that says what to do, and the page's field;
/// one that is about no answer of the page has no field. RULEBOOK 4.</summary>
/// <remarks>Whether the round is open, attachments and the organisation's own record are others' business.</remarks>
public static class GrantValidation
{
    /// <summary>Everything that is missing or wrong, page after page; empty when the application may be sent.</summary>
    public static IReadOnlyList<Refusal> All(GrantAnswers answers, GrantContext context) =>
        [.. Enum.GetValues<GrantSection>().SelectMany(section => Section(section, answers, context))];

    /// <summary>What is missing or wrong on one page; empty when it is complete. What depends on another page is left to that page while it has a gap.</summary>
    public static IReadOnlyList<Refusal> Section(GrantSection section, GrantAnswers answers, GrantContext context)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(context);
        return [.. section switch
        {
            GrantSection.Project => ProjectRules.Project(answers.Project, context),
            GrantSection.Objectives => ObjectiveRules.Check(answers.Objectives),
            GrantSection.Need => ProjectRules.Need(answers.Need),
            GrantSection.Community => ProjectRules.Community(answers.Community),
            GrantSection.Outcomes => OutcomeRules.Check(answers.Outcomes, answers.Project),
            GrantSection.Monitoring => ProjectRules.Monitoring(answers.Monitoring),
            GrantSection.Safeguarding => ProjectRules.Safeguarding(answers.Safeguarding),
            GrantSection.Budget => BudgetRules.Check(answers.Budget, answers.Project, context.Limits),
            GrantSection.Partners => PartnerRules.Check(answers.Partners, answers.Budget),
            GrantSection.OtherFunding => FundingRules.Check(answers.OtherFunding, answers.Budget),
            GrantSection.Organisation => GroupRules.Group(answers.Organisation, context),
            GrantSection.Contact => GroupRules.Contact(answers.Contact, context),
        }];
    }
}
