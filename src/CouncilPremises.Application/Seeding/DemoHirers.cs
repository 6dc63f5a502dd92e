using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;

namespace CouncilPremises.Application.Seeding;

/// <summary>A hirer of the demonstration and who acts for it; for a caller the officer who types.</summary>
internal sealed record DemoGroup(Guid OrganisationId, HirerKind Kind, Actor Lead, Actor Signatory, string SignatoryName);

/// <summary>Callers, for whom an officer types.</summary>
internal sealed class DemoHirers(DemoWalk walk, SeedClock clock, CancellationToken cancellationToken)
{
    /// <summary>An officer enters a caller.</summary>
    public async Task<DemoGroup> EnterAsync(OrganisationFacts caller, Actor officer)
    {
        var id = Guid.Empty;
        await walk.ActAsync<OrganisationRegistrations>("Enter the caller", async registrations =>
        {
            var entered = await registrations.EnterAsync(KindOf(caller.Type), caller, officer, cancellationToken);
            id = entered.Succeeded ? entered.Value : Guid.Empty;
            return entered;
        });
        return new DemoGroup(id, KindOf(caller.Type), officer, officer, caller.Name);
    }

    /// <summary>A caller's signed paper comes a working day later; the officer who typed records it.</summary>
    public async Task SignOnPaperAsync(DemoGroup group)
    {
        clock.NextWorkingDay();
        var file = await walk.FileAsync(group.Lead);
        if (file.Derived.Needs(CheckCode.DEC))
            await walk.ActAsync<PaperSignatures>("Sign on paper", paper => paper.RecordAsync(
                walk.Reference, new PaperSignature(CheckParty.Hirer, group.SignatoryName, "Secretary", file.Today, SawOriginal: true), group.Lead, cancellationToken));
    }

    private static HirerKind KindOf(OrganisationType type) => type switch
    {
        OrganisationType.Individual => HirerKind.Individual,
        OrganisationType.InternalBody => HirerKind.InternalBody,
        _ => HirerKind.Group,
    };
}
