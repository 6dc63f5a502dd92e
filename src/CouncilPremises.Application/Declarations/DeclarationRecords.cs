using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Declarations;

/// <summary>Writes a signature, or a no, into the save under way: the declaration itself, and the check record that counts. DEC.</summary>
public sealed class DeclarationRecords(AppDbContext db, CouncilTime time)
{
    /// <summary>Adds both. A signature of the real organiser counts for this case and this organiser only.</summary>
    /// <param name="file">The case.</param>
    /// <param name="signature">Who signed what.</param>
    /// <param name="recordedById">Whose act it is; the empty id for the holder of a mailed link.</param>
    /// <param name="note">Why a no came, where one is known.</param>
    public void Add(CaseFile file, DeclarationSignature signature, Guid recordedById, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(signature);
        db.SignedDeclarations.Add(new SignedDeclaration(Guid.CreateVersion7(), file.Case.OrganisationId, file.Case.Id, signature, time.NowUtc));
        if (signature.Organiser is null)
            file.Sign(signature);
        var evidence = new Dictionary<string, string>
        {
            ["Version"] = $"{signature.TextVersion}",
            ["TextHash"] = signature.TextHash,
            ["Signatory"] = signature.Name,
            ["SignatoryRole"] = signature.Role,
        };
        if (signature.Paper is { } paper)
            evidence["OnPaper"] = $"Signed on {paper.SignedOn:yyyy-MM-dd}; seen by the officer who recorded it";
        var party = signature.Organiser is null ? CheckParty.Hirer : CheckParty.Organiser;
        var signedOn = signature.Paper?.SignedOn ?? time.Today;
        var finding = new CheckFinding(
            signature.IsSigned ? CheckOutcome.Clear : CheckOutcome.Refer,
            evidence,
            signature.IsSigned ? CheckRules.ValidUntil(CheckCode.DEC, signedOn, null, file.Policy) : null,
            file.Latest(CheckCode.DEC, party)?.Id,
            signature.IsSigned ? null : note ?? "The signatory declined to sign: talk with them.");
        var target = party == CheckParty.Hirer
            ? new CheckTarget(CheckSubject.Organisation, file.Case.OrganisationId, file.Case.Id)
            : new CheckTarget(CheckSubject.RealOrganiser, file.Case.OrganisationId, file.Case.Id, signature.Organiser);
        var record = new CheckRecord(Guid.CreateVersion7(), CheckCode.DEC, target, finding, recordedById, time.NowUtc);
        db.CheckRecords.Add(record);
        file.Add(record);
    }
}
