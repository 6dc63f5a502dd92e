using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Declarations;

/// <summary>T9: whoever stands behind an event signs and is looked up beside the hirer, and approval waits for both.</summary>
public abstract class CoSigningTests(TestDatabase database)
{
    private const string Email = "conductor@meresingers.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "T9"), Trait("Rule", "DEC"), Trait("Rule", "REG"), Trait("Rule", "S5")]
    public async Task RealOrganiser_ByMailedLink_SignsOnceAndApprovalWaitsForBoth()
    {
        var (officer, approver) = (await OfficerAsync(Roles.FacilitiesOfficer), await OfficerAsync(Roles.FacilitiesApprover));
        var hire = await ForOthers().CheckingAsync(database, officer);
        await hire.RecordAsync(CheckCode.REG, CheckOutcome.Clear, officer);
        await hire.RecordAsync(CheckCode.REF, CheckOutcome.Clear, officer);
        (await UnsettledAsync(hire, officer)).ShouldBe(["Organiser DEC", "Organiser REG"], "the hirer's own are settled");
        (await ApproveAsync(hire, approver)).Succeeded.ShouldBeFalse();

        var secret = await SecretAsync();
        var view = await database.With<CoSigning, Outcome<CoSignView>>(c => c.FindAsync(secret, Token));
        view.Value.Organiser.Who.ShouldBe("Mere Singers");
        (await SignAsync(secret, agrees: null)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Agrees");
        (await SignAsync(secret, agrees: true)).Refusals.ShouldBeEmpty();
        (await SignAsync(secret, agrees: true)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(CoSigning.LinkCode);
        (await UnsettledAsync(hire, officer)).ShouldBe(["Organiser REG"]);

        await RecordOrganiserAsync(hire, officer);
        (await UnsettledAsync(hire, officer)).ShouldBeEmpty();
        var recommendation = new Recommend(false, null, new string('x', 60), await hire.VersionAsync());
        (await database.With<Recommendations, Outcome>(r => r.RecommendAsync(hire.Reference, recommendation, officer, Token))).Refusals.ShouldBeEmpty();
        await hire.StateNoInterestAsync(approver);
        (await ApproveAsync(hire, approver)).Refusals.ShouldBeEmpty();
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);
        var id = (await hire.CaseAsync()).Id;
        await database.With<AppDbContext>(async db =>
        {
            (await db.SignedDeclarations.Where(d => d.CaseId == id).Select(d => d.Organiser).ToListAsync(Token)).ShouldBe([null, "Mere Singers"], ignoreOrder: true);
            var relied = (await db.Decisions.SingleAsync(d => d.CaseId == id && d.Kind == DecisionKind.Approve, Token)).CheckRecordIds;
            (await db.CheckRecords.CountAsync(r => relied.Contains(r.Id) && r.Subject == CheckSubject.RealOrganiser, Token)).ShouldBe(2);
            var entry = await db.AuditEntries.SingleAsync(e => e.CaseId == id && e.Action == "Declaration.CoSign" && !e.WasRefused, Token);
            (entry.ActorId, entry.ActorRoles).ShouldBe((Guid.Empty, "None"));
        });
        // What was recorded of the organiser counts for that case only
        var next = await A.Hire().By(hire.Group).On("2026-04-24", "19:00-21:00").Answering(Others).SubmittedAsync(database);
        (await UnsettledAsync(next, officer)).ShouldContain("Organiser REG");
    }

    [Fact]
    [Trait("Rule", "T9")]
    public async Task RealOrganiser_WrongDetailsOrNo_IsAReferAndNeverARefusal()
    {
        var officer = await OfficerAsync(Roles.FacilitiesOfficer);
        var hire = await ForOthers().CheckingAsync(database, officer);
        var answer = new CoSign(false, true, "Ida Cole", "Chair", DeclarationText.V1.Hash, "We know nothing of this concert.");
        var secret = await SecretAsync();
        (await database.With<CoSigning, Outcome>(c => c.SignAsync(secret, answer, Token))).Refusals.ShouldBeEmpty();

        (await hire.StateAsync()).ShouldBe(CaseState.Referred);
        var paper = new PaperSignature(CheckParty.Organiser, "Ida Cole", "Chair", new DateOnly(2026, 1, 6), SawOriginal: true);
        (await database.With<PaperSignatures, Outcome>(p => p.RecordAsync(hire.Reference, paper, officer, Token))).Refusals.ShouldBeEmpty();
        (await UnsettledAsync(hire, officer)).ShouldNotContain("Organiser DEC", "a signature on paper, seen by an officer, replaces it");
    }

    [Fact]
    [Trait("Rule", "T9")]
    public async Task Link_ReplacedOrTooOld_NoLongerWorks()
    {
        var hire = await ForOthers().SubmittedAsync(database);
        var first = await SecretAsync();
        (await database.With<CoSigning, Outcome>(c => c.AskAsync(hire.Reference, hire.Group.Lead, Token))).Refusals.ShouldBeEmpty();
        var second = await SecretAsync();

        (await database.With<CoSigning, Outcome<CoSignView>>(c => c.FindAsync(first, Token))).IsNotFound.ShouldBeTrue();
        (await database.With<CoSigning, Outcome<CoSignView>>(c => c.FindAsync(second, Token))).Succeeded.ShouldBeTrue();
        await database.With<AppDbContext>(async db =>
        {
            var request = await db.CoSignRequests.SingleAsync(r => r.ClosedUtc == null && r.Email == Email && db.Cases.Any(c => c.Id == r.CaseId && c.Reference == hire.Reference), Token);
            request.IsOpen(request.ExpiresUtc.AddTicks(-1)).ShouldBeTrue();
            request.IsOpen(request.ExpiresUtc).ShouldBeFalse();
            (request.ExpiresUtc - request.CreatedUtc).ShouldBe(TimeSpan.FromDays(14));
        });
        (await database.With<CoSigning, Outcome>(async c => await c.AskAsync(hire.Reference, await A.Person().AddAsync(database), Token))).IsNotFound.ShouldBeTrue();
    }

    private static HireBuilder ForOthers() => A.Hire().Answering(Others);

    private static HireAnswers Others(HireAnswers a) => a with
    {
        OnBehalf = new()
        {
            ForAnother = true,
            SubLetting = false,
            Who = "Mere Singers",
            Role = "They give the concert",
            Address = "1 Quay",
            IsPerson = false,
            OfficeHolders = ["Ida Cole", "Max Berg"],
            ContactName = "Ida Cole",
            Email = Email,
            Phone = "01632 960124",
        },
    };

    private Task<Actor> OfficerAsync(Roles role) => A.Person().Staff(role).AddAsync(database);

    private Task<string> SecretAsync() => database.With<AppDbContext, string>(async db =>
        (await db.OutboxMessages.Where(m => m.To == Email).OrderBy(m => m.Id).Select(m => m.Text).LastAsync(Token)).Split("/co-sign/")[1].Split('\n')[0].Trim());

    private Task<Outcome> SignAsync(string secret, bool? agrees) => database.With<CoSigning, Outcome>(c =>
        c.SignAsync(secret, new CoSign(true, agrees, "Ida Cole", "Chair", DeclarationText.V1.Hash, null), Token));

    private async Task RecordOrganiserAsync(TestHire hire, Actor officer)
    {
        var evidence = CheckRules.For(CheckCode.REG).Evidence.ToDictionary(field => field.Name, field => field.Kind == EvidenceKind.YesNo ? "Yes" : "Register of charities");
        var input = new RecordCheck(CheckCode.REG, CheckOutcome.Clear, evidence, null, null, await hire.VersionAsync(), CheckParty.Organiser);
        (await database.With<CheckRecording, Outcome>(c => c.RecordAsync(hire.Reference, input, officer, Token))).Refusals.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> UnsettledAsync(TestHire hire, Actor officer) =>
        await database.With<CaseFiles, IReadOnlyList<string>>(async files =>
            [.. (await files.LoadAsync(hire.Reference, officer, Token))!.Standings().Where(s => !s.IsSettled && s.Party == CheckParty.Organiser).Select(s => $"{s.Party} {s.Code}")]);

    private async Task<Outcome> ApproveAsync(TestHire hire, Actor officer)
    {
        var approval = new Approve(new string('x', 60), [], NoProhibitedReason: true, await hire.VersionAsync());
        return await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, approval, officer, Token));
    }
}

public class SqliteCoSigningTests(SqliteDatabase database) : CoSigningTests(database), IClassFixture<SqliteDatabase>;

public class PostgresCoSigningTests(PostgresDatabase database) : CoSigningTests(database), IClassFixture<PostgresDatabase>;
