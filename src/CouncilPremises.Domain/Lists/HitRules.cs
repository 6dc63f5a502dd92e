using CouncilPremises.Domain.Cases;

namespace CouncilPremises.Domain.Lists;

/// <summary>When a possible list match still stands in the way. RULEBOOK 5 XREF.</summary>
public static class HitRules
{
    /// <summary>True for the lists on which "cannot tell" goes to consultation: proscribed organisations and sanctions.</summary>
    public static bool NeedsAdvice(ListCode list) => list switch
    {
        ListCode.L1 or ListCode.L2 => true,
        ListCode.L3 or ListCode.L4 or ListCode.L5 => false,
    };

    /// <summary>
    /// True until two people have closed the hit. A false match closes it. "Cannot tell" closes it in the person's favour, on L1 and L2
    /// only once the police or the Prevent lead, asked after the hit was found, have answered; what they answer binds nobody.
    /// Confirmed never closes it.
    /// </summary>
    /// <param name="hit">The hit.</param>
    /// <param name="consultations">Consultations of its case.</param>
    public static bool IsOpen(Hit hit, IEnumerable<Consultation> consultations)
    {
        ArgumentNullException.ThrowIfNull(hit);
        ArgumentNullException.ThrowIfNull(consultations);
        return hit.State != HitState.Resolved || hit.Resolution switch
        {
            HitResolution.FalseMatch => false,
            HitResolution.CannotTell => NeedsAdvice(hit.List) && !consultations.Any(c => Advises(c, hit)),
            HitResolution.Confirmed or null => true,
        };
    }

    /// <summary>Why a resolution does not stand on what was compared; null when it does. Two identifiers besides the name are compared, one
    /// of them differs for a false match and one of them agrees for a confirmed one. RULEBOOK 5 XREF.</summary>
    public static Refusal? WhyNot(HitResolution resolution, Identifiers identifiers)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        if (identifiers.Agreeing.Except(identifiers.Compared).Any())
            throw new ArgumentException("An identifier agrees that was not compared.", nameof(identifiers));
        if (resolution == HitResolution.CannotTell)
            return null;
        if (identifiers.Compared.Count < 2)
            return new("XREF", "Compare at least two identifiers besides the name.", nameof(identifiers.Compared));
        if (resolution == HitResolution.FalseMatch && identifiers.Agreeing.Count == identifiers.Compared.Count)
            return new("XREF", "Every identifier you compared agrees. A false match needs one that differs.", nameof(identifiers.Compared));
        if (resolution == HitResolution.Confirmed && identifiers.Agreeing.Count == 0)
            return new("XREF", "No identifier you compared agrees. Confirmed needs one that does.", nameof(identifiers.Compared));
        return null;
    }

    private static bool Advises(Consultation consultation, Hit hit) =>
        consultation is { Kind: ConsultationKind.Police or ConsultationKind.PreventLead, Answer: not null } && consultation.AskedUtc >= hit.FoundUtc;
}
