using Shouldly;
using Xunit;

namespace CouncilPremises.Screening.Tests;

[Trait("Rule", "XREF")]
public class NameComparerTests
{
    [Theory]
    [InlineData("Ismail Haniya", "ISMAIL HANIYA")]
    [InlineData("Haniya, Ismail", "ISMAIL HANIYA")]
    [InlineData("Esmail Haniyeh", "ISMAIL HANIYA")]
    [InlineData("إسماعيل هنية", "ISMAIL HANIYA")]
    [InlineData("Сергей Чемезов", "Sergei Viktorovich CHEMEZOV")]
    [InlineData("J A Harbottle", "JOSEPHINE ANNE HARBOTTLE")]
    [InlineData("Rev. Josephine Harbottle", "JOSEPHINE HARBOTTLE")]
    [InlineData("Josephine Harbotle", "JOSEPHINE HARBOTTLE")]
    [InlineData("Jo Harbottle", "JOSEPHINE HARBOTTLE")]
    [InlineData("Josephine Harbottle", "JOSEPHINE ANNE HARBOTTLE")]
    [InlineData("Abdel Fattah Abu Zayd", "ABDELFATTAH ABUZAYD")]
    [InlineData("J\u200Bosephine Harb\u043Ettle", "JOSEPHINE HARBOTTLE")]
    public void Compare_SamePerson_Alerts(string name, string listed) =>
        Compare(name, listed, NameKind.Person).Band.ShouldBeOneOf(MatchBand.Strong, MatchBand.Possible);

    [Theory]
    [InlineData("Ahmed Mohammed", "AHMED OMAR DIRIYE")]
    [InlineData("Asif Ali", "ARIF ALI")]
    [InlineData("Abdul Rehman", "ZAKI-UR-REHMAN LAKHVI")]
    [InlineData("Amir Khan", "AMIR KHAN MUTTAQI")]
    [InlineData("Alexander Petrov", "ALEXANDRA PETROVA")]
    [InlineData("K. Harbottle", "JOSEPHINE HARBOTTLE")]
    [InlineData("Oleg Vladimirovich Smirnov", "Oleg Vladimirovich DERIPASKA")]
    [InlineData("Sergey Ivanevich Lavrov", "Sergey Viktorovich LAVROV")]
    [InlineData("J Smith", "JOHN SMITH")]
    [InlineData("Kuldip Singh", "KULBIR SINGH")]
    public void Compare_AnotherPerson_DoesNotAlert(string name, string listed) =>
        Compare(name, listed, NameKind.Person).Band.ShouldBe(MatchBand.None);

    [Theory]
    [InlineData("Al-Quaeda", "AL-QA'IDA")]
    [InlineData("Greenlane Growers CIC", "GREENLANE GROWERS COMMUNITY INTEREST COMPANY")]
    [InlineData("Marlpool & Loscoe History Group", "MARLPOOL AND LOSCOE HISTORY GROUP (CIO)")]
    [InlineData("St Cuthberts PCC", "SAINT CUTHBERT'S PCC")]
    [InlineData("2nd Whitby Guides", "SECOND WHITBY GUIDES")]
    [InlineData("Brigade Forty-Four", "Brigade 44")]
    [InlineData("PIJ", "PALESTINIAN ISLAMIC JIHAD")]
    [InlineData("Quiet Corner t/a Red Hand Defenders", "RED HAND DEFENDERS")]
    [InlineData("SiemensAG", "Siemens AG")]
    [InlineData("Lashkar i Jhanvgi", "LASHKAR I JHANGVI")]
    public void Compare_SameBody_Alerts(string name, string listed) =>
        Compare(name, listed, NameKind.Organisation).Band.ShouldBeOneOf(MatchBand.Strong, MatchBand.Possible);

    [Theory]
    [InlineData("1st Whitby Guides", "2ND WHITBY GUIDES")]
    [InlineData("Hatfield Steel Band", "SHEFFIELD STEEL BAND")]
    [InlineData("Greenlane Growers CIC", "GREENLANE GROCERS CIC")]
    [InlineData("Shabaab Cricket Academy", "AL-SHABAAB")]
    [InlineData("Islamic Relief Volunteers Bolton", "ISLAMIC ARMY OF ADEN")]
    [InlineData("LVF Ladies Volleyball Federation", "LOYALIST VOLUNTEER FORCE (LVF)")]
    [InlineData("Joint Stock Company", "NOVATEK JSC")]
    [InlineData("ANO Iskusstvo Krasoty", "LIMITED LIABILITY COMPANY ISKUSSTVO KRASOTY")]
    [InlineData("Community Association", "COMMUNITY CENTRE")]
    public void Compare_AnotherBody_DoesNotAlert(string name, string listed) =>
        Compare(name, listed, NameKind.Organisation).Band.ShouldBe(MatchBand.None);

    [Fact]
    public void Compare_KnownFamilyNameDiffers_IsNamed() =>
        NameComparer.Compare(new("Abdul Latif", NameKind.Person), new("Abdul Latif Mansur", "Mansur"), NameKind.Person).Evidence
            .ShouldContain(evidence => evidence.Kind == EvidenceKind.FamilyName && evidence.Sentence.Contains("Mansur", StringComparison.Ordinal));

    [Fact]
    public void Compare_OtherInitial_IsAContradiction() =>
        Compare("K. Harbottle", "JOSEPHINE HARBOTTLE", NameKind.Person).Evidence
            .ShouldContain(evidence => evidence.Kind == EvidenceKind.Contradiction && !evidence.IsFor);

    [Theory]
    [InlineData("Zoë Fjærestad", "zoe fjaerestad")]
    [InlineData("  D’Arcy--Smith\u200B ", "darcy smith")]
    [InlineData("Ｆｕｌｌ Ｗｉｄｔｈ", "full width")]
    [InlineData(null, "")]
    public void Normalise_AnyWriting_IsPlain(string? text, string plain) => NameComparer.Normalise(text).ShouldBe(plain);

    [Theory]
    [InlineData("Lenya", NameKind.Person, true)]
    [InlineData("Leonid Varenkov", NameKind.Person, false)]
    [InlineData("The Base", NameKind.Organisation, true)]
    [InlineData("Islamic Army", NameKind.Organisation, true)]
    [InlineData("Harrowfield Vanguard", NameKind.Organisation, false)]
    public void IsTooGeneral_OneWordOrGeneric_IsTrue(string alias, NameKind kind, bool expected) =>
        NameComparer.IsTooGeneral(alias, kind).ShouldBe(expected);

    private static NameComparison Compare(string name, string listed, NameKind kind) =>
        NameComparer.Compare(new ScreeningName(name, kind), new ListedName(listed), kind);
}
