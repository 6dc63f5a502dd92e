using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Policies;
using Shouldly;
using Xunit;

namespace CouncilPremises.Domain.Tests.Checks;

[Trait("Rule", "Checks")]
public class CheckStandingTests
{
    private static readonly Guid Group = Guid.CreateVersion7();
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DbsNeed Ada = new("Ada Lee", DbsRole.ChildrenSometimes, false);

    private static CheckRecord Record(CheckOutcome outcome, DateOnly? until = null, bool agreed = false, int minutes = 0, CheckCode code = CheckCode.EVT)
    {
        var record = new CheckRecord(Guid.CreateVersion7(), code, new CheckTarget(CheckSubject.Case, Group, Group), new CheckFinding(outcome, new Dictionary<string, string>(), until), Group, Now.AddMinutes(minutes));
        if (agreed)
            record.Agree(Guid.CreateVersion7(), Now);
        return record;
    }

    private static Waiver Waiver(bool agreed = true, int days = 0)
    {
        var waiver = new Waiver(Guid.CreateVersion7(), Group, CheckCode.EVT, "A plan of last year is enough.", A.Today.AddDays(days), Group, Now);
        if (agreed)
            waiver.Agree(Guid.CreateVersion7(), Now);
        return waiver;
    }

    private static StandingKind Kind(CheckRecord[] records, params Waiver[] waivers) => CheckStanding.Of(CheckCode.EVT, records, waivers, A.Today).Kind;

    [Fact, Trait("Rule", "EVT")]
    public void Of_AgreedWaiver_CoversMissingAndExpiredOnly()
    {
        Kind([], Waiver()).ShouldBe(StandingKind.Waived);
        Kind([Record(CheckOutcome.Clear, A.Today.AddDays(-1))], Waiver()).ShouldBe(StandingKind.Waived);
        Kind([Record(CheckOutcome.Clear)], Waiver()).ShouldBe(StandingKind.Clear);
        Kind([Record(CheckOutcome.Refer)], Waiver()).ShouldBe(StandingKind.ReferOpen);
        Kind([Record(CheckOutcome.Fail)], Waiver()).ShouldBe(StandingKind.FailProposed);
        Kind([Record(CheckOutcome.Fail, agreed: true)], Waiver()).ShouldBe(StandingKind.Failed);
    }

    [Fact]
    public void Of_WaiverNotAgreedOrOver_DoesNotCount()
    {
        Kind([], Waiver(agreed: false)).ShouldBe(StandingKind.Missing);
        Kind([], Waiver(days: -1)).ShouldBe(StandingKind.Missing);
    }

    [Fact]
    public void Of_SeveralRecords_TheNewestCounts() =>
        Kind([Record(CheckOutcome.Clear, minutes: 5), Record(CheckOutcome.Fail, agreed: true)]).ShouldBe(StandingKind.Clear);

    [Theory]
    [InlineData(-1, StandingKind.Expired)]
    [InlineData(0, StandingKind.Clear)]
    public void Of_LastDay_StillCounts(int days, StandingKind kind) => Kind([Record(CheckOutcome.Clear, A.Today.AddDays(days))]).ShouldBe(kind);

    private static CheckStanding Dbs(CheckRecord[] own, DbsNeed[] needs, params DbsConfirmation[] confirmations) =>
        DbsStanding.Of(CheckStanding.Of(CheckCode.DBS, own, [], A.Today), needs, confirmations, A.Today, Policy.Default);

    private static DbsConfirmation Confirmation(
        string name = "ada  LEE", DbsRole role = DbsRole.ChildrenSometimes, DbsLevel level = DbsLevel.Enhanced, BarredLists lists = BarredLists.None,
        string issued = "2026-02-02", DbsMethod method = DbsMethod.GroupConfirmation, bool confirmed = true, int minutes = 0) =>
        new(Guid.CreateVersion7(), Group, new DbsFacts(name, role, level, DbsWorkforce.Child, lists, "••••••••7890", DateOnly.Parse(issued), method, confirmed), Group, Now.AddMinutes(minutes));

    [Fact, Trait("Rule", "DBS")]
    public void Dbs_EveryPersonConfirmed_IsClearWithoutAnOfficer()
    {
        var found = Confirmation();
        var standing = Dbs([], [Ada], found);
        (standing.Kind, standing.ValidUntil).ShouldBe((StandingKind.Clear, new DateOnly(2029, 2, 2)));
        standing.ConfirmationIds.ShouldBe([found.Id]);
    }

    [Fact, Trait("Rule", "DBS")]
    public void Dbs_AnotherPersonRoleLevelOrNo_IsMissing()
    {
        Dbs([], [Ada]).Kind.ShouldBe(StandingKind.Missing);
        Dbs([], [Ada, Ada with { PersonName = "Ben Oak" }], Confirmation()).Kind.ShouldBe(StandingKind.Missing);
        Dbs([], [Ada], Confirmation(role: DbsRole.AdultsAtRisk)).Kind.ShouldBe(StandingKind.Missing);
        Dbs([], [Ada with { Role = DbsRole.ChildrenOften }], Confirmation(role: DbsRole.ChildrenOften)).Kind.ShouldBe(StandingKind.Missing);
        Dbs([], [Ada], Confirmation(confirmed: false)).Kind.ShouldBe(StandingKind.Missing);
        Dbs([], [Ada], Confirmation(), Confirmation(confirmed: false, minutes: 5)).Kind.ShouldBe(StandingKind.Missing);
    }

    [Fact, Trait("Rule", "DBS")]
    public void Dbs_RoleEnded_NoLongerCounts()
    {
        var left = Confirmation();
        left.EndRole(A.Today.AddDays(-1));
        Dbs([], [Ada], left).Kind.ShouldBe(StandingKind.Missing);
    }

    [Theory, Trait("Rule", "DBS")]
    [InlineData("2023-03-02", DbsMethod.GroupConfirmation, StandingKind.Clear)]
    [InlineData("2023-03-01", DbsMethod.GroupConfirmation, StandingKind.Expired)]
    [InlineData("2015-03-01", DbsMethod.UpdateService, StandingKind.Clear)] // counted from the answer, not from issue
    public void Dbs_Age_FollowsThePolicy(string issued, DbsMethod method, StandingKind kind) =>
        Dbs([], [Ada], Confirmation(issued: issued, method: method)).Kind.ShouldBe(kind);

    [Fact, Trait("Rule", "DBS")]
    public void Dbs_OfficersOwnRecord_CountsAndItsReferStands()
    {
        Dbs([Record(CheckOutcome.Clear, code: CheckCode.DBS)], [Ada]).Kind.ShouldBe(StandingKind.Clear);
        Dbs([Record(CheckOutcome.Refer, code: CheckCode.DBS)], [Ada], Confirmation()).Kind.ShouldBe(StandingKind.ReferOpen);
        Dbs([Record(CheckOutcome.Fail, agreed: true, code: CheckCode.DBS)], [Ada], Confirmation()).Kind.ShouldBe(StandingKind.Failed);
    }

    [Fact, Trait("Rule", "DBS")]
    public void Needs_SpeakersAndStewards_AreNotAsked() =>
        DbsStanding.Needs(new PeopleAtRiskAnswers
        {
            Care = CareKind.GroupsCare,
            Roles = [new() { Name = "Ada Lee", Role = DbsRole.ChildrenSometimes }, new() { Name = "Sid", Role = DbsRole.NoCheck }],
        }, A.Today).ShouldBe([Ada]);
}
