using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Application.Cases;

// Where the checks of a case stand
public abstract partial class CaseFile
{
    /// <summary>The newest record of a check of one party; null when there is none.</summary>
    public CheckRecord? Latest(CheckCode code, CheckParty party = CheckParty.Hirer) => RecordsOf(party).Where(r => r.Code == code).MaxBy(r => (r.RecordedUtc, r.Id));

    /// <summary>Where every required check stands today. COI is each officer's own and is not among them.</summary>
    public IReadOnlyList<CheckStanding> Standings() =>
        [.. RequiredChecks.Where(check => check.Code != CheckCode.COI).Select(check => StandingOf(check, Today))];

    /// <summary>True when a check is Clear today.</summary>
    public bool IsClear(CheckCode code) => StandingOn(code, Today).Kind == StandingKind.Clear;

    /// <summary>Where a check of the applicant stands on a day.</summary>
    public CheckStanding StandingOn(CheckCode code, DateOnly day) => StandingOf(new RequiredCheck(code, ""), day);

    // The applicant's own check, by these of its records
    private protected CheckStanding OwnStanding(CheckCode code, IEnumerable<CheckRecord> records, IReadOnlyList<DbsNeed> dbsNeeds, DateOnly on)
    {
        var own = CheckStanding.Of(code, records, waivers, on);
        return code switch
        {
            CheckCode.DBS => DbsStanding.Of(own, dbsNeeds, dbsConfirmations, on, Policy),
            CheckCode.DEC when own.Kind == StandingKind.Clear && MustSign is { } reason =>
                own with { Kind = StandingKind.Expired, Sentence = DeclarationRules.Sentence(reason) },
            _ => own,
        };
    }

    /// <summary>Takes in a signature made just now.</summary>
    public void Sign(DeclarationSignature signature) => declaration = new DeclarationFacts(signature, signature.Paper?.SignedOn ?? Today, SignatoryStillIsOne: true);

    /// <summary>Why a declaration that the group signed must be signed again; null while it counts, and before there was one. RULEBOOK 5.</summary>
    public SignReason? MustSign => declaration.Latest is { IsSigned: true }
        ? DeclarationRules.MustSign(declaration, declarationText, Today, Policy) : null;
}
