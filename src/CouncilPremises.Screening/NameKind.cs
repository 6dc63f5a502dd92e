namespace CouncilPremises.Screening;

/// <summary>What a name belongs to. People, bodies and vessels are compared by different rules.</summary>
public enum NameKind
{
    /// <summary>Not known: both readings are tried and the better one counts.</summary>
    Unknown,

    /// <summary>A human being.</summary>
    Person,

    /// <summary>A company, charity, club, group or public body.</summary>
    Organisation,

    /// <summary>A ship. It is never compared with people or bodies.</summary>
    Vessel,
}
