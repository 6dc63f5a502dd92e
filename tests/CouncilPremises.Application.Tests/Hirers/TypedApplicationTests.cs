using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.Organisations;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Hirers;

/// <summary>Applications that officers type for a caller or from paper: recorded, signed on paper, posted, and S4 kept.</summary>
public abstract class TypedApplicationTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "S4"), Trait("Rule", "S5"), Trait("Rule", "DEC"), Trait("Rule", "N1")]
    public async Task Caller_WithoutEmail_IsBooked_TheTypistChecksAndAColleagueDecides()
    {
        var (typist, colleague) = (await OfficerAsync(), await OfficerAsync());
        var hire = await Typed(await CallerAsync("Edith Crane", typist), typist).SubmittedAsync(database);
        (await hire.StateAsync()).ShouldBe(CaseState.Submitted);
        var letter = await database.With<AppDbContext, OutboxMessage>(db => db.OutboxMessages.SingleAsync(m => m.ThreadKey == hire.Reference, Token));
        (letter.Notice, letter.To, letter.PostTo).ShouldBe((NoticeCode.N1, "", "Edith Crane\n5 Mill Lane\nFernley FN1 2AB"));
        await database.With<OutboxDispatch, int>(d => d.SendDueAsync(Token));
        (await database.With<AppDbContext, DateTime?>(db => db.OutboxMessages.Where(m => m.Id == letter.Id).Select(m => m.SentUtc).SingleAsync(Token))).ShouldBeNull("a letter to post is not mailed");

        await hire.StateNoInterestAsync(typist);
        await hire.RecordAsync(CheckCode.REG, CheckOutcome.Clear, typist);
        (await SignOnPaperAsync(hire, new DateOnly(2026, 1, 7), typist)).Refusals.ShouldHaveSingleItem().Sentence.ShouldBe("The date beside the signature cannot be in the future.");
        (await SignOnPaperAsync(hire, new DateOnly(2026, 1, 5), typist)).Refusals.ShouldBeEmpty();
        (await hire.StateAsync()).ShouldBe(CaseState.ReadyForDecision);

        (await ApproveAsync(hire, typist)).Refusals.ShouldContain(r => r.Code == "S4");
        await ShouldBeLoggedAsync(hire, "Decision.Approve", typist);
        await hire.StateNoInterestAsync(colleague);
        (await ApproveAsync(hire, colleague)).Refusals.ShouldBeEmpty();
        (await hire.StateAsync()).ShouldBe(CaseState.Confirmed);

        var signed = await database.With<AppDbContext, SignedDeclaration>(db => db.SignedDeclarations.SingleAsync(d => d.OrganisationId == hire.Group.Organisation.Id, Token));
        (signed.PaperSignedOn, signed.SeenById, signed.SignatoryName).ShouldBe((new DateOnly(2026, 1, 5), typist.Id, "Edith Crane"));
        (await database.With<PostedLetters, Outcome>(p => p.PostedAsync(letter.Id, typist, Token))).Succeeded.ShouldBeTrue();
        var page = await database.With<SentMessages, MessagePage>(m => m.ListAsync(new MessageFilter(hire.Reference, Delivery.Posted, 1), colleague, Token));
        page.Rows.ShouldHaveSingleItem().Id.ShouldBe(letter.Id);
    }

    [Fact]
    [Trait("Rule", "S4"), Trait("Rule", "S3"), Trait("Rule", "S5")]
    public async Task Separation_HelpersAndStrangers_AreRefusedAndLogged()
    {
        var (typist, helper, stranger) = (await OfficerAsync(), await OfficerAsync(), await OfficerAsync());
        var hire = await Typed(await CallerAsync("Rose Abel", typist), typist).SubmittedAsync(database);
        await hire.StateNoInterestAsync(typist);
        await hire.StateNoInterestAsync(helper);
        (await database.With<TypedApplications, Outcome>(t => t.DeclareHelpAsync(hire.Reference, helper, Token))).Succeeded.ShouldBeTrue();

        // Whoever helped to write handles nothing
        var reg = new RecordCheck(CheckCode.REG, CheckOutcome.Clear, new Dictionary<string, string> { ["NameSeen"] = "Yes", ["AddressSeen"] = "Yes", ["SeenOn"] = "2026-01-06" }, null, null, await hire.VersionAsync());
        (await database.With<CheckRecording, Outcome>(c => c.RecordAsync(hire.Reference, reg, helper, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S4");
        await ShouldBeLoggedAsync(hire, "Check.Record", helper);

        // Nobody acts for the hirer, nor records a signature, before their own statement
        (await database.With<HireEndings, Outcome>(async e => await e.WithdrawAsync(hire.Reference, await hire.VersionAsync(), stranger, Token))).Succeeded.ShouldBeFalse();
        await ShouldBeLoggedAsync(hire, "Hire.Withdraw", stranger);
        (await SignOnPaperAsync(hire, new DateOnly(2026, 1, 5), stranger)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");
        await ShouldBeLoggedAsync(hire, "Declaration.RecordPaper", stranger);

        // With an interest, a colleague types
        var interested = await database.With<TypedApplications, Outcome<string>>(t =>
            t.StartAsync(hire.Group.Organisation.Id, new StartTyped(HeardBy.Paper, HelpKind.Typed, HasInterest: true), stranger, Token));
        interested.Refusals.ShouldHaveSingleItem().Code.ShouldBe("S3");

        // Nobody signs here in the hirer's name
        var signature = new SignDeclaration(true, "Rose Abel", "", DeclarationText.V1.Hash);
        (await database.With<DeclarationSigning, Outcome>(s => s.SignAsync(hire.Reference, signature, typist, Token))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role");
    }

    [Fact]
    [Trait("Rule", "S4"), Trait("Rule", "G12")]
    public async Task Grant_TypedForAGroup_IsSentByTheTypistAndBoundByTheGroupAlone()
    {
        var team = await GrantTeam.AddAsync(database);
        var round = await A.Round().AddAsync(database);
        var start = new StartTyped(HeardBy.Telephone, HelpKind.Typed, HasInterest: false, round.Round.Slug);
        (await StartAsync((await A.Group().AddAsync(database)).Organisation.Id, start, await OfficerAsync())).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Role", "facilities do not type grants");
        (await StartAsync((await A.Group().Individual().AddAsync(database)).Organisation.Id, start, team.Officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("G1");
        (await StartAsync((await A.Group().AddAsync(database)).Organisation.Id, start with { Round = "no-such-round" }, team.Officer)).IsNotFound.ShouldBeTrue();

        var caller = await A.Group().WithThreeOfficeHolders().AddAsync(database);
        var posts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StartAsync(caller.Organisation.Id, start, team.Officer)));
        posts.Where(one => one.Succeeded).Select(one => one.Value).Distinct().ShouldHaveSingleItem("repeated posts begin one application");
        var own = await A.Grant().In(round).DraftAsync(database);
        (await StartAsync(own.Group.Organisation.Id, start, team.Officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("Begun");

        var grant = await A.Grant().In(round).TypedBy(team.Officer).OfferedAsync(database, team with { Officer = team.Second, Second = team.Third });
        (await grant.CaseAsync()).IsTyped.ShouldBeTrue();
        var accept = new AcceptAgreement(true, AgreementText.V1.Hash, await grant.VersionAsync());
        (await database.With<AwardOffers, Outcome>(o => o.AcceptAsync(grant.Reference, accept, team.Officer, Token))).Refusals.ShouldNotBeEmpty("whoever types for a group does not bind it");
        (await database.With<AwardOffers, Outcome>(o => o.AcceptAsync(grant.Reference, accept, grant.Group.Lead, Token))).Refusals.ShouldBeEmpty();
    }

    private Task<Outcome<string>> StartAsync(Guid organisation, StartTyped start, Actor actor) =>
        database.With<TypedApplications, Outcome<string>>(typed => typed.StartAsync(organisation, start, actor, Token));

    [Fact]
    [Trait("Rule", "S4")]
    public async Task Withdraw_ByAnOfficerWhoOnlySpokeForTheHirer_CountsAsTyping()
    {
        var (typist, second) = (await OfficerAsync(), await OfficerAsync());
        var hire = await Typed(await CallerAsync("Ivy Lamb", typist), typist).SubmittedAsync(database);
        await hire.StateNoInterestAsync(second);

        (await database.With<HireEndings, Outcome>(async e => await e.WithdrawAsync(hire.Reference, await hire.VersionAsync(), second, Token))).Refusals.ShouldBeEmpty();

        var id = (await hire.CaseAsync()).Id;
        (await database.With<AppDbContext, List<Guid>>(db => db.CaseHelps.Where(h => h.CaseId == id && h.Kind == HelpKind.Typed).Select(h => h.OfficerId).ToListAsync(Token)))
            .ShouldBe([typist.Id, second.Id], ignoreOrder: true);
    }

    [Fact]
    [Trait("Rule", "B2")]
    public async Task Hirer_WhoGivesAnEmailLater_TakesOverWhatWasTyped()
    {
        var typist = await OfficerAsync();
        var caller = await CallerAsync("Walter Hind", typist);
        var hire = await Typed(caller, typist).SubmittedAsync(database);
        (await InviteAsync(caller, "nonsense", typist)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Email");
        (await InviteAsync(caller, "walter@hind.example", typist)).Succeeded.ShouldBeTrue();

        var text = await database.With<AppDbContext, string>(db => db.OutboxMessages.Where(m => m.To == "walter@hind.example").Select(m => m.Text).SingleAsync(Token));
        var secret = text.Split("/invitations/")[1].Split('\n')[0].Trim();
        var accepted = await database.With<Invitations, Outcome<SignedIn>>(i => i.AcceptAsNewAsync(secret, "Walter Hind", "seven geese by the mill", Token));
        accepted.Succeeded.ShouldBeTrue();
        var file = await database.With<CaseFiles, CaseFile?>(files => files.LoadAsync(hire.Reference, accepted.Value.Actor, Token));
        file!.GroupRoles(accepted.Value.Actor).ShouldBe(Roles.AnyGroupRole);
        (await InviteAsync(caller, "thief@hind.example", typist)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("HasLead");
    }

    private Task<Outcome> InviteAsync(TestGroup caller, string email, Actor officer) =>
        database.With<HirerEntries, Outcome>(h => h.InviteAsync(caller.Organisation.Id, email, officer, Token));

    private static HireBuilder Typed(TestGroup caller, Actor typist) => A.Hire().By(caller).TypedBy(typist)
        .Answering(a => a with { Contact = new() { Name = caller.Organisation.Name, NoEmail = true, Phone = "01632 960123", Over18 = true } });

    private Task<Actor> OfficerAsync() => A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);

    private async Task<TestGroup> CallerAsync(string name, Actor officer)
    {
        var facts = new OrganisationFacts(OrganisationType.Individual, name, [], null, null, "5 Mill Lane\nFernley FN1 2AB", []);
        var id = (await database.With<OrganisationRegistrations, Outcome<Guid>>(r => r.EnterAsync(HirerKind.Individual, facts, officer, Token))).Value;
        return new TestGroup(await database.With<AppDbContext, Organisation>(db => db.Organisations.SingleAsync(o => o.Id == id, Token)), officer);
    }

    private Task<Outcome> SignOnPaperAsync(TestHire hire, DateOnly signedOn, Actor officer) => database.With<PaperSignatures, Outcome>(p =>
        p.RecordAsync(hire.Reference, new PaperSignature(CheckParty.Hirer, hire.Group.Organisation.Name, null, signedOn, SawOriginal: true), officer, Token));

    private async Task<Outcome> ApproveAsync(TestHire hire, Actor officer)
    {
        var approval = new Approve(null, [], NoProhibitedReason: true, await hire.VersionAsync());
        return await database.With<Approvals, Outcome>(a => a.ApproveAsync(hire.Reference, approval, officer, Token));
    }

    private async Task ShouldBeLoggedAsync(TestHire hire, string action, Actor actor)
    {
        var id = (await hire.CaseAsync()).Id;
        (await database.With<AppDbContext, int>(db => db.AuditEntries.CountAsync(e => e.CaseId == id && e.WasRefused && e.Action == action && e.ActorId == actor.Id, Token))).ShouldBe(1);
    }
}

public class SqliteTypedApplicationTests(SqliteDatabase database) : TypedApplicationTests(database), IClassFixture<SqliteDatabase>;

public class PostgresTypedApplicationTests(PostgresDatabase database) : TypedApplicationTests(database), IClassFixture<PostgresDatabase>;
