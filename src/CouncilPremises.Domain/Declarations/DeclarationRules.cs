using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Declarations;

/// <summary>Why a declaration must be signed (again). RULEBOOK 5.</summary>
public enum SignReason
{
    /// <summary>It was never signed, or the last answer was to decline.</summary>
    NotSigned,

    /// <summary>Its time is over.</summary>
    Ended,

    /// <summary>There is a new version of the text.</summary>
    NewVersion,

    /// <summary>The signatory no longer is one.</summary>
    SignatoryChanged,

    /// <summary>Name or control of the group, or the organiser, changed since.</summary>
    GroupChanged,

    /// <summary>A breach was upheld since.</summary>
    Breach,
}

/// <summary>What is known of a group when its declaration is looked at.</summary>
/// <param name="Latest">Its latest signature or refusal to sign; null without one.</param>
/// <param name="SignedOn">The day in London of the latest.</param>
/// <param name="SignatoryStillIsOne">The signatory still holds that role.</param>
/// <param name="GroupChangedOn">The last day on which name, control or organiser changed.</param>
/// <param name="BreachUpheldOn">The last day on which a breach was upheld.</param>
public sealed record DeclarationFacts(
    DeclarationSignature? Latest, DateOnly? SignedOn, bool SignatoryStillIsOne, DateOnly? GroupChangedOn = null, DateOnly? BreachUpheldOn = null);

/// <summary>When to sign, and how long it counts. RULEBOOK 5.</summary>
public static class DeclarationRules
{
    /// <summary>Working days after which an unsigned application lapses; it is not refused. RULEBOOK 5.</summary>
    public const int UnsignedLapsesWorkingDays = 10;

    /// <summary>Last day a declaration counts, included.</summary>
    public static DateOnly ValidUntil(DateOnly signedOn, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return signedOn.AddMonths(policy.DeclarationMonths);
    }

    /// <summary>The first reason why the group must sign; null while its declaration counts. A change on the very day of signing came before it.</summary>
    public static SignReason? MustSign(DeclarationFacts facts, DeclarationText current, DateOnly today, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(current);
        if (facts is not { Latest.IsSigned: true, SignedOn: { } signedOn })
            return SignReason.NotSigned;
        if (facts.Latest.TextVersion != current.Version || facts.Latest.TextHash != current.Hash)
            return SignReason.NewVersion;
        if (today > ValidUntil(signedOn, policy))
            return SignReason.Ended;
        if (!facts.SignatoryStillIsOne)
            return SignReason.SignatoryChanged;
        if (facts.GroupChangedOn > signedOn)
            return SignReason.GroupChanged;
        return facts.BreachUpheldOn > signedOn ? SignReason.Breach : null;
    }

    /// <summary>Why a declaration that was signed no longer counts, as officers and the group read it.</summary>
    public static string Sentence(SignReason reason) => reason switch
    {
        SignReason.NotSigned => "The declaration is not signed.",
        SignReason.Ended => "The declaration's time is over. It is signed once a year.",
        SignReason.NewVersion => "The declaration has a new text, so it is signed again.",
        SignReason.SignatoryChanged => "Whoever signed the declaration no longer signs for the group, so it is signed again.",
        SignReason.GroupChanged => "The group's name or the people in charge of it changed since the declaration was signed, so it is signed again.",
        SignReason.Breach => "A breach was upheld since the declaration was signed, so it is signed again.",
    };

    /// <summary>The last day to sign an application sent on a day; the day after, it lapses.</summary>
    public static DateOnly SignBy(DateOnly sentOn, WorkingDays workingDays)
    {
        ArgumentNullException.ThrowIfNull(workingDays);
        return workingDays.Add(sentOn, UnsignedLapsesWorkingDays);
    }
}
