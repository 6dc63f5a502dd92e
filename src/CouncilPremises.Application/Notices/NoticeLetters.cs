using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Notices;

/// <summary>A letter in the list of letters.</summary>
/// <param name="Code">Which.</param>
/// <param name="Version">The version in use; 0 for the words that come with the product.</param>
/// <param name="MadeUtc">When it was made; null for version 0.</param>
/// <param name="By">Who made it; null for version 0.</param>
public sealed record LetterRow(NoticeCode Code, int Version, DateTime? MadeUtc, string? By);

/// <summary>A letter's words in one version.</summary>
public sealed record LetterVersion(NoticeCode Code, int Version, string Subject, string Body, DateTime? MadeUtc, string? By);

/// <summary>New words for a letter.</summary>
/// <param name="Subject">Subject line.</param>
/// <param name="Body">The words, with placeholders.</param>
/// <param name="SeenVersion">The version the page showed.</param>
public sealed record ChangeLetter(string? Subject, string? Body, int SeenVersion);

/// <summary>The letters as the council words them: versioned, checked before they are used, never changed afterwards. RULEBOOK 10.</summary>
public sealed class NoticeLetters(AppDbContext db, CouncilTime time, NoticeTemplates standard, Transactions transactions, AuditLog audit)
{
    private const int MostVersions = 50;

    /// <summary>The letter in use.</summary>
    public async Task<NoticeTemplate> CurrentAsync(NoticeCode code, CancellationToken cancellationToken)
    {
        var own = await db.NoticeTexts.AsNoTracking().Where(t => t.Code == code).OrderByDescending(t => t.Version)
            .Select(t => t.Text).FirstOrDefaultAsync(cancellationToken);
        return own is null ? standard[code] : NoticeTemplate.Parse(own);
    }

    /// <summary>Every letter with the version in use.</summary>
    public async Task<IReadOnlyList<LetterRow>> ListAsync(CancellationToken cancellationToken)
    {
        var own = await db.NoticeTexts.AsNoTracking()
            .Where(t => !db.NoticeTexts.Any(newer => newer.Code == t.Code && newer.Version > t.Version))
            .Select(t => new LetterRow(t.Code, t.Version, t.MadeUtc, db.Users.Where(u => u.Id == t.ById).Select(u => u.FullName).FirstOrDefault()))
            .ToDictionaryAsync(row => row.Code, cancellationToken);
        return [.. NoticePlaceholders.Letters.Select(code => own.GetValueOrDefault(code) ?? new LetterRow(code, 0, null, null))];
    }

    /// <summary>Versions of a letter, newest first; the words that come with the product are the last.</summary>
    public async Task<IReadOnlyList<LetterVersion>> VersionsAsync(NoticeCode code, CancellationToken cancellationToken)
    {
        var own = await db.NoticeTexts.AsNoTracking().Where(t => t.Code == code).OrderByDescending(t => t.Version).Take(MostVersions)
            .Select(t => new { t.Version, t.Text, t.MadeUtc, By = db.Users.Where(u => u.Id == t.ById).Select(u => u.FullName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return
        [
            .. own.Select(t => Split(code, t.Version, t.Text) with { MadeUtc = t.MadeUtc, By = t.By }),
            Split(code, 0, standard.TextOf(code)),
        ];
    }

    /// <summary>Puts new words into use. They must hold every placeholder the letter needs, and no other.</summary>
    public async Task<Outcome> ChangeAsync(NoticeCode code, ChangeLetter input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        var text = Join(input);
        var outcome = Refused(text, code, actor);
        try
        {
            outcome ??= await transactions.RunAsync(async cancel =>
            {
                var latest = await db.NoticeTexts.Where(t => t.Code == code).MaxAsync(t => (int?)t.Version, cancel) ?? 0;
                if (latest != input.SeenVersion)
                    return Outcome.Changed();
                db.NoticeTexts.Add(new NoticeText(code, latest + 1, text, actor.Id, time.NowUtc));
                audit.Append(actor, "Notice.ChangeLetter", new AuditSubject("Letter", actor.Id), new { code, version = latest + 1 });
                await db.SaveChangesAsync(cancel);
                return Outcome.Ok();
            }, cancellationToken);
        }
        catch (DbUpdateException rival) when (Transactions.IsTaken(rival))
        {
            outcome = Outcome.Changed();
        }
        if (!outcome.Succeeded)
            await audit.RefusedAsync(actor, "Notice.ChangeLetter", new AuditSubject("Letter", actor.Id), outcome.Refusals, cancellationToken);
        return outcome;
    }

    /// <summary>What is wrong with words as this letter; empty when they may be used.</summary>
    public static IReadOnlyList<string> MistakesOf(NoticeCode code, ChangeLetter input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return string.IsNullOrWhiteSpace(input.Subject) ? ["Write a subject."] : NoticeTemplates.MistakesOf(code, Join(input));
    }

    /// <summary>The words as a template; they must be free of mistakes.</summary>
    public static NoticeTemplate TemplateOf(ChangeLetter input) => NoticeTemplate.Parse(Join(input));

    private static Outcome? Refused(string text, NoticeCode code, Actor actor)
    {
        if (!actor.StaffRoles.Has(Permission.ManageLetters))
            return Outcome.Refused(new Refusal("Permission", "An administrator changes the words of letters."));
        if (text.Length > NoticeText.Longest)
            return Outcome.Refused(new Refusal("Length", $"Use {NoticeText.Longest:#,0} characters or fewer.", nameof(ChangeLetter.Body)));
        var mistakes = NoticeTemplates.MistakesOf(code, text);
        return mistakes.Count == 0 ? null : Outcome.Refused([.. mistakes.Select(mistake => new Refusal("Placeholder", mistake, nameof(ChangeLetter.Body)))]);
    }

    private static string Join(ChangeLetter input) =>
        $"---\nsubject: {NoticeTemplate.Plain(input.Subject ?? "")}\n---\n{(input.Body ?? "").ReplaceLineEndings("\n").Trim()}\n";

    private static LetterVersion Split(NoticeCode code, int version, string text)
    {
        var parts = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split("\n---\n", 2);
        return new LetterVersion(code, version, parts[0].Split("subject:", 2)[1].Trim(), parts[1].Trim(), null, null);
    }
}
