namespace CouncilPremises.Domain.Checks;

/// <summary>The checks. RULEBOOK 5.</summary>
public enum CheckCode
{
    /// <summary>Shared-values declaration.</summary>
    DEC,

    /// <summary>Registration.</summary>
    REG,

    /// <summary>Cross-reference against lists.</summary>
    XREF,

    /// <summary>External speakers.</summary>
    SPK,

    /// <summary>Safeguarding policy.</summary>
    SAF,

    /// <summary>DBS (formerly CRB) confirmations.</summary>
    DBS,

    /// <summary>Public liability insurance.</summary>
    INS,

    /// <summary>Bank details.</summary>
    BNK,

    /// <summary>Conflict of interest.</summary>
    COI,

    /// <summary>Publicity matches the description.</summary>
    PUB,

    /// <summary>Fundraising: beneficiary and licence.</summary>
    FUN,

    /// <summary>Reference from another venue.</summary>
    REF,

    /// <summary>Safety plan of a large event.</summary>
    EVT,

    /// <summary>Statutory election meeting: agent and date proof.</summary>
    ELE,
}

/// <summary>What a check found. A Fail needs evidence and two people, blocks approval and never refuses.</summary>
public enum CheckOutcome
{
    /// <summary>In order.</summary>
    Clear,

    /// <summary>A human must look further; never an adverse finding.</summary>
    Refer,

    /// <summary>Not in order, on evidence.</summary>
    Fail,
}
