using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Declarations;

/// <summary>A signatory's answer to the declaration.</summary>
/// <param name="Agrees">True to sign; false to decline, which leads to a conversation and never to a refusal by itself.</param>
/// <param name="Name">The name typed as signature.</param>
/// <param name="Role">The office held.</param>
/// <param name="TextHash">Hash of the text that was shown, so that nobody signs a text they have not seen.</param>
public sealed record SignDeclaration(bool? Agrees, string? Name, string? Role, string? TextHash);

/// <summary>Signing the shared-values declaration, or declining: DEC. RULEBOOK 5.</summary>
public sealed class DeclarationSigning(AppDbContext db, CouncilTime time, CaseDesk desk, DeclarationTexts texts)
{
    /// <summary>Records the signature for the application's group; it counts for every application while valid.</summary>
    public Task<Outcome> SignAsync(string reference, SignDeclaration input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Declaration.Sign", null, async file => Sign(file, input, await texts.CurrentAsync(cancellationToken), actor), cancellationToken);

    private ActResult Sign(CaseFile file, SignDeclaration input, DeclarationText current, Actor actor)
    {
        var (name, role) = (input.Name?.Trim() ?? "", input.Role?.Trim() ?? "");
        if (!MaySign(file, actor))
            return ActResult.No("Role", "Somebody who may sign for your group signs the declaration. Ask them to sign in and open this application.");
        if (file.Case.State.IsClosed())
            return ActResult.No("State", "This application is closed, so there is nothing to sign.");
        if (Mistakes(file, input, current, name, role) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);

        var signature = new DeclarationSignature(current.Version, current.Hash, actor.Id, name, role, input.Agrees!.Value);
        db.SignedDeclarations.Add(new SignedDeclaration(Guid.CreateVersion7(), file.Case.OrganisationId, file.Case.Id, signature, time.NowUtc));
        var evidence = new Dictionary<string, string>
        {
            ["Version"] = $"{signature.TextVersion}",
            ["TextHash"] = signature.TextHash,
            ["Signatory"] = name,
            ["SignatoryRole"] = role,
        };
        var finding = new CheckFinding(
            signature.IsSigned ? CheckOutcome.Clear : CheckOutcome.Refer,
            evidence,
            signature.IsSigned ? CheckRules.ValidUntil(CheckCode.DEC, time.Today, null, file.Policy) : null,
            file.Latest(CheckCode.DEC)?.Id,
            signature.IsSigned ? null : "The signatory declined to sign: talk with them.");
        var record = new CheckRecord(Guid.CreateVersion7(), CheckCode.DEC, new CheckTarget(CheckSubject.Organisation, file.Case.OrganisationId, file.Case.Id), finding, actor.Id, time.NowUtc);
        db.CheckRecords.Add(record);
        file.Add(record);
        return ActResult.Done(new { signature.TextVersion, signature.TextHash, signature.IsSigned });
    }

    /// <summary>True when this actor may sign: a signatory of the group; for a private hirer, the hirer.</summary>
    public static bool MaySign(CaseFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.GroupRoles(actor).HasFlag(file.Hire.HirerKind == HirerKind.Individual ? Roles.LeadContact : Roles.Signatory);
    }

    private static List<Refusal> Mistakes(CaseFile file, SignDeclaration input, DeclarationText current, string name, string role)
    {
        var mistakes = new List<Refusal>();
        if (input.Agrees is null)
            mistakes.Add(new Refusal("Required", "Choose whether you agree to the declaration.", nameof(input.Agrees)));
        if (name.Length is 0 or > 200)
            mistakes.Add(new Refusal("Required", "Type your full name to sign.", nameof(input.Name)));
        if (file.Hire.HirerKind == HirerKind.Group && role.Length is 0 or > 100)
            mistakes.Add(new Refusal("Required", "Enter the office you hold, such as chair or trustee.", nameof(input.Role)));
        if (input.TextHash != current.Hash)
            mistakes.Add(new Refusal(Refusal.ChangedCode, "The declaration has changed since you opened this page. Read it again before you sign."));
        return mistakes;
    }
}
