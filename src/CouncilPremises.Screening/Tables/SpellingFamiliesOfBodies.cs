namespace CouncilPremises.Screening.Tables;

/// <summary>The words of bodies' names; each row is a family, as in the names of people.</summary>
internal static partial class SpellingFamilies
{
    private const string BodyWords = """
        jamaat jamaa jamaah jemaah jamiat jama jamaatul jamah jamaatu gamaa jamaal
        harakat harkat haraket haraka harkatul harakatul
        tehrik tehreek tahrik tehriki tehreeki
        mujahideen mujahidin mujahedin mujahedeen mujaheddin moudjahidine mojahedin
        islamiya islami islamiyah islamia islamiyya islamiyyah
        qaida qaeda quaeda qaidah qaeeda kaida qaidat
        hizbollah hizballah hezbollah hizbullah hezbullah hisbollah
        hizb hizbul hezb hizbi
        ansar ansarul ansaru ansaar
        ahl ahlus ahlul ahle
        sunnah sunna sunnat sonna
        lashkar lashkare lashkari laskar
        jaish jaysh jaishe jeish
        shabaab shabab shebab chabab
        dawla daulah dawlah dawlat
        sipah sipahe sepah
        muslimin muslimeen muslimun muslims
        taliban taleban talibaan
        furqan furquan furqaan
        tahrir tahreer
        nusrat nusra nusrah nosra
        brigade brigades
        centre center centres centers
        association assoc assn associations asociation
        brothers bros
        international intl internat
        organisation organization organisations organizations org
        committee cttee committe
        department dept
        university univ
        government govt
        manufacturing mfg
        society soc societies
        institute inst
        federation fed
        volunteer volunteers
        fighter fighters
        defender defenders
        saint st
        saints sts
        mount mt
        and und et y en
        theatre theater
        company co coy
        corporation corp
        limited ltd
        brothers bros
        fellowship fship
        secondary sec
        """;
}
