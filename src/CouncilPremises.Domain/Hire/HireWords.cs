namespace CouncilPremises.Domain.Hire;

/// <summary>Who hires. RULEBOOK 2.</summary>
public enum HirerKind
{
    /// <summary>A group or other body.</summary>
    Group,

    /// <summary>A private person of 18 or over.</summary>
    Individual,

    /// <summary>A council department or maintained school.</summary>
    InternalBody,
}

/// <summary>How much looking an application needs. RULEBOOK 3.</summary>
public enum Tier
{
    /// <summary>Ordinary.</summary>
    Standard,

    /// <summary>Needs an approver and longer notice; for stated facts about the event, never for faith, politics or controversy.</summary>
    Enhanced,
}
