using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;

namespace CouncilPremises.Domain.Checks;

/// <summary>A person for whom the law lets the council ask that a DBS check (formerly CRB) was made.</summary>
/// <param name="PersonName">Name, as the application gives it.</param>
/// <param name="Role">The row of the role table.</param>
/// <param name="SupervisedVolunteer">True for a volunteer whom a checked person supervises.</param>
public sealed record DbsNeed(string PersonName, DbsRole Role, bool SupervisedVolunteer);

/// <summary>Where DBS stands: the group checks its people, the council confirms that it did. Person by person and role by role. RULEBOOK 5 DBS.</summary>
public static class DbsStanding
{
    /// <summary>The people named in the answers for whom a check may be asked on a day; for the others none is asked.</summary>
    public static IReadOnlyList<DbsNeed> Needs(PeopleAtRiskAnswers people, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(people);
        return [.. people.Roles
            .Where(carer => carer.Role is { } role && DbsRoles.MayAsk(role, on, carer.SupervisedVolunteer == true) is not null)
            .Select(carer => new DbsNeed(carer.Name ?? "", carer.Role!.Value, carer.SupervisedVolunteer == true))];
    }

    /// <summary>Where the check stands on a day. A record of the council's own counts first: Clear settles it, a Refer or a Fail stands until a
    /// newer record replaces it. Otherwise it is Clear once every person has a confirmation of the right level that still counts.</summary>
    /// <param name="own">Where the council's own records leave it.</param>
    /// <param name="needs">Who needs one.</param>
    /// <param name="confirmations">Confirmations of the organisation, in any order. For each person in a role the newest counts.</param>
    /// <param name="on">The day; a confirmation counts up to and including its last day.</param>
    /// <param name="policy">The policy at decision.</param>
    public static CheckStanding Of(
        CheckStanding own, IReadOnlyList<DbsNeed> needs, IEnumerable<DbsConfirmation> confirmations, DateOnly on, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(needs);
        if (own.Kind is not (StandingKind.Missing or StandingKind.Expired) || needs.Count == 0)
            return own;

        var all = confirmations.ToList();
        var relied = needs.Select(need => Newest(need, all, on)).ToList();
        var without = needs.Where((need, i) => !Does(need, relied[i], on)).ToList();
        if (without.Count > 0)
            return own with { Sentence = $"DBS checks (formerly CRB) are not confirmed yet for {Count(without.Count)}." };
        var ends = relied.Select(found => (Confirmation: found!, Last: LastDay(found!, policy))).ToList();
        var last = ends.Min(end => end.Last);
        return last < on
            ? new CheckStanding(CheckCode.DBS, StandingKind.Expired, null, last, $"A DBS confirmation expired on {CheckStanding.Day(last)}. Ask the group to confirm again.")
            : new CheckStanding(CheckCode.DBS, StandingKind.Clear, null, last, "The group confirmed the DBS checks (formerly CRB) of its people.")
            { ConfirmationIds = [.. relied.Select(found => found!.Id).Distinct()] };
    }

    private static DbsConfirmation? Newest(DbsNeed need, IEnumerable<DbsConfirmation> confirmations, DateOnly on) =>
        confirmations.Where(c => c.Role == need.Role && Key(c.PersonName) == Key(need.PersonName) && !(c.RoleEndedOn < on)).MaxBy(c => (c.ConfirmedUtc, c.Id));

    private static bool Does(DbsNeed need, DbsConfirmation? found, DateOnly on) =>
        found is { IsConfirmed: true } && DbsRoles.Wrong(need.Role, new DbsAsk(found.Level, found.Workforce, found.BarredLists), on, need.SupervisedVolunteer) is null;

    private static DateOnly LastDay(DbsConfirmation found, Policy policy) =>
        DbsRoles.ValidUntil(found.Method, found.IssuedOn, Time.CouncilTime.DayOf(found.ConfirmedUtc), policy);

    private static string Count(int people) => people == 1 ? "1 person" : $"{people} people";

    private static string Key(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
