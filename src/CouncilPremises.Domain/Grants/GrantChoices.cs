using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CouncilPremises.Domain.Grants;

/// <summary>The pages of a grant application, in the order people think: what, why, for whom, with what effect, how safe, for how much, with whom, who you are.
/// Each is named after its member of <see cref="GrantAnswers"/>. RULEBOOK 4. Bank details (G12) are asked for only after an offer and have no page here.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GrantSection>))]
public enum GrantSection
{
    /// <summary>G2.</summary>
    [Display(Name = "Your project")]
    Project,

    /// <summary>G3.</summary>
    [Display(Name = "Objectives")]
    Objectives,

    /// <summary>G4.</summary>
    [Display(Name = "Why it is needed")]
    Need,

    /// <summary>G5.</summary>
    [Display(Name = "Who it brings together")]
    Community,

    /// <summary>G6.</summary>
    [Display(Name = "What it will achieve")]
    Outcomes,

    /// <summary>G7.</summary>
    [Display(Name = "How you will measure it")]
    Monitoring,

    /// <summary>G8.</summary>
    [Display(Name = "Under-18s")]
    Safeguarding,

    /// <summary>G9.</summary>
    [Display(Name = "Budget")]
    Budget,

    /// <summary>G10.</summary>
    [Display(Name = "Partners and onward payments")]
    Partners,

    /// <summary>G11.</summary>
    [Display(Name = "Other public funding")]
    OtherFunding,

    /// <summary>G1, apart from what the organisation's own record says.</summary>
    [Display(Name = "Your group")]
    Organisation,

    /// <summary>G1, as B2.</summary>
    [Display(Name = "Who we should speak to")]
    Contact,
}

/// <summary>What a project serves: an objective (O) or an enabler (E). RULEBOOK 4 G3.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Objective>))]
public enum Objective
{
    /// <summary>Ideology.</summary>
    [Display(Name = "O1: challenge the ideology, support mainstream voices")]
    O1,

    /// <summary>Promoters.</summary>
    [Display(Name = "O2: disrupt promoters of violent extremism, support places where they operate")]
    O2,

    /// <summary>People at risk.</summary>
    [Display(Name = "O3: support people at risk of recruitment or already recruited")]
    O3,

    /// <summary>Resilience.</summary>
    [Display(Name = "O4: increase community resilience")]
    O4,

    /// <summary>Grievances.</summary>
    [Display(Name = "O5: address grievances being exploited")]
    O5,

    /// <summary>Enabler: knowledge.</summary>
    [Display(Name = "E1: intelligence, analysis, information")]
    E1,

    /// <summary>Enabler: communications.</summary>
    [Display(Name = "E2: strategic communications")]
    E2,
}

/// <summary>The current national objective a project serves; every project names one. RULEBOOK 4 G3.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NationalObjective>))]
public enum NationalObjective
{
    /// <summary>Causes.</summary>
    [Display(Name = "A1: tackle ideological causes")]
    A1,

    /// <summary>Early intervention.</summary>
    [Display(Name = "A2: intervene early")]
    A2,

    /// <summary>Rehabilitation.</summary>
    [Display(Name = "A3: disengage and rehabilitate")]
    A3,
}

/// <summary>What a budget line pays for. RULEBOOK 4 G9.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BudgetCategory>))]
public enum BudgetCategory
{
    /// <summary>Wages and fees of people who are paid.</summary>
    [Display(Name = "Staff")]
    Staff,

    /// <summary>Volunteers' expenses, and the worth of their time where somebody else gives it.</summary>
    [Display(Name = "Volunteers")]
    Volunteers,

    /// <summary>Rooms and places.</summary>
    [Display(Name = "Venue")]
    Venue,

    /// <summary>Things that are bought or hired.</summary>
    [Display(Name = "Materials")]
    Materials,

    /// <summary>Fares and mileage.</summary>
    [Display(Name = "Travel")]
    Travel,

    /// <summary>Courses for those who deliver the project.</summary>
    [Display(Name = "Training")]
    Training,

    /// <summary>Leaflets, posters, web pages.</summary>
    [Display(Name = "Publicity")]
    Publicity,

    /// <summary>Keeping children and adults at risk safe, DBS checks among it.</summary>
    [Display(Name = "Safeguarding")]
    Safeguarding,

    /// <summary>Finding out what the project achieved.</summary>
    [Display(Name = "Evaluation")]
    Evaluation,

    /// <summary>The project's part of rent, insurance, accounts and the like. Capped: <see cref="GrantLimits.OverheadsPercent"/>.</summary>
    [Display(Name = "Overheads")]
    Overheads,

    /// <summary>For what nobody foresaw. Capped: <see cref="GrantLimits.ContingencyPercent"/>.</summary>
    [Display(Name = "Contingency")]
    Contingency,
}

/// <summary>What a grant never pays for. The group confirms that no line does; an officer who finds one names it. RULEBOOK 4 G9.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IneligibleHeading>))]
public enum IneligibleHeading
{
    /// <summary>Supporting or opposing a party, candidate or campaign.</summary>
    [Display(Name = "Party politics")]
    PartyPolitics,

    /// <summary>Worship, or winning people for a belief. What a group believes is no matter, only what the money buys.</summary>
    [Display(Name = "Worship or proselytising")]
    Worship,

    /// <summary>What is spent before the project starts.</summary>
    [Display(Name = "Past costs")]
    PastCosts,

    /// <summary>Fines and penalties.</summary>
    [Display(Name = "Fines")]
    Fines,

    /// <summary>Paying back a loan, its interest, or lending.</summary>
    [Display(Name = "Loans")]
    Loans,

    /// <summary>Alcohol.</summary>
    [Display(Name = "Alcohol")]
    Alcohol,
}

/// <summary>How a group shows its money. RULEBOOK 4 G1.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountsKind>))]
public enum AccountsKind
{
    /// <summary>The latest yearly accounts.</summary>
    [Display(Name = "Our latest accounts")]
    LatestAccounts,

    /// <summary>What a group without accounts expects to receive and spend in the next twelve months.</summary>
    [Display(Name = "A forecast for the next 12 months, because we have no accounts yet")]
    Forecast,
}

/// <summary>How often a funded project reports. RULEBOOK 4 G7.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportRhythm>))]
public enum ReportRhythm
{
    /// <summary>Half-way and at the end.</summary>
    [Display(Name = "Half-way and at the end")]
    MidAndEnd,

    /// <summary>Every three months and at the end.</summary>
    [Display(Name = "Every three months and at the end")]
    Quarterly,
}
