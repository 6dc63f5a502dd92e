using System.Text.Json.Serialization;

namespace CouncilPremises.Domain.Checks;

/// <summary>What somebody does, as the DBS role table asks. RULEBOOK 5.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DbsRole>))]
public enum DbsRole
{
    /// <summary>Teaches, trains, cares for, supervises, advises or drives children weekly, more than 3 days in 30, or overnight.</summary>
    ChildrenOften,

    /// <summary>The same, less often.</summary>
    ChildrenSometimes,

    /// <summary>Personal, health or social care, money or affairs of adults at risk.</summary>
    AdultsAtRisk,

    /// <summary>Speaker, steward, or carers present: nothing may be asked.</summary>
    NoCheck,
}

/// <summary>Level of a DBS check.</summary>
public enum DbsLevel
{
    /// <summary>Basic.</summary>
    Basic,

    /// <summary>Standard.</summary>
    Standard,

    /// <summary>Enhanced.</summary>
    Enhanced,

    /// <summary>Enhanced with barred list.</summary>
    EnhancedWithBarredList,
}

/// <summary>Workforce of a DBS check.</summary>
public enum DbsWorkforce
{
    /// <summary>Child.</summary>
    Child,

    /// <summary>Adult.</summary>
    Adult,

    /// <summary>Both.</summary>
    Both,

    /// <summary>Other.</summary>
    Other,
}

/// <summary>Barred lists a check covers.</summary>
[Flags]
public enum BarredLists
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Children's.</summary>
    Children = 1,

    /// <summary>Adults'.</summary>
    Adults = 2,
}

/// <summary>How a DBS check was confirmed.</summary>
public enum DbsMethod
{
    /// <summary>The group confirms it made the check.</summary>
    GroupConfirmation,

    /// <summary>The original was seen in person.</summary>
    OriginalSeen,

    /// <summary>The Update Service was asked, with consent.</summary>
    UpdateService,
}
