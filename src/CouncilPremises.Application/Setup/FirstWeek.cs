using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CouncilPremises.Application.Audit;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Setup;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Setup;

/// <summary>One line of the checklist.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Words">What must be so.</param>
/// <param name="Missing">What is still to be done; null when it is done.</param>
/// <param name="Note">What is worth knowing although it is done: one person only in a role, who stated it and when.</param>
/// <param name="Path">The page where it is done; null when it is done on the checklist itself.</param>
/// <param name="Point">What an administrator states; null for what the product finds out by itself.</param>
public sealed record SetupLine(string Name, string Words, string? Missing, string? Note, string? Path, SetupPoint? Point)
{
    /// <summary>True when nothing is missing.</summary>
    public bool IsDone => Missing is null;
}

/// <summary>The checklist of the first week, and whether applications are open.</summary>
public sealed record SetupView(IReadOnlyList<SetupLine> Lines, bool IsOpen, DateOnly? OpenedOn, bool IsDemo)
{
    /// <summary>True when every line is done.</summary>
    public bool IsComplete => Lines.All(line => line.IsDone);
}

/// <summary>What must be so before applications open to the public. What can be looked up is looked up; the rest an administrator states.</summary>
public sealed class FirstWeek(
    AppDbContext db, ListQueries lists, DeclarationTexts texts, NoticeWriter notices, Transactions transactions, IConfiguration configuration, AuditLog audit,
    CouncilTime time)
{
    private const int TestDays = 7;
    private const Roles Deciders = Roles.FacilitiesOfficer | Roles.FacilitiesApprover;

    private static readonly Roles[] Needed =
    [
        Roles.FacilitiesOfficer, Roles.FacilitiesApprover, Roles.SafeguardingOfficer, Roles.PreventLead, Roles.Reviewer, Roles.InformationOfficer,
        Roles.Auditor, Roles.Administrator, Roles.Director,
    ];

    private static readonly Refusal NotAllowed = new("Permission", "Only an administrator can do this");
    private static readonly Refusal NotComplete = new("Setup", "Some points are still to be done. Applications can open when every point is");
    private static readonly Refusal WrongCode = new("MailCode", "That is not the code of a test message of the last 7 days. Look at the newest one, or send another", "Code");
    private static readonly Refusal NoteNeeded = new("Note", "Write in a few words what was done, and where it is kept");

    private bool IsDemo => configuration.GetValue<bool>("Demo:Enabled");

    /// <summary>True when the public may apply: an administrator has opened applications, or this is a demonstration.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        IsDemo || await db.SetupMarks.AnyAsync(mark => mark.Point == SetupPoint.Open, cancellationToken);

    /// <summary>The checklist as it stands now.</summary>
    public async Task<SetupView> ViewAsync(CancellationToken cancellationToken)
    {
        var marks = await db.SetupMarks.AsNoTracking().ToDictionaryAsync(mark => mark.Point, cancellationToken);
        var opened = marks.GetValueOrDefault(SetupPoint.Open);
        return new SetupView(
        [
            Stated(marks, SetupPoint.MailWorks, "Mail leaves and arrives", "Send a test message to yourself and enter its code", null),
            .. await PeopleAsync(cancellationToken),
            await VenuesAsync(cancellationToken),
            await BankHolidaysAsync(cancellationToken),
            await ListsAsync(cancellationToken),
            Stated(marks, SetupPoint.ElectionsConsidered, "Elections are considered", "Enter elections that are near, or note that none is", "/settings/elections"),
            await texts.IsApprovedAsync(cancellationToken)
                ? new SetupLine("Texts", "The declaration is legally approved", null, null, "/settings/declarations", null)
                : new SetupLine("Texts", "The declaration is legally approved", "Enter who approved the text for the council's lawyers, and when", null, "/settings/declarations", null),
            Stated(marks, SetupPoint.ImpactAssessed, "The data-protection impact assessment is made", "Note its date and where it is kept", null),
        ], opened is not null || IsDemo, opened is null ? null : CouncilTime.DayOf(opened.AtUtc), IsDemo);
    }

    /// <summary>Sends a test message to the administrator's own address, with a code to enter.</summary>
    public Task<Outcome> SendTestAsync(Actor actor, CancellationToken cancellationToken) => ActAsync("Setup.SendTest", actor, async ended =>
    {
        var user = await db.Users.AsNoTracking().SingleAsync(one => one.Id == actor.Id, ended);
        var code = RandomNumberGenerator.GetHexString(8);
        notices.QueueAccount(new AccountMessage(user.Email!, user.FullName, "Test message",
            [$"Mail works. Enter this code on the page “First week”: {code}", $"The code counts for {TestDays} days."], "/setup"));
        await MarkAsync(SetupPoint.TestSent, HashOf(code), actor, ended);
        audit.Append(actor, "Setup.SendTest", new AuditSubject("Setup", Guid.Empty));
        return Outcome.Ok();
    }, cancellationToken);

    /// <summary>Takes the code of a test message that came through.</summary>
    public async Task<Outcome> ConfirmTestAsync(string? code, Actor actor, CancellationToken cancellationToken)
    {
        var (hash, since) = (HashOf((code ?? "").Trim().ToUpperInvariant()), time.NowUtc.AddDays(-TestDays));
        var isRight = await db.SetupMarks.AnyAsync(mark => mark.Point == SetupPoint.TestSent && mark.Note == hash && mark.AtUtc > since, cancellationToken);
        return isRight ? await StateAsync(SetupPoint.MailWorks, "", actor, cancellationToken) : Outcome.Refused(WrongCode);
    }

    /// <summary>States a point that the product cannot find out by itself.</summary>
    public Task<Outcome> StateAsync(SetupPoint point, string? note, Actor actor, CancellationToken cancellationToken) =>
        ActAsync("Setup.State", actor, async ended =>
        {
            var text = (note ?? "").Trim();
            if (point is SetupPoint.ElectionsConsidered or SetupPoint.ImpactAssessed && text.Length is < 5 or > 500)
                return Outcome.Refused(NoteNeeded);
            await MarkAsync(point, text, actor, ended);
            audit.Append(actor, "Setup.State", new AuditSubject("Setup", Guid.Empty, To: point.ToString()), new { note = text });
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>Opens applications to the public; refused while a point is missing.</summary>
    public Task<Outcome> OpenAsync(Actor actor, CancellationToken cancellationToken) => ActAsync("Setup.Open", actor, async ended =>
    {
        if (!(await ViewAsync(ended)).IsComplete)
            return Outcome.Refused(NotComplete);
        await MarkAsync(SetupPoint.Open, "", actor, ended);
        audit.Append(actor, "Setup.Open", new AuditSubject("Setup", Guid.Empty));
        return Outcome.Ok();
    }, cancellationToken);

    /// <summary>Closes applications to the public again; what was sent goes on.</summary>
    public Task<Outcome> CloseAsync(Actor actor, CancellationToken cancellationToken) => ActAsync("Setup.Close", actor, async ended =>
    {
        if (await db.SetupMarks.FirstOrDefaultAsync(mark => mark.Point == SetupPoint.Open, ended) is not { } open)
            return Outcome.NotFound();
        db.SetupMarks.Remove(open);
        audit.Append(actor, "Setup.Close", new AuditSubject("Setup", Guid.Empty));
        return Outcome.Ok();
    }, cancellationToken);

    private async Task MarkAsync(SetupPoint point, string note, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.SetupMarks.FirstOrDefaultAsync(mark => mark.Point == point, cancellationToken) is { } there)
            there.State(note, actor.Id, time.NowUtc);
        else
            db.SetupMarks.Add(new SetupMark(point, note, actor.Id, time.NowUtc));
    }

    private static SetupLine Stated(Dictionary<SetupPoint, SetupMark> marks, SetupPoint point, string words, string missing, string? path) =>
        marks.GetValueOrDefault(point) is { } mark
            ? new SetupLine(point.ToString(), words, null, $"{mark.Note} Stated on {CouncilTime.DayOf(mark.AtUtc):d MMMM yyyy}.".Trim(), path, point)
            : new SetupLine(point.ToString(), words, missing, null, path, point);

    private async Task<IEnumerable<SetupLine>> PeopleAsync(CancellationToken cancellationToken)
    {
        var held = await db.Users.AsNoTracking().Where(user => user.StaffRoles != Roles.None && !user.IsDisabled).Select(user => user.StaffRoles).ToListAsync(cancellationToken);
        int Holders(Roles role) => held.Count(roles => (roles & role) != Roles.None);
        var empty = Needed.Where(role => Holders(role) == 0).ToList();
        var single = Needed.Where(role => Holders(role) == 1).ToList();
        var cover = new List<string>();
        if (Holders(Roles.Administrator) < 2)
            cover.Add("a second administrator, who agrees to settings");
        if (Holders(Deciders) < 2)
            cover.Add("a second officer or approver, so that somebody else recommends than decides");
        if (Holders(Roles.FacilitiesApprover) < 2)
            cover.Add("a second approver, for cancellations and closures");
        return
        [
            new SetupLine("Roles", "Every role is filled", empty.Count == 0 ? null : $"Nobody is {Words(empty)}",
                single.Count == 0 ? null : $"Only one person is {Words(single)}: think of cover.", "/users", null),
            new SetupLine("Cover", "There is cover where two people are needed", cover.Count == 0 ? null : $"Missing: {string.Join("; ", cover)}", null, "/users", null),
        ];
    }

    private static string Words(IEnumerable<Roles> roles) => string.Join(", ", roles.Select(role =>
        string.Concat(role.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"))))
        .Replace("prevent", "Prevent", StringComparison.Ordinal);

    private async Task<SetupLine> VenuesAsync(CancellationToken cancellationToken)
    {
        var rooms = await db.Spaces.CountAsync(space => space.IsOpenForHire && db.Venues.Any(venue => venue.Id == space.VenueId && venue.IsOpenForHire), cancellationToken);
        return new SetupLine("Venues", "Venues and rooms take bookings", rooms > 0 ? null : "Add or import venues and rooms",
            rooms > 0 ? string.Create(CultureInfo.InvariantCulture, $"{rooms:N0} rooms.") : null, "/settings/venues", null);
    }

    private async Task<SetupLine> BankHolidaysAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (time.Today, time.Today.AddYears(1));
        var count = await db.BankHolidays.CountAsync(holiday => holiday.Day >= from && holiday.Day <= to, cancellationToken);
        return new SetupLine("BankHolidays", "Bank holidays of the next year are entered", count > 0 ? null : "Enter them: working days leave them out", null, "/settings/bank-holidays", null);
    }

    private async Task<SetupLine> ListsAsync(CancellationToken cancellationToken)
    {
        var stale = (await lists.AllAsync(cancellationToken)).Where(list => list.Warning is not null).Select(list => $"{list.Name}: {list.Warning}").ToList();
        return new SetupLine("Lists", "Screening lists are imported and fresh", stale.Count == 0 ? null : string.Join(" ", stale), null, "/screening/lists", null);
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private async Task<Outcome> ActAsync(string action, Actor actor, Func<CancellationToken, Task<Outcome>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var outcome = !actor.StaffRoles.Has(Permission.ManageSettings)
            ? Outcome.Refused(NotAllowed)
            : await transactions.RunAsync(async ended =>
            {
                var done = await act(ended);
                if (done.Succeeded)
                    await db.SaveChangesAsync(ended);
                return done;
            }, cancellationToken);
        if (outcome.Refusals.Any(refusal => refusal == NotAllowed || refusal == NotComplete))
            await audit.RefusedAsync(actor, action, new AuditSubject("Setup", Guid.Empty), outcome.Refusals, cancellationToken);
        return outcome;
    }
}

/// <summary>Registers the first week.</summary>
public static class SetupSetup
{
    /// <summary>Adds the checklist and the first administrators.</summary>
    public static IServiceCollection AddFirstWeek(this IServiceCollection services) => services.AddScoped<FirstWeek>().AddScoped<FirstAdministrators>();
}
