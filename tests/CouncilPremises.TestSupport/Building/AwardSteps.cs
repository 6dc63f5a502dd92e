using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.TestSupport.Building;

/// <summary>Walks an award from its offer to its closing with the product's own services.</summary>
public static class AwardSteps
{
    /// <summary>An account that no bank gives.</summary>
    public static readonly BankFacts Account = new("Fernley Youth Trust", "30-94-30", "0073 3445");

    /// <summary>An offer the signatory accepted.</summary>
    public static async Task<TestGrant> AgreedAsync(this GrantBuilder builder, Databases.TestDatabase database, GrantTeam team)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var grant = await builder.OfferedAsync(database, team);
        await grant.AcceptAsync();
        return grant;
    }

    /// <summary>An award whose bank details two people handled: money may be paid.</summary>
    public static async Task<TestGrant> ActiveAsync(this GrantBuilder builder, Databases.TestDatabase database, GrantTeam team)
    {
        ArgumentNullException.ThrowIfNull(team);
        var grant = await builder.AgreedAsync(database, team);
        await grant.KeyBankAsync(Account);
        await grant.StateNoInterestAsync(team.Finance);
        await grant.StateNoInterestAsync(team.OtherFinance);
        await grant.VerifyBankAsync(team.Finance);
        return grant;
    }

    /// <summary>The signatory accepts the agreement.</summary>
    public static async Task AcceptAsync(this TestGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var input = new AcceptAgreement(true, AgreementText.V1.Hash, await grant.VersionAsync());
        await grant.Database.With<AwardOffers>(offers => Walk.Must(offers.AcceptAsync(grant.Reference, input, grant.Group.Lead, CancellationToken.None)));
    }

    /// <summary>The lead contact gives bank details.</summary>
    public static Task KeyBankAsync(this TestGrant grant, BankFacts facts) =>
        grant.Database.With<BankKeeping>(banks => Walk.Must(banks.KeyAsync(grant.Reference, facts, grant.Group.Lead, CancellationToken.None)));

    /// <summary>A finance officer verifies them, or finds that something does not fit.</summary>
    public static async Task VerifyBankAsync(this TestGrant grant, Actor finance, CheckOutcome outcome = CheckOutcome.Clear)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var bank = (await grant.FileAsync(finance)).Bank!;
        var found = new VerifyBank(bank.Id, outcome, "The name matches", true, outcome == CheckOutcome.Clear ? null : "The statement shows another name.");
        await grant.Database.With<BankKeeping>(banks => Walk.Must(banks.VerifyAsync(grant.Reference, found, finance, CancellationToken.None)));
    }

    /// <summary>Tries to release an instalment.</summary>
    public static Task<Outcome> TryReleaseAsync(this TestGrant grant, int number, Actor finance) =>
        grant.Database.With<Payments, Outcome>(payments => payments.ReleaseAsync(grant.Reference, number, finance, CancellationToken.None));

    /// <summary>Releases an instalment.</summary>
    public static Task ReleaseAsync(this TestGrant grant, int number, Actor finance) =>
        grant.Database.With<Payments>(payments => Walk.Must(payments.ReleaseAsync(grant.Reference, number, finance, CancellationToken.None)));

    /// <summary>Makes a payment file and gives its reference.</summary>
    public static async Task<string> MakeFileAsync(this Databases.TestDatabase database, Actor finance)
    {
        var made = await database.With<PaymentFiles, Outcome<MadeFile>>(files => files.MakeAsync(Guid.CreateVersion7(), finance, CancellationToken.None));
        return made.Succeeded ? made.Value.Reference : throw new InvalidOperationException(made.Refusals[0].Sentence);
    }

    /// <summary>Lets the time that a report is about be over.</summary>
    public static async Task TimeIsOverAsync(this TestGrant grant, int number)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var (id, today) = ((await grant.CaseAsync()).Id, grant.Database.Time.Today);
        await grant.Database.With<AppDbContext>(db => db.GrantReports.Where(r => r.CaseId == id && r.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.From, today.AddDays(-90)).SetProperty(r => r.Until, today)));
    }

    /// <summary>The lead contact sends a report that spends so much on each line.</summary>
    public static async Task SendReportAsync(this TestGrant grant, int number, params Money[] spent)
    {
        var input = await grant.ReportAsync(number, spent);
        await grant.Database.With<GrantReporting>(reports => Walk.Must(reports.SendAsync(grant.Reference, input, grant.Group.Lead, CancellationToken.None)));
    }

    /// <summary>A whole report that spends so much on each line.</summary>
    public static async Task<WriteReport> ReportAsync(this TestGrant grant, int number, params Money[] spent)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var report = (await grant.FileAsync(grant.Group.Lead)).Reports.Single(one => one.Number == number);
        var content = new ReportContent
        {
            Done = "Ten evenings were held, each with four tables of eight people.",
            Outcomes = [new OutcomeActual(1, 60, "Half-way.")],
            Spend = spent.Index().Select(one => new LineSpend(one.Index + 1, one.Item)).ToValueList(),
            Counts = [new PeopleCount("adults", 64), new PeopleCount("people who use a wheelchair", 3)],
            Lessons = "Ask the library first: it knows who eats alone, and whom to ask.",
            MayShare = true,
        };
        return new WriteReport(number, content, report.Version);
    }

    /// <summary>An officer accepts a report.</summary>
    public static async Task AcceptReportAsync(this TestGrant grant, int number, Actor officer)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var version = await grant.VersionAsync();
        await grant.Database.With<GrantReporting>(reports => Walk.Must(reports.AcceptAsync(grant.Reference, number, version, officer, CancellationToken.None)));
    }

    /// <summary>An officer tries the names against the lists again.</summary>
    public static Task ScreenAsync(this TestGrant grant, Actor officer) =>
        grant.Database.With<CheckRecording>(checks => Walk.Must(checks.ScreenAgainAsync(grant.Reference, officer, CancellationToken.None)));
}
