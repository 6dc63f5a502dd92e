using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Checks;

/// <summary>What a group's safeguarding lead says of one person's check: everything that may be stored, and nothing else.</summary>
/// <param name="Person">The name, as in the application.</param>
/// <param name="Ask">Level, workforce and barred lists of the check that was made; null while something of it is missing.</param>
/// <param name="CertificateNumber">Twelve digits, of which the last four are kept.</param>
/// <param name="IssuedOn">Date of issue.</param>
/// <param name="IsConfirmed">True when the group confirms that it made the check and is content.</param>
public sealed record ConfirmDbs(string? Person, DbsAsk? Ask, string? CertificateNumber, DateOnly? IssuedOn, bool? IsConfirmed);

/// <summary>A person who looks after others, and how the check stands.</summary>
/// <param name="Name">Name.</param>
/// <param name="Does">What the person does.</param>
/// <param name="Ask">The check that the law allows to be asked for; null when none may be.</param>
/// <param name="Until">Last day a confirmation counts; null without one.</param>
public sealed record DbsPerson(string Name, string? Does, DbsAsk? Ask, DateOnly? Until);

/// <summary>The group confirms the DBS checks of its people: RULEBOOK 5 DBS. Who may be asked for what comes from the role table; asking for more is
/// refused, and there is nowhere to say what a certificate holds.</summary>
public sealed class DbsConfirming(AppDbContext db, CouncilTime time, CaseDesk desk)
{
    /// <summary>Everybody the application names, and whether a confirmation counts today.</summary>
    public async Task<IReadOnlyList<DbsPerson>> PeopleAsync(CaseFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var known = await db.DbsConfirmations.AsNoTracking()
            .Where(d => d.OrganisationId == file.Case.OrganisationId && d.IsConfirmed && d.RoleEndedOn == null).ToListAsync(cancellationToken);
        return [.. Carers(file).Select(carer => new DbsPerson(carer.Name!, carer.Does, Ask(carer), Until(file, carer, known)))];
    }

    /// <summary>Records a confirmation; the same one a second time changes nothing.</summary>
    public Task<Outcome> ConfirmAsync(string reference, ConfirmDbs input, Actor actor, CancellationToken cancellationToken) =>
        desk.ActAsync(reference, actor, "Dbs.Confirm", null, file => ConfirmAsync(file, input, actor, cancellationToken), cancellationToken);

    private async Task<ActResult> ConfirmAsync(CaseFile file, ConfirmDbs input, Actor actor, CancellationToken cancellationToken)
    {
        if (!file.GroupRoles(actor).HasFlag(Roles.SafeguardingLead))
            return ActResult.No("Role", "The safeguarding lead of your group confirms DBS checks. Ask them to sign in and open this application.");
        if (file.Case.State.IsClosed())
            return ActResult.No("State", "This application is closed, so there is nothing to confirm.");
        if (Carers(file).FirstOrDefault(carer => Same(carer.Name, input.Person)) is not { } person)
            return ActResult.No("DBS", "Choose somebody whom your application names.", nameof(input.Person));
        var number = DbsRoles.Mask(input.CertificateNumber);
        if (Mistakes(file, person, input, number) is { Count: > 0 } mistakes)
            return ActResult.No(mistakes);

        var ask = input.Ask!;
        var facts = new DbsFacts(person.Name!.Trim(), person.Role!.Value, ask.Level, ask.Workforce, ask.BarredLists, number.Value, input.IssuedOn!.Value, DbsMethod.GroupConfirmation, input.IsConfirmed!.Value);
        var isKnown = await db.DbsConfirmations.AnyAsync(
            d => d.OrganisationId == file.Case.OrganisationId && d.PersonName == facts.PersonName && d.Role == facts.Role && d.MaskedNumber == facts.MaskedNumber
                && d.IssuedOn == facts.IssuedOn && d.IsConfirmed == facts.IsConfirmed && d.RoleEndedOn == null,
            cancellationToken);
        if (!isKnown)
        {
            var confirmation = new DbsConfirmation(Guid.CreateVersion7(), file.Case.OrganisationId, facts, actor.Id, time.NowUtc);
            db.DbsConfirmations.Add(confirmation);
            file.Add(confirmation);
        }
        return ActResult.Done(new { facts.Role, facts.Level, facts.IsConfirmed });
    }

    private List<Refusal> Mistakes(CaseFile file, CarerAnswer person, ConfirmDbs input, Outcome<string> number)
    {
        var mistakes = new List<Refusal>();
        if (Ask(person) is null)
            return [new Refusal("DBS", $"The law allows no DBS check (formerly CRB) to be asked for in what {person.Name} does. Do not ask for one.", nameof(input.Person))];
        if (input.Ask is null)
            mistakes.Add(new Refusal("DBS", "Choose the level of the check, and its workforce.", nameof(DbsAsk.Level)));
        else if (DbsRoles.Wrong(person.Role!.Value, input.Ask, time.Today, person.SupervisedVolunteer == true) is { } wrong)
            mistakes.Add(wrong);
        mistakes.AddRange(number.Refusals);
        if (input.IssuedOn is not { } issuedOn)
            mistakes.Add(new Refusal("DBS", "Enter the date on the certificate.", nameof(input.IssuedOn)));
        else if (issuedOn > time.Today)
            mistakes.Add(new Refusal("DBS", "The date on the certificate must be today or in the past.", nameof(input.IssuedOn)));
        else if (DbsRoles.ValidUntil(DbsMethod.GroupConfirmation, issuedOn, time.Today, file.Policy) < time.Today)
            mistakes.Add(new Refusal("DBS", $"A check counts for {file.Policy.DbsRecheckMonths} months. Make a new one first.", nameof(input.IssuedOn)));
        if (input.IsConfirmed is null)
            mistakes.Add(new Refusal("DBS", "Choose Confirmed or Not confirmed.", nameof(input.IsConfirmed)));
        return mistakes;
    }

    private DbsAsk? Ask(CarerAnswer carer) => DbsRoles.MayAsk(carer.Role!.Value, time.Today, carer.SupervisedVolunteer == true);

    private DateOnly? Until(CaseFile file, CarerAnswer carer, IEnumerable<DbsConfirmation> known) => known
        .Where(d => Same(d.PersonName, carer.Name) && d.Role == carer.Role)
        .Select(d => (DateOnly?)DbsRoles.ValidUntil(d.Method, d.IssuedOn, CouncilTime.DayOf(d.ConfirmedUtc), file.Policy))
        .Where(until => until >= time.Today).Max();

    private static IEnumerable<CarerAnswer> Carers(CaseFile file) =>
        file.Carers.Where(carer => carer.Role is not null && !string.IsNullOrWhiteSpace(carer.Name));

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
