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

    private static NameComparison Compare(string name, string listed, NameKind kind) =>
        NameComparer.Compare(new ScreeningName(name, kind), new ListedName(listed), kind);
}
