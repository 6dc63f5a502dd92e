using System.Text.Json.Serialization;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Policies;

namespace CouncilPremises.Domain.Grants;

/// <summary>Everything a group answers when it asks for a grant, G1–G11, grouped as the pages people see. A null member is not answered yet.
/// Never asked: religion, ethnicity, nationality, sexuality, opinions, party membership of anybody. RULEBOOK 3, 4.</summary>
/// <remarks>Each member is named after its <see cref="GrantSection"/>. Stored as JSON: a member missing there is not answered,
/// so questions may be added without touching what is stored. What derives from answers is a method, so that it is never stored.
/// Name, address and office-holders stand on the organisation's own record; bank details (G12) are asked for after an offer, elsewhere.
/// Whether the cross-community test is met is the officer's finding, not an answer.</remarks>
public sealed record GrantAnswers
{
    /// <summary>G2.</summary>
    public ProjectAnswers Project { get; init; } = new();

    /// <summary>G3.</summary>
    public ObjectivesAnswers Objectives { get; init; } = new();

    /// <summary>G4.</summary>
    public NeedAnswers Need { get; init; } = new();

    /// <summary>G5.</summary>
    public CommunityAnswers Community { get; init; } = new();

    /// <summary>G6.</summary>
    public OutcomesAnswers Outcomes { get; init; } = new();

    /// <summary>G7.</summary>
    public MonitoringAnswers Monitoring { get; init; } = new();

    /// <summary>G8.</summary>
    public SafeguardingAnswers Safeguarding { get; init; } = new();

    /// <summary>G9.</summary>
    public GrantBudget Budget { get; init; } = new();

    /// <summary>G10.</summary>
    public PartnersAnswers Partners { get; init; } = new();

    /// <summary>G11.</summary>
    public OtherFundingAnswers OtherFunding { get; init; } = new();

    /// <summary>G1.</summary>
    public GroupAnswers Organisation { get; init; } = new();

    /// <summary>G1, as B2.</summary>
    public ContactAnswers Contact { get; init; } = new();

    /// <summary>Partners and onward payees, who are checked as applicants; none unless the answer is that there are some. G10.</summary>
    public IReadOnlyList<PartnerAnswer> NamedPartners() => Partners.HasPartners == true ? Partners.Partners : [];

    /// <summary>How often the project would report; null until its dates and the grant asked for are known. G7.</summary>
    public ReportRhythm? Rhythm(Policy policy) =>
        this is { Budget.Asked: { } grant, Project: { Starts: { } starts, Ends: { } ends } } ? GrantReports.Rhythm(grant, starts, ends, policy) : null;
}

/// <summary>G2: what the project is, when and where.</summary>
public sealed record ProjectAnswers
{
    /// <summary>Title, up to 120 characters.</summary>
    public string? Title { get; init; }

    /// <summary>What the project is called locally, if otherwise. It may leave out the word "Prevent"; objective and funding source stay plain. RULEBOOK 2.</summary>
    public string? LocalTitle { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? Starts { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>Names of the wards in which it takes place; at least one.</summary>
    public ValueList<string> Wards { get; init; } = [];

    /// <summary>The line of the fund's delivery plan it serves; asked when the fund has lines.</summary>
    public Guid? DeliveryPlanLineId { get; init; }

    /// <summary>Who answers for it under the delivery plan, as known on the day of applying.</summary>
    public string? Owner { get; init; }

    /// <summary>How the project will be explained locally.</summary>
    public string? Explanation { get; init; }

    /// <summary>Who answers questions from the press.</summary>
    public string? PressContact { get; init; }
}

/// <summary>G3: what the project serves.</summary>
public sealed record ObjectivesAnswers
{
    /// <summary>The one main objective or enabler.</summary>
    public ObjectiveAnswer Primary { get; init; } = new();

    /// <summary>Up to two others, different from the main one and from each other.</summary>
    public ValueList<ObjectiveAnswer> Secondary { get; init; } = [];

    /// <summary>The current national objective.</summary>
    public NationalObjective? National { get; init; }

    /// <summary>Why it serves the national objective, 100–2,000 characters.</summary>
    public string? NationalJustification { get; init; }
}

/// <summary>An objective, and why the project serves it.</summary>
public sealed record ObjectiveAnswer
{
    /// <summary>Which.</summary>
    public Objective? Objective { get; init; }

    /// <summary>Why, 100–2,000 characters.</summary>
    public string? Justification { get; init; }
}

/// <summary>G4: why it is needed here. From open sources, with no individual named.</summary>
public sealed record NeedAnswers
{
    /// <summary>The need.</summary>
    public string? Need { get; init; }

    /// <summary>The published sources it rests on.</summary>
    public string? Sources { get; init; }

    /// <summary>True when the group confirms that no individual is named.</summary>
    public bool? NamesNobody { get; init; }
}

/// <summary>G5: the three questions of the cross-community test. The finding (met, met as specialist, not met) is the officer's and stands elsewhere.</summary>
public sealed record CommunityAnswers
{
    /// <summary>Who benefits.</summary>
    public string? WhoBenefits { get; init; }

    /// <summary>How people beyond one ethnic or faith community take part.</summary>
    public string? HowOthersTakePart { get; init; }

    /// <summary>Who works alongside the group.</summary>
    public string? WhoWorksAlongside { get; init; }
}

/// <summary>G6: what it will achieve.</summary>
public sealed record OutcomesAnswers
{
    /// <summary>One to six outcomes.</summary>
    public ValueList<OutcomeAnswer> Items { get; init; } = [];
}

/// <summary>One outcome, measured by a number.</summary>
public sealed record OutcomeAnswer
{
    /// <summary>What is measured: "young people who feel safe in the park, in per cent".</summary>
    public string? Indicator { get; init; }

    /// <summary>The number now, in the indicator's unit; 0 or more, at most two decimals.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>The number aimed at, in the indicator's unit; 0 or more, at most two decimals. It may be below the baseline.</summary>
    public decimal? Target { get; init; }

    /// <summary>How it is measured.</summary>
    public string? Method { get; init; }

    /// <summary>The day by which the target is reached; within the project, both ends included.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>G7: who watches what is achieved. Reports hold totals only, never people. How often derives: <see cref="GrantReports"/>.</summary>
public sealed record MonitoringAnswers
{
    /// <summary>Who leads on monitoring.</summary>
    public string? Lead { get; init; }

    /// <summary>How it is done.</summary>
    public string? Method { get; init; }
}

/// <summary>G8: under-18s. Concern about a child goes to children's services, outside the system: nothing here asks for it.</summary>
public sealed record SafeguardingAnswers
{
    /// <summary>True when under-18s take part.</summary>
    public bool? Under18s { get; init; }

    /// <summary>Who leads on safeguarding; asked when under-18s take part, as are the next two.</summary>
    public string? Lead { get; init; }

    /// <summary>True when the group has a safeguarding policy. Its age is the matter of the check SAF. RULEBOOK 5.</summary>
    public bool? HasPolicy { get; init; }

    /// <summary>How parents or carers give their consent.</summary>
    public string? ParentalConsent { get; init; }
}

/// <summary>G10: who takes part in the project or receives part of the money.</summary>
public sealed record PartnersAnswers
{
    /// <summary>True when there is anybody.</summary>
    public bool? HasPartners { get; init; }

    /// <summary>Each of them; counted only when there is anybody.</summary>
    public ValueList<PartnerAnswer> Partners { get; init; } = [];
}

/// <summary>A partner or onward payee, checked as an applicant is.</summary>
public sealed record PartnerAnswer
{
    /// <summary>Legal name; of a private person the full name.</summary>
    public string? Name { get; init; }

    /// <summary>Kind of body. Registered kinds need their number, bodies two office-holders.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<OrganisationType>))]
    public OrganisationType? Type { get; init; }

    /// <summary>What they do in the project.</summary>
    public string? Does { get; init; }

    /// <summary>Postal address.</summary>
    public string? Address { get; init; }

    /// <summary>Charity number; needed of a registered charity.</summary>
    public string? CharityNumber { get; init; }

    /// <summary>Company number; needed of a company.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>Names of two different office-holders; needed of every body but the council's own.</summary>
    public ValueList<string> OfficeHolders { get; init; } = [];

    /// <summary>True for an onward payee: part of the grant is paid on to them.</summary>
    public bool? IsPaid { get; init; }

    /// <summary>What they are paid out of the grant; asked of onward payees, and counted only for them.</summary>
    public Money? Amount { get; init; }
}

/// <summary>G11: other public funding, and the subsidy statement of an enterprise.</summary>
public sealed record OtherFundingAnswers
{
    /// <summary>Most subsidy an enterprise may have over three financial years, this grant included: £315,000 itself is allowed. Subsidy Control Act 2022 s.36; RULEBOOK 4 G11.</summary>
    public static Money SubsidyLimit { get; } = Money.Pounds(315_000);

    /// <summary>True when the project or group has, or has asked for, other public money.</summary>
    public bool? HasOther { get; init; }

    /// <summary>Each of them; counted only when there is any.</summary>
    public ValueList<FundingSource> Sources { get; init; } = [];

    /// <summary>True when the group offers goods or services on a market: the subsidy statement is then asked for.</summary>
    public bool? IsEnterprise { get; init; }

    /// <summary>Subsidy of this kind received in this financial year and the two before, without this grant; 0 when none.</summary>
    public Money? SubsidiesReceived { get; init; }

    /// <summary>True when the group states that this is all of it.</summary>
    public bool? SubsidyStated { get; init; }
}

/// <summary>Public money from elsewhere.</summary>
public sealed record FundingSource
{
    /// <summary>Who gives it.</summary>
    public string? Funder { get; init; }

    /// <summary>What it is for.</summary>
    public string? Purpose { get; init; }

    /// <summary>How much.</summary>
    public Money? Amount { get; init; }
}

/// <summary>G1, besides the organisation's own record: what a grant asks of a group and a hire does not.</summary>
public sealed record GroupAnswers
{
    /// <summary>True when the group has a governing document; the council's one-page form counts. RULEBOOK 5 REG.</summary>
    public bool? HasGoverningDocument { get; init; }

    /// <summary>Which document it is.</summary>
    public string? GoverningDocument { get; init; }

    /// <summary>True when the group confirms that enough of its office-holders are not related to each other.</summary>
    public bool? UnrelatedOfficeHolders { get; init; }

    /// <summary>Latest accounts, or a forecast.</summary>
    public AccountsKind? Accounts { get; init; }

    /// <summary>Website or page on a social network, as the group writes it; null when it has none. Compared with other applications, never looked at by the product.</summary>
    public string? Website { get; init; }

    /// <summary>Longest website, included.</summary>
    public const int LongestWebsite = 200;
}
