using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Declarations;

/// <summary>A signature on paper as the officer who saw it records it.</summary>
/// <param name="Party">Whose: the hirer's, or the real organiser's.</param>
/// <param name="Name">The name signed.</param>
/// <param name="Role">The office held; not asked of a private person.</param>
/// <param name="SignedOn">The date beside it.</param>
/// <param name="SawOriginal">The officer saw the paper itself, with the whole text of the declaration.</param>
public sealed record PaperSignature(CheckParty Party, string? Name, string? Role, DateOnly? SignedOn, bool SawOriginal);

/// <summary>Records that the declaration was signed on paper, which stands for a signature made here. RULEBOOK 1 S4, 5 DEC.</summary>
public sealed class PaperSignatures(CouncilTime time, CaseDesk desk, DeclarationTexts texts, DeclarationRecords records)
{
    /// <summary>Days a signature may be old when it is recorded; an older one is given again.</summary>
    public const int MostDaysOld = 90;

    /// <summary>Records it. The officer states their own interest first; it counts as typing the applicant's words.</summary>
    public Task<Outcome> RecordAsync(string reference, PaperSignature input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Declaration.RecordPaper", null, async file => Record(file, input, await texts.CurrentAsync(cancellationToken), actor), cancellationToken);

    private ActResult Record(CaseFile file, PaperSignature input, DeclarationText text, Actor actor)
    {
        if (!actor.HasAny(file.Case.Kind.Officers()))
            return ActResult.No("Role", $"A {file.Case.Kind.OfficerWords()} records signatures on paper.");
        if (file.CannotAct(actor) is { } first)
            return ActResult.No(first);
        if (!file.Needs(CheckCode.DEC, input.Party))
            return ActResult.No("NotNeeded", "This application needs no such signature.");
        if (file.Case.State.IsClosed())
            return ActResult.No("State", "This application is closed, so there is nothing to sign.");
        if (Mistakes(file, input) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);
        var signature = new DeclarationSignature(text.Version, text.Hash, Guid.Empty, input.Name!.Trim(), input.Role?.Trim() ?? "", IsSigned: true)
        {
            Organiser = input.Party == CheckParty.Organiser ? file.OrganiserName : null,
            Paper = new PaperMark(input.SignedOn!.Value, actor.Id),
        };
        records.Add(file, signature, actor.Id);
        desk.NoteTyping(file, actor, HeardBy.Paper);
        return ActResult.Done(new { input.Party, signature.TextVersion, signature.TextHash, signedOn = input.SignedOn });
    }

    /// <summary>True when the signature is a person's own and no office is asked for.</summary>
    public static bool IsPersonal(CaseFile file, CheckParty party)
    {
        ArgumentNullException.ThrowIfNull(file);
        return party == CheckParty.Hirer ? file.HirerKind == HirerKind.Individual : file.OrganiserIsPerson;
    }

    private List<Refusal> Mistakes(CaseFile file, PaperSignature input)
    {
        var mistakes = new List<Refusal>();
        if (input.Name?.Trim().Length is not (> 0 and <= 200))
            mistakes.Add(new Refusal("Required", "Enter the name of the person who signed.", nameof(input.Name)));
        if (!IsPersonal(file, input.Party) && input.Role?.Trim().Length is not (> 0 and <= 100))
            mistakes.Add(new Refusal("Required", "Enter the office this person holds, such as chair or trustee.", nameof(input.Role)));
        if (input.SignedOn is not { } day)
            mistakes.Add(new Refusal("Required", "Enter the date beside the signature.", nameof(input.SignedOn)));
        else if (day > time.Today)
            mistakes.Add(new Refusal("Date", "The date beside the signature cannot be in the future.", nameof(input.SignedOn)));
        else if (day < time.Today.AddDays(-MostDaysOld))
            mistakes.Add(new Refusal("Date", $"The signature is more than {MostDaysOld} days old. Ask for a new one.", nameof(input.SignedOn)));
        if (!input.SawOriginal)
            mistakes.Add(new Refusal("Required", "Confirm that you saw the signed paper with the whole declaration on it.", nameof(input.SawOriginal)));
        return mistakes;
    }
}
