using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Application.Cases;

// Where the checks of a case stand
public sealed partial class CaseFile
{
    /// <summary>The newest record of a check of one party; null when there is none.</summary>
    public CheckRecord? Latest(CheckCode code, CheckParty party = CheckParty.Hirer) => RecordsOf(party, Wanted).Where(r => r.Code == code).MaxBy(r => (r.RecordedUtc, r.Id));

    /// <summary>Where every required check stands today. COI is each officer's own and is not among them.</summary>
    public IReadOnlyList<CheckStanding> Standings() =>
        [.. Derived.RequiredChecks.Where(check => check.Code != CheckCode.COI).Select(check => StandingOf(check, Hire.Answers, null, Today))];

    /// <summary>True when a check is Clear today.</summary>
    public bool IsClear(CheckCode code) => StandingOn(code, Today).Kind == StandingKind.Clear;

    /// <summary>Where a check of the hirer stands on a day.</summary>
    public CheckStanding StandingOn(CheckCode code, DateOnly day) => StandingOf(new RequiredCheck(code, ""), Hire.Answers, null, day);

    /// <summary>Where a check stands for these answers. Records from before a change opened it again do not count. RULEBOOK 6.</summary>
    internal CheckStanding StandingOf(RequiredCheck check, HireAnswers answers, DateTime? sinceUtc, DateOnly? day = null)
    {
        var (code, on) = (check.Code, day ?? Today);
        // Another organiser is looked up anew; the hirer stays who it is, and only signs again
        var since = check is { Code: CheckCode.REG, Party: CheckParty.Hirer } ? null
            : sinceUtc ?? (reopenedUtc.TryGetValue(code, out var reopened) ? reopened : null);
        var records = RecordsOf(check.Party, answers).Where(record => since is null || record.RecordedUtc >= since);
        if (check.Party == CheckParty.Organiser)
        {
            var theirs = CheckStanding.Of(code, records, [], on);
            return theirs with { Party = check.Party, Sentence = $"Of the real organiser: {theirs.Sentence}" };
        }
        var own = CheckStanding.Of(code, records, waivers, on);
        return code switch
        {
            CheckCode.DBS => DbsStanding.Of(own, DbsStanding.Needs(answers.PeopleAtRisk, on), dbsConfirmations, on, Policy),
            CheckCode.DEC when own.Kind == StandingKind.Clear && MustSign is { } reason =>
                own with { Kind = StandingKind.Expired, Sentence = DeclarationRules.Sentence(reason) },
            _ => own,
        };
    }

    // What was recorded of an organiser counts only while the application names the same one
    private IEnumerable<CheckRecord> RecordsOf(CheckParty party, HireAnswers answers) =>
        checkRecords.Where(r => r.Party == party && (party == CheckParty.Hirer || (r.CaseId == Case.Id && r.Person == answers.OrganiserName())));

    /// <summary>Takes in a signature made just now.</summary>
    public void Sign(DeclarationSignature signature) => declaration = new DeclarationFacts(signature, signature.Paper?.SignedOn ?? Today, SignatoryStillIsOne: true);

    /// <summary>Why a declaration that the group signed must be signed again; null while it counts, and before there was one. RULEBOOK 5.</summary>
    public SignReason? MustSign => declaration.Latest is { IsSigned: true }
        ? DeclarationRules.MustSign(declaration, declarationText, Today, Policy) : null;
}
