using System.Globalization;
using System.Text;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Declarations;

/// <summary>A signatory's answer to the declaration.</summary>
/// <param name="Agrees">True to sign; false to decline, which leads to a conversation and never to a refusal by itself.</param>
/// <param name="Name">The name typed as signature.</param>
/// <param name="Role">The office held.</param>
/// <param name="TextHash">Hash of the text that was shown, so that nobody signs a text they have not seen.</param>
public sealed record SignDeclaration(bool? Agrees, string? Name, string? Role, string? TextHash);

/// <summary>Signing the shared-values declaration, or declining: DEC. RULEBOOK 5.</summary>
public sealed class DeclarationSigning(AppDbContext db, CaseDesk desk, DeclarationTexts texts, DeclarationRecords records)
{
    /// <summary>Records the signature for the application's group; it counts for every application while valid.</summary>
    public Task<Outcome> SignAsync(string reference, SignDeclaration input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Declaration.Sign", null, async file => Sign(file, input, await texts.CurrentAsync(cancellationToken), actor, await AccountNameAsync(actor, cancellationToken)), cancellationToken);

    private async Task<string> AccountNameAsync(Actor actor, CancellationToken cancellationToken) =>
        await db.Users.Where(user => user.Id == actor.Id).Select(user => user.FullName).FirstOrDefaultAsync(cancellationToken) ?? "";

    private ActResult Sign(CaseFile file, SignDeclaration input, DeclarationText current, Actor actor, string account)
    {
        var (name, role) = (input.Name?.Trim() ?? "", input.Role?.Trim() ?? "");
        if (!MaySign(file, actor))
            return ActResult.No("Role", "Somebody who may sign for your group signs the declaration. Ask them to sign in and open this application.");
        if (file.Case.State.IsClosed())
            return ActResult.No("State", "This application is closed, so there is nothing to sign.");
        if (Mistakes(file, input, current, name, role, account) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);

        var signature = new DeclarationSignature(current.Version, current.Hash, actor.Id, input.Agrees == true ? name : account, role, input.Agrees!.Value);
        records.Add(file, signature, actor.Id);
        return ActResult.Done(new { signature.TextVersion, signature.TextHash, signature.IsSigned });
    }

    /// <summary>True when this actor may sign: a signatory of the group; for a private hirer, the hirer. Never an officer who types: the signature is on paper.</summary>
    public static bool MaySign(CaseFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        return !actor.IsStaff && file.GroupRoles(actor).HasFlag(file.HirerKind == HirerKind.Individual ? Roles.LeadContact : Roles.Signatory);
    }

    private static List<Refusal> Mistakes(CaseFile file, SignDeclaration input, DeclarationText current, string name, string role, string account)
    {
        var mistakes = new List<Refusal>();
        if (input.Agrees is null)
            mistakes.Add(new Refusal("Required", "Choose whether you agree to the declaration.", nameof(input.Agrees)));
        // Whoever does not sign needs no name under it
        if (input.Agrees == true && name.Length is (0 or > 200))
            mistakes.Add(new Refusal("Required", "Type your full name to sign.", nameof(input.Name)));
        else if (input.Agrees == true && Key(name) != Key(account))
            mistakes.Add(new Refusal("Name", $"You are signed in as {account}, and nobody signs for somebody else. Type that name to sign. If it is not your name, ask us to put your account right.", nameof(input.Name)));
        if (input.Agrees == true && file.HirerKind == HirerKind.Group && role.Length is (0 or > 100))
            mistakes.Add(new Refusal("Required", "Enter the office you hold, such as chair or trustee.", nameof(input.Role)));
        if (input.TextHash != current.Hash)
            mistakes.Add(new Refusal(Refusal.ChangedCode, "The declaration has changed since you opened this page. Read it again before you sign."));
        return mistakes;
    }

    private static readonly string[] Titles = ["MR", "MRS", "MS", "MISS", "MX", "DR", "PROF", "PROFESSOR", "REV", "REVD", "REVEREND", "CLLR", "COUNCILLOR", "SIR", "DAME", "LORD", "LADY"];

    // As people write a name: titles, capitals, spaces, accents and punctuation do not tell two people apart
    private static string Key(string name) => string.Concat(name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Letters).SkipWhile(Titles.Contains));

    private static string Letters(string word) => string.Concat(word.Normalize(NormalizationForm.FormD)
        .Where(letter => char.IsLetter(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();
}
