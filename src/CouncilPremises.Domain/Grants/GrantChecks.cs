using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using static CouncilPremises.Domain.Checks.CheckCode;

namespace CouncilPremises.Domain.Grants;

/// <summary>Which checks a grant needs before it is assessed and decided. Derived, never stored. RULEBOOK 4, 5.</summary>
public static class GrantChecks
{
    /// <summary>Days a look at the register counts for deciding a grant; elsewhere it counts for twelve months. RULEBOOK 5 REG.</summary>
    public const int RegistrationDays = 30;

    /// <summary>The checks, each once, in the order of <see cref="CheckCode"/>. BNK is asked for only after an offer and stands among the guards of payment.</summary>
    public static IReadOnlyList<RequiredCheck> Of(GrantAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        List<RequiredCheck> needed =
        [
            new(DEC, "Every group signs the declaration."),
            new(REG, "Every group is looked up in its register, or shows its governing document, in the 30 days before the decision."),
            new(XREF, "Every group's names, its office-holders', partners' and payees' are tried against the lists."),
            new(COI, "Every officer states their interest first."),
        ];
        if (answers.Safeguarding.Under18s == true)
            needed.AddRange([new(SAF, "Under-18s take part."), new(DBS, "Under-18s take part.")]);
        return [.. needed.OrderBy(check => check.Code)];
    }

    /// <summary>Where REG stands for a grant: a look at the register that is too old counts as run out.</summary>
    /// <param name="own">Where the records leave it.</param>
    /// <param name="recordedOn">The day of the record it rests on.</param>
    /// <param name="on">The day asked about; the thirtieth day after the record still counts.</param>
    public static CheckStanding Registration(CheckStanding own, DateOnly? recordedOn, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (own.Kind != StandingKind.Clear || recordedOn is not { } recorded)
            return own;
        var last = recorded.AddDays(RegistrationDays);
        return on <= last
            ? own with { ValidUntil = own.ValidUntil < last ? own.ValidUntil : last }
            : own with { Kind = StandingKind.Expired, ValidUntil = last, Sentence = $"A grant is decided on a look at the register not older than {RegistrationDays} days. Look it up again." };
    }
}
