using System.Collections.Frozen;

namespace CouncilPremises.Screening.Tables;

/// <summary>
/// Names so common among the people of England and Wales, of every community, that sharing one says little.
/// They count little for a match, and two different ones are two different names.
/// </summary>
internal static class CommonNames
{
    private const string Names = """
        muhammad ahmad mahmud mustafa hamid hamidah abdullah ali hassan hussain umar uthman abubakr ibrahim ismail yusuf yunus yahya isa musa
        sulaiman dawud idris ayyub yaqub jabir jafar jamal jamil kamal khalid khalil karim latif majid malik mansur maryam fatima aisha khadija
        zainab amina safiya sumaya rashid rahim rahman aziz salim salman salih sultan said sayyid sharif tahir tariq tawfiq walid wasim yasir
        yasin zubair ziyad zayd zahir nasir nadim nur hamza haidar hafiz habib hisham husam iqbal imran iyad adil adnan akbar akram amin amir
        anas anwar asad ashraf asif arif asim atif ayman azhar basim bashir bilal bakr faisal fahad farid faruq fuad ghulam hashim haji jalal
        javed junaid luqman masud mujahid munir murad mukhtar mubarak muaz nabil naim nizar omran osama qasim rafiq ramadan riyad rida sabir
        sadiq samir samira shahid shakir shukri tayyib uways wahid zaki zakariya abid mehdi imad jihad mahir mazin nidal rafi shihab talib fazal
        gul shah khan begum bibi chaudhry sheikh mirza qureshi siddiqui hashimi jaafari akhtar bano khatun khatoon miah mia uddin islam haque hoque
        huq sarkar sarker talukder sikder molla mondal sardar butt malik rana raja bhatti dar awan mughal gill abbasi abbas ansari baig beg
        pathan patel shaikha parveen nasreen rukhsana shabana shazia saima sadia nazia farah fozia rabia hina sana hira iqra noreen yasmin yasmeen
        rahima rabeya rahela imrana deepika deepak sharma kumar kumari gupta verma mehta shah joshi desai mistry chauhan rao reddy iyer nair menon
        das dutta roy ghosh bose sen banerjee mukherjee chatterjee singh kaur sidhu sandhu dhillon grewal bains johal sahota dhaliwal uppal virk
        kuldip kulbir kulwinder harbans harbhajan harjit harpreet manpreet mandeep amandeep gurpreet jaspreet sukhdev baldev balbir jasbir ranjit
        surjit paramjit satnam rajinder rajesh suresh ramesh mukesh vijay sanjay anil sunil ravi priya pooja anita sunita rekha meena
        aleksandr aleksandra aleksei anatoly andrei anton arkady artem boris denis dmitry evgeny evgenia fyodor gennady georgy grigory igor ivan
        kirill konstantin leonid lyudmila maksim mikhail natalia nikolai nikita oleg olga pavel petr roman ruslan sergei stepan tatiana timofey
        vadim valentin valery vasily viktor vitaly vladimir vladislav vyacheslav yakov yaroslav yelena yekaterina yulia yuri maria irina svetlana
        oksana larisa galina anna marina ivanov ivanova petrov petrova smirnov smirnova popov popova volkov kuznetsov kuznetsova sokolov novikov
        morozov kowalski kowalska nowak wojcik wisniewski lewandowski zielinski agnieszka malgorzata katarzyna krzysztof tomasz lukasz marcin
        popa popescu popovici ionescu dumitru mihaela andreea horvat kovac nagy szabo
        william louis joseph josephine charles henry frederick philip geoffrey steven matthew mark luke sarah elizabeth susan teresa jonathan nicola
        rebecca deborah eleanor james robert david richard thomas christopher daniel kevin brian gary paul alan keith stuart simon martin kenneth
        ronald raymond donald douglas colin graham derek trevor roger nigel ian neil craig scott ryan adam samuel benjamin jacob oliver harry
        oscar alfie archie edward albert arthur ernest frank patrick sean liam kieran declan cormac conor aidan brendan niamh sinead siobhan aoife
        margaret jean patricia barbara joan dorothy janet christine maureen linda pamela sheila carol sandra julie karen jacqueline tracey michelle
        lisa amanda louise claire emma laura jessica charlotte emily sophie olivia amelia jennifer helen angela diane denise joanne alison lesley
        gillian wendy heather caroline hazel lynn donna kelly angela stephanie natasha samantha kerry ruth rachel naomi hannah ruby grace lucy chloe
        smith jones williams williamson taylor brown davies evans wilson johnson roberts robinson wright thompson white hughes edwards green hall
        wood harris lewis martin jackson clark turner hill scott cooper morris ward moore king watson baker harrison morgan allen james phillips
        young lee parker bennett cook adams mitchell richardson shaw kelly collins bell cox murphy miller stewart marshall ellis murray anderson
        campbell kennedy owen price griffiths lloyd powell rees howells pritchard rhys gwyn gwen aled alun nia nerys tomos tudur dylan gareth huw
        ieuan emyr geraint carys cerys megan bethan ffion angharad owain macdonald mackenzie fraser robertson reid ross hamilton graham keane
        kearney byrne ryan osullivan obrien walsh oconnor doherty gallagher quinn lynch angus alasdair duncan callum fiona morag eilidh
        chukwudi chukwuma chukwuemeka obi okafor eze nwosu adebayo adeola adewale adeyemi oluwaseun oluwatobi ogunleye balogun okonkwo ibrahim
        mensah owusu asante osei boateng appiah kwame kofi yaw yaa akua abena ama kwabena ba bah diallo sow barry camara traore keita toure cisse
        jallow ceesay sesay kamara koroma conteh bangura tesfaye tesfalem bekele haile tekle abebe kebede alemu girma mulugeta hirsi warsame abdi
        farah jama aden nuur hersi duale osmani cohen levy levi goldberg friedman katz rosenberg shapiro klein schwartz moshe chaim avraham yitzchak
        li liu wang zhang chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo wei ming hong mei jing chan wong leung cheung lam ng lau
        nguyen tran le pham hoang phan vu dang kim park pak lee choi choe jung kang cho yun ri han aung win tun naing min thant zaw soe htun kyaw
        yildirim yilmaz kaya demir celik sahin emre emine ayse hatice elif ozturk aydin arslan dogan kilic karim ahmadi rahimi karimi hosseini moradi
        mohammadi rezaei hashemi noori sadat zahra narges reza
        garcia fernandez gonzalez rodriguez lopez martinez sanchez perez gomez silva santos ferreira pereira oliveira costa souza almeida
        rossi russo ferrari bianchi muller schmidt schneider fischer weber meyer wagner becker dupont durand bernard
        """;

    // The most common of all, in any community: two of them together still fit thousands of people
    private const string VeryCommonNames = """
        muhammad ahmad ali hassan hussain khan shah abdullah ibrahim umar yusuf mahmud mustafa khalid hamid karim malik jamal salih said rashid
        rahman islam uddin miah begum bibi khatun ismail sulaiman uthman abdi abdirahman nur sheikh sayyid amin hamza bilal imran iqbal akhtar
        singh kaur kumar patel sharma smith jones williams brown taylor davies evans thomas johnson roberts wilson murphy kelly campbell stewart
        david ivan mikhail james robert pavel mark petr andrei steven daniel thomas william richard sarah maria anna helen margaret
        aleksandr sergei vladimir dmitry aleksei nikolai igor yuri oleg viktor yelena olga natalia tatiana irina svetlana ivanov ivanova petrov petrova
        kim pak park lee li ri wang chen zhang nguyen tran juan jose carlos luis garcia rodriguez aung win fatima aisha amina mehmet
        """;

    private static readonly FrozenSet<string> Table = Words(Names)
        .Concat(EverydayNames.Groups.SelectMany(group => (string[])[.. group.Men, .. group.Women, .. group.Families]).SelectMany(Plain))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> VeryCommon = Words(VeryCommonNames)
        .SelectMany(word => (string[])[word, SpellingFamilies.OfPerson(word) ?? word])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the name, or the family of spellings it belongs to, is a common one.</summary>
    internal static bool Has(string word) => Table.Contains(word);

    /// <summary>Whether the name is among the most common of all.</summary>
    internal static bool IsVery(string word) => VeryCommon.Contains(word) || word.StartsWith("abd ", StringComparison.Ordinal);

    private static string[] Words(string rows) => rows.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Plain(string name)
    {
        var plain = name.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
        return plain.Contains('-', StringComparison.Ordinal) ? plain.Split('-') : [plain];
    }
}
