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

    private static bool Advises(Consultation consultation, Hit hit) =>
        consultation is { Kind: ConsultationKind.Police or ConsultationKind.PreventLead, Answer: not null } && consultation.AskedUtc >= hit.FoundUtc;
}
