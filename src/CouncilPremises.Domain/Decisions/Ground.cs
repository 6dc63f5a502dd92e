namespace CouncilPremises.Domain.Decisions;

/// <summary>Grounds of a refusal or cancellation. RULEBOOK 7.</summary>
public enum Ground
{
    /// <summary>Unlawful purpose, or support for a proscribed organisation.</summary>
    D1,

    /// <summary>Real safety risk that conditions cannot manage; police or safety evidence.</summary>
    D2,

    /// <summary>Safeguarding unmet.</summary>
    D3,

    /// <summary>Sanctions or disqualification.</summary>
    D4,

    /// <summary>Materially false or withheld facts.</summary>
    D5,

    /// <summary>Serious unremedied breach within 24 months.</summary>
    D6,

    /// <summary>Planned unlawful discrimination or harassment.</summary>
    D7,

    /// <summary>Unavailable, unsuitable, uninsured, unlicensed, fee or deposit unpaid when due, too late to check.</summary>
    D8,

    /// <summary>Evidence that group or event draws people into terrorism or supports it.</summary>
    D9,

    /// <summary>Grants: ineligible, cross-community, outcomes, value, rank, funds.</summary>
    D10,
}
