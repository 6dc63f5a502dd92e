using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Cases;

/// <summary>What somebody may see of the OFFICIAL-SENSITIVE parts of a case.</summary>
public enum SensitiveAccess
{
    /// <summary>They see them.</summary>
    Open,

    /// <summary>They say why first, and the reason is logged.</summary>
    AskReason,

    /// <summary>They do not: they declared an interest, or belong to the group.</summary>
    Closed,
}

/// <summary>Who belongs to a case's team, and which parts of it are OFFICIAL-SENSITIVE: consultations, Confirmed hits, text on D1 and D9, DBS. RULEBOOK 9.</summary>
public static class CaseTeam
{
    /// <summary>What this person may see. The team are the owner, the cover, officers who stated that they have no interest and work on it, and
    /// whoever's role is asked; auditors read all. Anybody else who reads cases gives a reason.</summary>
    public static SensitiveAccess AccessOf(CaseFile file, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        var facts = file.FactsFor(actor);
        if (facts.ActorHasInterest || facts.ActorHelpedWrite)
            return SensitiveAccess.Closed;
        var isTeam = file.Case.OwnerId == actor.Id || file.Case.CoverId == actor.Id
            || (facts.ActorStatedNoInterest && actor.HasAny(file.Case.Kind.Team())) || IsAsked(file, actor);
        return isTeam || actor.HasAny(Roles.Auditor) ? SensitiveAccess.Open : SensitiveAccess.AskReason;
    }

    /// <summary>True when the case holds anything OFFICIAL-SENSITIVE.</summary>
    public static bool HasSensitiveParts(CaseFile file, bool hasDbs)
    {
        ArgumentNullException.ThrowIfNull(file);
        return hasDbs || file.Consultations.Count > 0 || file.Hits.Any(IsSensitive) || file.Decisions.Any(IsSensitive);
    }

    /// <summary>A hit that two people confirmed.</summary>
    public static bool IsSensitive(Hit hit) => hit is { State: HitState.Resolved, Resolution: HitResolution.Confirmed };

    /// <summary>A recommendation or decision on D1 or D9.</summary>
    public static bool IsSensitive(Decision decision) => decision is { Ground: Ground.D1 or Ground.D9 };

    private static bool IsAsked(CaseFile file, Actor actor) =>
        file.Consultations.Any(c => c.Kind is ConsultationKind.PreventLead or ConsultationKind.ChildrensServices or ConsultationKind.AdultSafeguarding
            && actor.HasAny(ConsultationRules.Recorders(c.Kind)))
        || (actor.HasAny(Roles.SafeguardingOfficer) && (file.Needs(CheckCode.SAF) || file.Needs(CheckCode.DBS)));
}
