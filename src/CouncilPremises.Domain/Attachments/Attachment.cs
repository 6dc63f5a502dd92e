using CouncilPremises.Domain.Workflows;

namespace CouncilPremises.Domain.Attachments;

/// <summary>A file as it was kept.</summary>
/// <param name="StoredName">Its generated name in the folder of files; says nothing about it.</param>
/// <param name="Size">In bytes, as it was sent.</param>
/// <param name="Sha256">SHA-256 of what was sent, hexadecimal.</param>
public sealed record KeptFile(string StoredName, long Size, string Sha256);

/// <summary>A file that belongs to a case. The file itself stands in a folder; when it is removed or infected the file goes and this record stays.</summary>
public sealed class Attachment
{
    private Attachment() { }

    /// <summary>A new file, which waits for the scanner.</summary>
    public Attachment(Guid id, Guid caseId, SoundFile sound, KeptFile kept, Guid addedById, bool byGroup, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(kept);
        (Id, CaseId, AddedById, IsByGroup, AddedUtc, LookUtc) = (id, caseId, addedById, byGroup, nowUtc, nowUtc);
        (FileName, Type, Purpose) = (sound.Name, sound.Type, sound.Purpose);
        (StoredName, Size, Sha256) = (kept.StoredName, kept.Size, kept.Sha256);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What it is for, in its sender's words.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Its name on its sender's computer, cleaned.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>What it is, by content and name.</summary>
    public AttachmentType Type { get; private set; }

    /// <summary>Its generated name in the folder of files.</summary>
    public string StoredName { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of what was sent, hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who added it.</summary>
    public Guid AddedById { get; private set; }

    /// <summary>True when the group added it; false for the council's own file, which the group does not see.</summary>
    public bool IsByGroup { get; private set; }

    /// <summary>When it was added.</summary>
    public DateTime AddedUtc { get; private set; }

    /// <summary>Who removed it; null while it is there.</summary>
    public Guid? RemovedById { get; private set; }

    /// <summary>When it was removed; null while it is there.</summary>
    public DateTime? RemovedUtc { get; private set; }

    /// <summary>What is known of viruses. Only a workflow row changes it.</summary>
    public ScanState Scan { get; private set; }

    /// <summary>When the scanner answered; null before.</summary>
    public DateTime? ScannedUtc { get; private set; }

    /// <summary>What the scanner calls the virus; null when there is none.</summary>
    public string? Virus { get; private set; }

    /// <summary>How often the scanner was asked.</summary>
    public int ScanTries { get; private set; }

    /// <summary>When the worker looks at it next, to have it scanned or to erase its file; null when there is nothing to do.</summary>
    public DateTime? LookUtc { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; }

    /// <summary>True when its file must go: it was removed, or holds a virus.</summary>
    public bool MustGo => RemovedUtc is not null || Scan == ScanState.Infected;

    /// <summary>Takes the step a workflow row allowed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="virus">What the scanner calls the virus; null unless it found one.</param>
    /// <param name="nowUtc">When.</param>
    public void Take(Step<ScanState, ScanAction> step, string? virus, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.From != Scan)
            throw new InvalidOperationException($"A step from {step.From} cannot be taken in {Scan}.");
        Scan = step.To;
        ScannedUtc = step.To is ScanState.Clean or ScanState.Infected ? nowUtc : null;
        Virus = virus;
        // What waits is asked about, what is infected has its file erased
        LookUtc = step.To is ScanState.Waiting or ScanState.Infected ? nowUtc : null;
        Version++;
    }

    /// <summary>Takes it for a worker until this moment; afterwards another may.</summary>
    public void Lease(DateTime untilUtc) => (LookUtc, Version) = (untilUtc, Version + 1);

    /// <summary>Notes that the scanner was asked, and when to ask again if it does not answer.</summary>
    public void Asked(DateTime? againUtc) => (ScanTries, LookUtc, Version) = (ScanTries + 1, againUtc, Version + 1);

    /// <summary>Removes it; its file is erased soon.</summary>
    public void Remove(Guid byId, DateTime nowUtc) => (RemovedById, RemovedUtc, LookUtc, Version) = (byId, nowUtc, nowUtc, Version + 1);

    /// <summary>Notes that its file is gone.</summary>
    public void Erased() => (LookUtc, Version) = (null, Version + 1);
}
