using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Checks;

/// <summary>A request to waive a check in one case.</summary>
public sealed record AskWaiver(CheckCode Code, string? Reason, DateOnly? ExpiresOn);

/// <summary>Waivers: reason, two people, an end date. RULEBOOK 5.</summary>
public sealed class Waivers(AppDbContext db, CouncilTime time, CaseDesk desk)
{
    /// <summary>Asks for a waiver; it counts once a second person agrees.</summary>
    public Task<Outcome> AskAsync(string reference, AskWaiver input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Waiver.Ask", null, file => Task.FromResult(Ask(file, input, actor)), cancellationToken);

    private ActResult Ask(CaseFile file, AskWaiver input, Actor actor)
    {
        var reason = input.Reason?.Trim() ?? "";
        if (file.CannotWork(actor) is { } refusal)
            return ActResult.No(refusal);
        if (!file.Needs(input.Code))
            return ActResult.No("NotNeeded", $"This application does not need {input.Code}.", nameof(input.Code));
        if (WhyNot(file, input.Code) is { } sentence)
            return ActResult.No("Waiver", sentence, nameof(input.Code));
        if (reason.Length is < 10 or > 2000)
            return ActResult.No("Reason", "Say why the check is not needed here, in 10 to 2,000 characters.", nameof(input.Reason));
        if (Markings.Forbidden(reason) is { } marking)
            return ActResult.No("Marking", marking, nameof(input.Reason));
        if (input.ExpiresOn is not { } until || until < time.Today || until > time.Today.AddMonths(12))
            return ActResult.No("Expiry", "Enter the day the waiver ends: from today to twelve months from now.", nameof(input.ExpiresOn));
        if (file.Waivers.Any(w => w.Code == input.Code && w.ExpiresOn >= time.Today))
            return ActResult.No("Open", "A waiver for this check has been asked for already.", nameof(input.Code));
        var waiver = new Waiver(Guid.CreateVersion7(), file.Case.Id, input.Code, reason, until, actor.Id, time.NowUtc);
        db.Waivers.Add(waiver);
        file.Add(waiver);
        return ActResult.Done(new { input.Code, until });
    }

    /// <summary>A second person agrees.</summary>
    public Task<Outcome> AgreeAsync(string reference, Guid waiverId, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Waiver.Agree", null, file =>
        {
            var waiver = file.Waivers.FirstOrDefault(w => w.Id == waiverId);
            if (waiver is null)
                return Task.FromResult(ActResult.No(Refusal.NotFoundCode, "This waiver is not part of the case."));
            if (file.CannotWork(actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (waiver.AskedById == actor.Id)
                return Task.FromResult(ActResult.No("S1", "You asked for this waiver, so a colleague must agree to it."));
            if (waiver.AgreedById is not null)
                return Task.FromResult(ActResult.No(Refusal.ChangedCode, "A colleague has agreed already."));
            waiver.Agree(actor.Id, time.NowUtc);
            return Task.FromResult(ActResult.Done(new { waiver.Code }));
        }, cancellationToken);

    /// <summary>Declines a request, or takes one's own back: it is gone, and what was asked and why not stays with the case as a note.</summary>
    public Task<Outcome> DeclineAsync(string reference, Guid waiverId, string? why, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Waiver.Decline", null, file =>
        {
            var reason = why?.Trim() ?? "";
            var waiver = file.Waivers.FirstOrDefault(w => w.Id == waiverId);
            if (waiver is null)
                return Task.FromResult(ActResult.No(Refusal.NotFoundCode, "This waiver is not part of the case."));
            if (file.CannotWork(actor) is { } refusal)
                return Task.FromResult(ActResult.No(refusal));
            if (waiver.AgreedById is not null)
                return Task.FromResult(ActResult.No(Refusal.ChangedCode, "A colleague has agreed already."));
            if (reason.Length is < 10 or > 1000)
                return Task.FromResult(ActResult.No("Reason", "Say why the check stays, in 10 to 1,000 characters.", "Why"));
            if (Markings.Forbidden(reason) is { } marking)
                return Task.FromResult(ActResult.No("Marking", marking, "Why"));
            db.Waivers.Remove(waiver);
            var asked = waiver.Reason.Length <= 800 ? waiver.Reason : waiver.Reason[..800] + "…";
            db.CaseNotes.Add(new CaseNote(Guid.CreateVersion7(), file.Case.Id, $"Declined to waive {waiver.Code}: {reason} It was asked for because: {asked}", actor.Id, time.NowUtc));
            return Task.FromResult(ActResult.Done(new { waiver.Code, waiver.ExpiresOn }));
        }, cancellationToken);

    /// <summary>Why nobody may waive this check of this hirer; null when two people may. RULEBOOK 5.</summary>
    public static string? WhyNot(CaseFile file, CheckCode code)
    {
        ArgumentNullException.ThrowIfNull(file);
        return CheckRules.For(code).Waivable switch
        {
            Waivable.No => $"{code} cannot be waived.",
            Waivable.PublicBodies => file.Organisation.Type == OrganisationType.PublicBody ? null : $"{code} can be waived for public bodies only.",
            Waivable.VenueCover => file is HireFile { Venue.CoversHirers: true } ? null : "INS can be waived only where the venue's own policy covers hirers.",
            Waivable.Yes => null,
        };
    }
}
