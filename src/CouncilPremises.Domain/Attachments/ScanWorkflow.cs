using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;
using static CouncilPremises.Domain.Attachments.ScanAction;
using static CouncilPremises.Domain.Attachments.ScanState;
using Row = CouncilPremises.Domain.Workflows.WorkflowRow<CouncilPremises.Domain.Attachments.ScanState, CouncilPremises.Domain.Attachments.ScanAction, CouncilPremises.Domain.Attachments.ScanFacts>;

namespace CouncilPremises.Domain.Attachments;

/// <summary>What is known of viruses in a file. Stored as text.</summary>
public enum ScanState
{
    /// <summary>The scanner has not answered yet.</summary>
    Waiting,

    /// <summary>The scanner found nothing.</summary>
    Clean,

    /// <summary>The scanner found a virus: nobody opens it.</summary>
    Infected,

    /// <summary>There is no scanner, or it cannot scan this file.</summary>
    NotScanned,
}

/// <summary>What the system finds about a file.</summary>
public enum ScanAction
{
    /// <summary>Nothing found.</summary>
    FindClean,

    /// <summary>A virus found.</summary>
    FindVirus,

    /// <summary>It cannot be scanned: there is no scanner, or the scanner says that it cannot.</summary>
    GiveUp,

    /// <summary>A scanner was set up after it came.</summary>
    ScanLater,
}

/// <summary>What the conditions ask about.</summary>
public sealed record ScanFacts
{
    /// <summary>The council has a scanner.</summary>
    public bool HasScanner { get; init; }

    /// <summary>A scanner said before that it cannot scan this file.</summary>
    public bool WasTried { get; init; }
}

/// <summary>How a file becomes clean, infected or not scanned. Nobody but the system finds out, and nobody overrides it.</summary>
public static class ScanWorkflow
{
    private static readonly Requirement<ScanFacts> Scanner = new("Scanner", f => f.HasScanner, "There is no virus scanner. Set Attachments:Clamd first.");
    private static readonly Requirement<ScanFacts> NotTried = new("Tried", f => !f.WasTried, "The scanner said already that it cannot scan this file.");

    /// <summary>The table.</summary>
    public static WorkflowTable<ScanState, ScanAction, ScanFacts> Table { get; } = new(
    [
#pragma warning disable format // columns are kept in line so the table reads as one
        //      From          On           To            By              If
        new Row(Waiting,      FindClean,   Clean,        Roles.System,   Scanner),
        new Row(Waiting,      FindVirus,   Infected,     Roles.System,   Scanner),
        new Row(Waiting,      GiveUp,      NotScanned,   Roles.System),
        new Row(NotScanned,   ScanLater,   Waiting,      Roles.System,   Scanner, NotTried),
#pragma warning restore format
    ]);
}
