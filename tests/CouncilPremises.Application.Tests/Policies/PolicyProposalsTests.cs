using CouncilPremises.Application.Database;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Policies;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Policies;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Policies;

/// <summary>◆ settings change with two administrators, a day and a log entry; texts with their legal approval.</summary>
public abstract class PolicyProposalsTests(TestDatabase database)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_ProposedAndAgreedByAnother_RuleFromTheirDay()
    {
        var first = await A.Person().Named("Ada One").Staff(Roles.Administrator).AddAsync(database);
        var second = await A.Person().Named("Ben Two").Staff(Roles.Administrator).AddAsync(database);
        var officer = await A.Person().Staff(Roles.FacilitiesOfficer).AddAsync(database);
        var day = database.Time.Today.AddDays(30);
        var change = new Dictionary<string, string?> { [nameof(Policy.TriageWorkingDays)] = "3", [nameof(Policy.InsuranceMinimum)] = "£10,000,000" };

        Codes(await ProposeAsync(change, day, "Fewer officers this winter", officer)).ShouldBe(["Permission"]);
        Codes(await ProposeAsync(new Dictionary<string, string?> { [nameof(Policy.TriageWorkingDays)] = "2" }, day, "No change at all", first)).ShouldBe(["Setting"]);
        Codes(await ProposeAsync(new Dictionary<string, string?> { [nameof(Policy.TriageWorkingDays)] = "many" }, database.Time.Today.AddDays(-1), "short", first))
            .ShouldBe(["Setting", "Effective", "Reason"]);
        Codes(await ProposeAsync(new Dictionary<string, string?> { [nameof(Policy.LeadTimeEnhancedWorkingDays)] = "5" }, day, "This contradicts", first)).ShouldBe(["Setting"]);
        (await ProposeAsync(change, day, "Fewer officers this winter", first)).Succeeded.ShouldBeTrue();
        Codes(await ProposeAsync(change, day, "A second one meanwhile", second)).ShouldBe([Refusal.ChangedCode]);

        var open = (await With(proposals => proposals.ViewAsync(Cancellation))).Open!;
        open.Changes.ShouldBe([new SettingChange("Least public liability cover", "£5,000,000", "£10,000,000"), new SettingChange("First look at an application within", "2 working days", "3 working days")]);
        Codes(await With(proposals => proposals.AgreeAsync(open.Id, first, Cancellation))).ShouldBe(["FourEyes"]);
        (await LoggedAsync("Settings.Agree", wasRefused: true)).ShouldBe(1);
        (await With(proposals => proposals.AgreeAsync(open.Id, second, Cancellation))).Succeeded.ShouldBeTrue();
        Codes(await With(proposals => proposals.CloseAsync(open.Id, first, Cancellation))).ShouldBe([Refusal.ChangedCode]);

        (await InForceAsync(day.AddDays(-1))).ShouldBe(Policy.Default);
        var policy = await InForceAsync(day);
        (policy.Number, policy.TriageWorkingDays, policy.InsuranceMinimum).ShouldBe((2, 3, Money.Pounds(10_000_000)));
        var view = await With(proposals => proposals.ViewAsync(Cancellation));
        view.Open.ShouldBeNull();
        view.Coming.ShouldHaveSingleItem().SettledBy.ShouldBe("Ben Two");
        (await LoggedAsync("Settings.Propose", wasRefused: false)).ShouldBe(1);
    }

    [Fact]
    public void Catalogue_EverySetting_ReadsWhatItWrites()
    {
        foreach (var setting in PolicySetting.All)
        {
            typeof(Policy).GetProperty(setting.Name).ShouldNotBeNull();
            var other = setting.Kind == SettingKind.Band ? "Strong" : setting.Of(Policy.Default) == $"{setting.Least}" ? $"{setting.Most}" : $"{setting.Least}";
            var changed = setting.With(Policy.Default, other).Value;
            setting.Of(changed).ShouldBe(other);
            PolicySetting.All.Where(one => one.Of(changed) != one.Of(Policy.Default)).Select(one => one.Name).ShouldBe([setting.Name]);
        }
    }

    [Fact, Trait("Rule", "DEC")]
    public async Task Declaration_NewText_IsSignedFromItsDayOn()
    {
        var administrator = await A.Person().Staff(Roles.Administrator).AddAsync(database);
        (await Texts(texts => texts.IsApprovedAsync(Cancellation))).ShouldBeFalse();
        var today = database.Time.Today;
        Codes(await Texts(texts => texts.AddAsync(new AddDeclaration("short", today.AddDays(-1), "", today.AddDays(1)), administrator, Cancellation))).ShouldBe(["DEC", "DEC", "DEC", "DEC"]);
        (await Texts(texts => texts.AddAsync(new AddDeclaration(DeclarationText.V1.Template, today, "R. Shaw, solicitor", today.AddDays(-3)), administrator, Cancellation))).Succeeded.ShouldBeTrue();
        (await Texts(texts => texts.CurrentAsync(Cancellation))).ShouldBe(DeclarationText.V1);
        (await Texts(texts => texts.IsApprovedAsync(Cancellation))).ShouldBeTrue();

        var next = DeclarationText.V1.Template + "\n8. We will leave rooms as we find them.";
        (await Texts(texts => texts.AddAsync(new AddDeclaration(next, today.AddDays(10), "R. Shaw, solicitor", today), administrator, Cancellation))).Succeeded.ShouldBeTrue();
        (await Texts(texts => texts.CurrentAsync(Cancellation))).Version.ShouldBe(1);
        database.Clock.Advance(TimeSpan.FromDays(10));
        var current = await Texts(texts => texts.CurrentAsync(Cancellation));
        (current.Version, current.Points.Count).ShouldBe((2, 8));
        current.Points[7].ShouldBe("We will leave rooms as we find them.");
    }

    private Task<Outcome> ProposeAsync(Dictionary<string, string?> values, DateOnly day, string reason, Actor actor) =>
        With(proposals => proposals.ProposeAsync(new ProposeSettings(1, values, day, reason), actor, Cancellation));

    private Task<T> With<T>(Func<PolicyProposals, Task<T>> work) => database.With(work);

    private Task<T> Texts<T>(Func<DeclarationTexts, Task<T>> work) => database.With(work);

    private Task<Policy> InForceAsync(DateOnly day) => database.With<PolicySource, Policy>(policies => policies.InForceAsync(day, Cancellation));

    private Task<int> LoggedAsync(string action, bool wasRefused) => database.With<AppDbContext, int>(db =>
        db.AuditEntries.CountAsync(entry => entry.Action == action && entry.WasRefused == wasRefused, Cancellation));

    private static IEnumerable<string> Codes(Outcome outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}

public class SqlitePolicyProposalsTests(SqliteDatabase database) : PolicyProposalsTests(database), IClassFixture<SqliteDatabase>;

public class PostgresPolicyProposalsTests(PostgresDatabase database) : PolicyProposalsTests(database), IClassFixture<PostgresDatabase>;
