using System.Collections.Frozen;
using CouncilPremises.Screening.Names;

namespace CouncilPremises.Screening.Tables;

/// <summary>
/// Spellings of one and the same name. The first word of a row stands for the family. Two words of different families are
/// different names however alike they look (Asif and Arif, Hassan and Hussain).
/// </summary>
internal static partial class SpellingFamilies
{
    private const string GivenNames = """
        muhammad mohammed mohamed mohammad mohamad muhammed muhamad mohamud mahamed mahamat mahomed mehmed mehmet maxamed mohamet mohd muhamed makhmed magomed maghomed mohammod muhummad mohamman mohammadou mamadou mhmd mohamedou
        ahmad ahmed axmed achmad achmed akhmed akhmad ahamed ahmet amadou ahmadou ahmat ahamad ahmd
        mahmud mahmoud mahmood mehmood makhmud mahmut maxamuud makhmoud mehmud mhmwd
        mustafa mustapha moustafa moustapha mostafa mustofa mostofa
        hamid hameed hamied
        hamidah hamida hameeda
        abdullah abdallah abdalla abdulla abdillahi abdullahi abdellah cabdullaahi cabdulahi abdoullah abdoulaye
        ali aly cali alee
        hassan hasan hassen xasan hassaan hasaan hsn
        hussain hussein husain husayn hossain hossein hussayn husein hosein xuseen huseyn hussien hussaini hoseyn husseyn houssein hossayn huseyin hsyn
        umar omar omer cumar oumar umer ömer
        uthman othman osman usman ousmane cusmaan usmon outhman osmane uthmaan
        abubakr abubakar aboubakar aboubacar abubaker boubacar aboubaker
        ibrahim ibraheem ebrahim brahim ibrohim abrahym ibrahima ibraahim ibragim
        ismail ismael esmail ismaeel ismayil esmaeil ismaila ismoil smail ismaiil ismaeil
        yusuf yousef youssef yusof yousuf yusef youssouf yousif jusuf yusif yuusuf ywsf yousaf yosef iusuf
        yunus younes yunis younus younis yonus
        yahya yehiyeh yahiyah yahia yehia yehya yahiya
        isa essa eisa issa esa cissa
        musa mousa moussa moosa muse
        sulaiman suleiman sulayman suleyman soliman sulieman solaiman suleman sulemaan souleymane souleyman souleman saleban sulejman
        dawud dawood daoud daud dawod dahoud
        idris idrees idriss edris
        ayyub ayub ayoub ayoob ayyoub eyup
        yaqub yaqoob yacoub yakub yaqoub yakoub
        jabir jaber jabbir gaber
        jafar jaafar gaafar jaffar jaffer cafer
        jamal gamal djamal jamaal
        jamil jameel gamil djamil
        kamal kamaal kemal
        khalid khaled khaleed khald kaled halid kalid
        khalil khaleel khaliil halil
        karim kareem kerim kariem
        latif lateef latef
        majid majeed maged medjid
        malik maalik malek malick
        mansur mansour mansoor mansor
        maryam mariam mariyam maryan meryem mariama marium
        fatima fatimah fatema fatimata fatoumata fatma faatimah fadumo fathima
        aisha ayesha aysha aicha aishah caasha aicha ayisha aissatou
        khadija khadijah khadeeja kadija hadija khadijat
        zainab zaynab zeinab zeynep zaineb zaynb saynab
        amina aminah aamina ameena aminata
        safiya safia safiyah saffiyah safiyya
        sumaya sumayya sumaiya sumayah
        rashid rasheed raschid rachid
        rahim raheem rahiim
        rahman rehman rahmaan rehmaan rahmon
        aziz azeez asis abdelasis
        salim saleem selim saliim
        salman salmaan selman
        salih saleh salah saalih salax
        sultan sultaan soltan
        said saeed sayid saed saeid saiid siad sacid
        sayyid sayed syed sayyed seyed seyyed saiyed sayid sidi
        sharif shareef cherif charif sherif shariff sheriff
        tahir taher taahir tayyir
        tariq tarek tareq tarik tarique taariq
        tawfiq tawfik toufik taufiq tewfik taufik tofik
        walid waleed oualid valid
        wasim waseem wassim ouassim
        yasir yasser yassir yaser iasir
        yasin yaseen yassin yassine yasiin
        zubair zubayr zubeir zoubeir zubeyr subair
        ziyad ziad zayad ziyaad
        zayd zaid zeid zayed
        zahir zaheer zahiir
        nasir nasser naser nassir nacer
        nasr nasser
        nadim nadeem nadiim
        nur noor nour nuur nor
        nuraddin nuruddin nureddin noureddine nurudin nooruddin nourredine nouradine nureddine nurettin
        salahuddin salahudeen salaheddine saladin salahaddin salahudin salaheddin salahaldin selahattin
        saifullah sayfullah seifullah saifulla
        hamza hamzah hamsa hamzeh
        haidar haider hayder hyder heydar haydar
        hafiz hafez hafeez hafidh
        habib habeeb habibb
        hisham hesham hicham hishaam
        husam hussam hossam hosam houssam hisam
        iqbal ikbal eqbal iqbaal
        imran emran imraan imron
        iyad eyad ayad
        adil adel aadil
        adnan adnaan
        akbar akber
        akram ekrem akrem
        amin ameen amine emin
        amir ameer emir aamir
        anas anass enes
        anwar anwer anouar enver
        asad assad asaad essad
        ashraf achraf ashref
        asif aasif asef
        arif aarif aref
        asim aasim asem
        atif aatif atef
        ayman aiman aymen eymen
        azhar azher
        basim basem bassem bassam
        bashir basheer bachir bashiir
        bilal billal belal bilaal
        bakr bakir bakar
        faisal faysal feisal faycal fysal
        fahad fahd fahed
        farid fareed ferid
        faruq farooq farouk faruk farouq farooque
        fuad fouad foad fowad
        ghulam gulam golam ghulaam
        hashim hashem hachem hashem haashim
        haji hajji hadji hajj
        jalal galal djalal jallal celal
        javed javid jawed javaid jawaid
        jawad javad jawaad djawad
        junaid junayd junaed
        luqman lukman loqman
        masud masood massoud masoud masoood mesut masaud
        mujahid mujahed moujahid
        munir mounir muneer monir
        murad mourad morad murat
        mukhtar mokhtar moktar mukhtaar mukhtor
        mubarak mobarak moubarak mubarek
        muaz moaz muadh maaz moath muath muad
        nabil nabeel nebil nabel nabeul
        naim naeem nayeem naiim
        nizar nezar
        omran umran
        osama usama oussama ousama
        qasim qassem kasim qasem kassem kasem qaasim qassim
        rafiq rafik rafeeq rafique refik
        ramadan ramadhan ramazan ramzan
        riyad riad riyadh riyaz ryad
        rida reda reza redha ridha riza
        sabir saber saabir
        sadiq sadeq sadek sadik siddiq siddique siddik
        samir sameer semir
        samira sameera
        shahid shaheed chahid
        shakir shaker
        shukri shoukri choukri
        tayyib tayeb taieb tayib taib tayyeb
        uways awais owais uwais
        wahid waheed ouahid
        zaki zaky zeki zakki
        zakariya zakaria zakariyya zakarya zakariyah zekeriya
        abid aabid
        mehdi mahdi mehedi madi
        imad emad imaad
        jihad jehad djihad
        mahir maher maahir
        mazin mazen
        nidal nedal nidhal
        raad raed
        rafi rafee
        shihab shahab chihab
        talib taleb
        uday odai oudai udai
        watban wathban
        yazid yazeed yezid
        fazal fazl fadl fadhl
        gul goul
        shah chah
        khan kahn
        begum begam
        bibi beebee
        chaudhry choudhury chowdhury chaudhary chaudhuri choudhry chaudary choudhary
        sheikh shaikh shaykh cheikh sheik sheekh
        mirza mirsa
        qureshi quraishi qurashi koreshi qureishi qurashi kureshi
        siddiqui siddiqi siddiki sidiqi
        hashimi hashmi hashemi
        jaafari jafari jaffari
        aleksandr aliaksander alyaxandr oleksander olexander alexander aleksander alexandr alexandre aleksandar aliaksandr oleksandr alexsander iskandar alejandro alessandro olexandr alyaksandr
        aleksandra aliaksandra alyaksandra alexandra oleksandra alexandria
        aleksei alexei alexey aleksey alexis oleksiy oleksii aliaksei alyaksey alexsey oleksij alexej aleksej
        anatoly anatoli anatoliy anatolii anatol anatolij anatoliya anatole
        andrei andrey andriy andrii andrej andrew andre andreas andreja andreii
        anton antony anthony antonio antoni antoine
        arkady arkadz arkadzi arkadij arkadi arkadiy arkadii
        artem artsyom artjem artyom artiom artsiom artjom
        boris borys barys
        denis denys dzianis dennis
        dmitry dzmitryj dzmitri dmitro dmytrii dmitri dmitriy dmitrii dmytro dzmitry dimitri dmitrij dimitry zmitser dimitrij dimitar
        evgeny yauhien yawhen yaugen yaugeni yauheni yavhen yevgeny evgeniy yevgeniy evgenii eugene yevhen yevgeni evgeni jevgenij jewgenij yauhen yevgenii ievgen eugen
        evgenia yauheniya yevheniya yevgenia evgeniya yevgeniya eugenia
        fyodor fiodar fyodar fjodor fedor fiodor theodore
        gennady hennady henadzi hienadz genadi genadij gennadiy gennadi gennadii henadz hennadiy gennadij
        georgy georges jurj jurji georgij giorgos georgi georgiy georgii george heorhiy heorhii georg jorge jerzy giorgi yorgos georgios
        grigory ryhor hryhory grigorij grzegorz gregor grigori grigoriy grigorii hryhoriy gregory hryhorii
        igor ihor ihar
        ivan john ian juan jean johann johannes giovanni iain ioan jan evan yan shaun sean ewan
        kirill kirylo kyryl kiryl kyrylo cyril kiril
        konstantin kostiantyn kanstancin kostyantyn constantine kanstantsin constantin
        leonid leanid lieanid leonyd
        lyudmila liudmyla ludmyla ludmila liudmila lyudmyla ljudmila
        maksim maxym maxim maksym maxime
        mikhail mikhajlo mychailo mykhajlo michael mikhailo mykhailo mikhael michal michel miguel mihail mihai michail mykhaylo mikael miikhail
        natalia natallya natalya natalie nataliya nataliia natallia natalja
        nikolai mikolay mykolay mikolai mikola mikalay nikolay nicholas mykola mikalai nikolaj nicolas nicolae nikolaos nicolai nickolay mikola
        nikita mikita mykyta
        oleg alieg aleg aleh oleh
        olga olha volha
        pavel paval paul pavlo pablo paolo pawel pavol
        petr piatro piotar pyatr pyotr peter petro piotr pedro pierre pietro piatr petar
        roman raman romain
        rustam roustam rustem rostam rustom
        ruslan rouslan
        sergei sergij serhij sjarhej siarhej siarhey sierhiej sirhei sergey serhiy serhii siarhei sergiy serge sergio sergej syarhey sergii serguei
        stepan stsiapan stsyapan szczepan stephen steven stefan stefano etienne esteban stepon stiopan stephan
        tatiana tatsyana taccjana tatyana tetiana tatsiana tatjana
        timofey timothy timofei tymofiy
        vadim wadim vadzym vadzim vadym
        valentin valyantsin valiancin valentyn valiantsin
        valery valeryj valeri valeriy valerii valeryi valeriya valerij
        vasily vasilij vasyli vasili vasiliy vasilii vasyl vasil wasil
        viktor victor viktar wiktor
        vitaly vitalyj vitali vitaliy vitalii vital vitalij
        vladimir uladzimier wolodymyr volodymyr uladzimir wladimir vladimer volodimir uladzimer
        vladislav uladislau vladislau vladyslav uladzislau wladyslaw
        vyacheslav viacheslau vyacheslau viacheslav viachaslau vjatscheslaw vyacheslaw viatcheslav
        yakov jakov yakau jacob jakob yakiv iakov jakub
        yaroslav yaraslau iaroslau iaroslav jaroslav jaroslaw
        yelena elena olena helena helen alena yalena ellen jelena eleni
        yekaterina kaciaryna ekaterina katerina kateryna katsiaryna catherine katherine kathryn catharine caterina katarina
        yulia yulija julia yuliya iuliia yuliia julija
        yuri juryj yuryj iury yuryi yury yuriy iurii yurii jurij iouri juri
        zhanna janna
        maria mary marie mariya mariia maryia miriam
        irina iryna irena irene
        svetlana svjatlana svitlana sviatlana
        oksana aksana oxana
        larisa larysa larissa
        galina halina haylina halyna halina
        anna anne ann hanna hannah ana
        marina maryna
        william wilhelm guillaume
        joseph josef jose giuseppe
        josephine josefina
        charles carlos karl carl
        henry henri heinrich
        frederick friedrich frederic frederik fridrich fredrick
        philip phillip philippe felipe
        geoffrey jeffrey geoff
        steven stephen steve
        matthew matthieu mateo
        mark marc marco marcus
        luke lucas lukas
        louis lewis luis louie
        sarah sara sarra
        elizabeth elisabeth elizabet
        susan susanne suzanne
        teresa theresa
        jonathan jonathon johnathan
        nicola nichola
        rebecca rebekah
        deborah debra
        eleanor elinor eleanore
        siobhan shivaun
        conor connor
        sion shon
        rhys rees reece
        gwyn gwynn
        gwen gwenn
        davies davis
        clark clarke
        brown browne
        smith smyth smythe
        thompson thomson
        reid reed read
        philips phillips
        singh sing
        uddin din eddin eddine addin udin udeen
        levy levi
        ilya illia ilia ilja illya
        stanislav stanislau stanislaw
        sviatoslav svyatoslav sviataslau svjatoslav
        rostislav rastislav rastsislau rostyslav
        valentina valentyna valiantsina valyantsina
        viktoria victoria viktoriya viktoryia viktoriia
        nadezhda nadiya nadzeya nadezda
        choe choi
        chol cheol chul
        young yong yeong
        kwang gwang
        hyon hyun hyeon
        myong myung myeong
        kyong kyung gyeong
        pyong byong byung
        hyok hyuk hyeok
        chang jang djang
        chong jong jung jeong
        harjit harjeet
        """;

    private const string Particles = """
        abu abou abo
        ibn bin ben bint binti ould oglu
        abd abed
        """;

    private static readonly FrozenDictionary<string, string> People = Read(GivenNames + "\n" + Particles);
    private static readonly FrozenDictionary<string, string> SingleLetters = People
        .GroupBy(pair => WithSingleLetters(pair.Key)).Where(group => group.Select(pair => pair.Value).Distinct().Count() == 1)
        .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> PlainSpellings = People
        .GroupBy(pair => Phonetics.PlainSpelling(pair.Key)).Where(group => group.Select(pair => pair.Value).Distinct().Count() == 1)
        .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> Bodies = Read(BodyWords);

    /// <summary>The family of a word in a person's name, or null when it is in none.</summary>
    internal static string? OfPerson(string word)
    {
        if (People.TryGetValue(word, out var family))
            return family;
        for (var i = 1; i < word.Length; i++)
            if (word[i] == word[i - 1])
                return SingleLetters.GetValueOrDefault(WithSingleLetters(word));
        return null;
    }

    /// <summary>The family of a word that is in none as it is written, but is once the habits of other countries' spelling are taken out: "Vitalyi".</summary>
    internal static string? OfPlainSpelling(string plain) => plain.Length < 4 ? null : PlainSpellings.GetValueOrDefault(plain);

    /// <summary>The family of a word in a body's name: its own words first, then people's names.</summary>
    internal static string? OfBody(string word) => Bodies.GetValueOrDefault(word) ?? People.GetValueOrDefault(word);

    private static FrozenDictionary<string, string> Read(string rows)
    {
        var families = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = row.Split(' ');
            foreach (var word in words)
                families.TryAdd(word, words[0]);
        }

        return families.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // "Mohammedd" and "Abbbas" are slips of names in the table
    private static string WithSingleLetters(string word) => string.Concat(word.Where((c, i) => i == 0 || c != word[i - 1]));
}
