using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Declarations;

/// <summary>What the real organiser sees at the end of a mailed link: what was said about them, and what they sign.</summary>
public sealed record CoSignView(string Reference, string Hirer, string EventTitle, OnBehalfAnswers Organiser, IReadOnlyList<DateOnly> Days, DeclarationText Text);

/// <summary>The real organiser's answer.</summary>
/// <param name="DetailsAreRight">What the hirer said about them is right: B1–B2.</param>
/// <param name="Agrees">They sign the declaration.</param>
/// <param name="Name">The name typed as signature.</param>
/// <param name="Role">The office held; not asked of a person.</param>
/// <param name="TextHash">Hash of the text that was shown.</param>
/// <param name="Correction">What is wrong about the details.</param>
public sealed record CoSign(bool? DetailsAreRight, bool? Agrees, string? Name, string? Role, string? TextHash, string? Correction);

/// <summary>The real organiser of an event co-signs the declaration: T9. By a mailed link that needs no account, works once, and only for a while.</summary>
public sealed class CoSigning(AppDbContext db, CouncilTime time, CaseDesk desk, DeclarationRecords records, DeclarationTexts texts, NoticeWriter notices)
{
    /// <summary>The code for a link that does not work, or not any more.</summary>
    public const string LinkCode = "Link";

    private static readonly Refusal SpentLink = new(LinkCode, "This link does not work any more. Ask whoever booked the room, or the council, for a new one");

    /// <summary>Sends the organiser a new link; an older one stops working. The hirer's lead contact, or an officer.</summary>
    public Task<Outcome> AskAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync<HireFile>(reference, actor, "Declaration.AskCoSign", null, async file =>
        {
            var isOfficer = actor.StaffRoles.Has(Permission.WorkCases);
            if (isOfficer && file.CannotAct(actor) is { } refusal)
                return ActResult.No(refusal);
            if (!isOfficer && !file.GroupRoles(actor).HasFlag(Roles.LeadContact))
                return ActResult.No("Role", "The lead contact asks the real organiser to sign.");
            if (!IsOpen(file))
                return ActResult.No("NotNeeded", "There is nothing for a real organiser to sign.");
            foreach (var older in await db.CoSignRequests.Where(r => r.CaseId == file.Case.Id && r.ClosedUtc == null).ToListAsync(cancellationToken))
                older.Close(time.NowUtc);
            Send(file);
            return ActResult.Done();
        }, cancellationToken);

    /// <summary>Sends the link with an application that needs it, in its save.</summary>
    public void AskIfNeeded(HireFile file)
    {
        if (IsOpen(file))
            Send(file);
    }

    /// <summary>True while the real organiser has to sign.</summary>
    public static bool IsOpen(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return !file.Case.State.IsClosed() && (file.Proposed?.Standings() ?? file.Standings())
            .Any(s => s is { Code: CheckCode.DEC, Party: CheckParty.Organiser, IsSettled: false });
    }

    /// <summary>What a link leads to; not found once it is used, replaced or too old, or the application names somebody else.</summary>
    public async Task<Outcome<CoSignView>> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = InvitationSecrets.Hash(secret);
        var found = await (from request in db.CoSignRequests.AsNoTracking()
                           join @case in db.Cases on request.CaseId equals @case.Id
                           join hire in db.HireApplications on @case.Id equals hire.CaseId
                           join organisation in db.Organisations on @case.OrganisationId equals organisation.Id
                           where request.SecretHash == hash
                           select new { request, @case.Reference, organisation.Name, hire.Answers }).FirstOrDefaultAsync(cancellationToken);
        if (found?.request.IsOpen(time.NowUtc) != true)
            return Outcome.NotFound<CoSignView>();
        var proposed = await db.Changes.AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == found.request.CaseId && c.State == ChangeState.Proposed, cancellationToken);
        var answers = proposed?.Answers ?? found.Answers;
        return answers.OrganiserName() == found.request.Organiser
            ? Outcome.Ok(new CoSignView(found.Reference, found.Name, answers.Event.Title ?? "", answers.OnBehalf, answers.Days(), await texts.CurrentAsync(cancellationToken)))
            : Outcome.NotFound<CoSignView>();
    }

    /// <summary>Records the organiser's answer and spends the link.</summary>
    public async Task<Outcome> SignAsync(string secret, CoSign input, CancellationToken cancellationToken)
    {
        var view = await FindAsync(secret, cancellationToken);
        if (!view.Succeeded)
            return Outcome.Refused(SpentLink);
        if (Mistakes(view.Value, input) is { Count: > 0 } mistakes)
            return Outcome.Refused(mistakes);
        var hash = InvitationSecrets.Hash(secret);
        return await desk.ActByLinkAsync(view.Value.Reference, "Declaration.CoSign", async file =>
        {
            var request = await db.CoSignRequests.FirstOrDefaultAsync(r => r.SecretHash == hash && r.CaseId == file.Case.Id, cancellationToken);
            if (request?.IsOpen(time.NowUtc) != true || request.Organiser != file.OrganiserName || !IsOpen(file))
                return ActResult.No(SpentLink);
            request.Close(time.NowUtc);
            var signed = input is { DetailsAreRight: true, Agrees: true };
            var signature = new DeclarationSignature(view.Value.Text.Version, view.Value.Text.Hash, Guid.Empty, input.Name!.Trim(), input.Role?.Trim() ?? "", signed)
            {
                Organiser = request.Organiser,
            };
            records.Add(file, signature, Guid.Empty, signed ? null : Why(input));
            return ActResult.Done(new { signature.TextVersion, signature.TextHash, signature.IsSigned, input.DetailsAreRight });
        }, cancellationToken);
    }

    private static string Why(CoSign input) => input.DetailsAreRight == false
        ? $"The real organiser says that what is said about them is not right: {input.Correction!.Trim()}"
        : "The real organiser declined to sign: talk with them.";

    private void Send(HireFile file)
    {
        var organiser = file.Wanted.OnBehalf;
        var secret = InvitationSecrets.New();
        db.CoSignRequests.Add(new CoSignRequest(Guid.CreateVersion7(), file.Case.Id, file.OrganiserName!, organiser.Email!, InvitationSecrets.Hash(secret), time.NowUtc));
        notices.QueueAccount(new AccountMessage(organiser.Email!, organiser.ContactName!, $"Please sign for your event: {file.Case.Reference}",
            [$"{file.Organisation.Name} has asked the council for a room and says that {file.OrganiserName} organises the event.",
             $"Before we can decide we ask you to look at what was said about you and to sign the declaration. Follow this link within {CoSignRequest.DaysOpen} days. You need no account.",
             "If you know nothing of this, tell us."],
            $"/co-sign/{secret}"));
    }

    private static List<Refusal> Mistakes(CoSignView view, CoSign input)
    {
        var mistakes = new List<Refusal>();
        if (input.DetailsAreRight is null)
            mistakes.Add(new Refusal("Required", "Say whether what is said about you is right", nameof(input.DetailsAreRight)));
        if (input.DetailsAreRight == false && input.Correction?.Trim().Length is not (>= 3 and <= 1000))
            mistakes.Add(new Refusal("Required", "Say what is not right, in 3 to 1,000 characters", nameof(input.Correction)));
        if (Markings.Forbidden(input.Correction) is { } marking)
            mistakes.Add(new Refusal("Marking", marking, nameof(input.Correction)));
        if (input.Agrees is null)
            mistakes.Add(new Refusal("Required", "Say whether you agree to the declaration", nameof(input.Agrees)));
        if (input.Name?.Trim().Length is not (> 0 and <= 200))
            mistakes.Add(new Refusal("Required", "Type your full name to sign", nameof(input.Name)));
        if (view.Organiser.IsPerson != true && input.Role?.Trim().Length is not (> 0 and <= 100))
            mistakes.Add(new Refusal("Required", "Enter the office you hold, such as chair or trustee", nameof(input.Role)));
        if (input.TextHash != view.Text.Hash)
            mistakes.Add(new Refusal(Refusal.ChangedCode, "The declaration has changed since you opened this page. Read it again before you sign"));
        return mistakes;
    }
}
