namespace CouncilPremises.Application.Lists;

/// <summary>A made-up sample of everyday names that belong together by where such names are common.</summary>
/// <param name="Name">What the group is called.</param>
/// <param name="Given">Given names.</param>
/// <param name="Family">Family names; each is put after each given name.</param>
public sealed record NameGroup(string Name, IReadOnlyList<string> Given, IReadOnlyList<string> Family)
{
    /// <summary>Every given name with every family name.</summary>
    public IEnumerable<string> All => from given in Given from family in Family select $"{given} {family}";
}

/// <summary>
/// Everyday names in groups, for the fairness report. Written down by us from what is publicly known about which names are common where;
/// no applicant, no list and no register was used, and nobody is put into a group: the groups are of names.
/// </summary>
public static class EverydayNames
{
    /// <summary>The groups.</summary>
    public static IReadOnlyList<NameGroup> Groups { get; } =
    [
        Group("English",
            "Emma Jack Olivia Harry Charlotte George Amelia Thomas Sophie William Grace Oliver Lucy Daniel Emily James",
            "Smith Wright Baker Turner Cooper Harrison Fletcher Bennett Marshall Webb Dawson Hargreaves Thornton Ellis Chapman Barker"),
        Group("Welsh",
            "Siân Dafydd Rhian Gareth Carys Owain Megan Rhys Bethan Huw Ffion Iestyn Catrin Emyr Nia Gwilym",
            "Jones Davies Evans Williams Thomas Roberts Lewis Hughes Morgan Griffiths Price Rees Llewellyn Pritchard Bowen Powell"),
        Group("Scottish and Irish",
            "Ailsa Callum Niamh Sean Eilidh Hamish Aoife Liam Mairi Fergus Siobhan Declan Kirsty Angus Orla Ciaran",
            "MacDonald Campbell Murphy Kelly Stewart O'Brien Fraser Byrne McGregor Doyle Sinclair Gallagher Buchanan Quinn Lennox Kavanagh"),
        Group("Pakistani and Bangladeshi",
            "Mohammed Aisha Ali Fatima Imran Nadia Hassan Zainab Bilal Sadia Usman Rukhsana Shahid Nasreen Tariq Sultana",
            "Khan Ahmed Hussain Begum Iqbal Malik Akhtar Chowdhury Mahmood Rahman Miah Sheikh Butt Qureshi Uddin Bibi"),
        Group("Indian",
            "Rajesh Priya Amit Meera Sanjay Anita Vikram Kavita Rahul Deepa Nikhil Sunita Arjun Lakshmi Harish Pooja",
            "Patel Shah Sharma Mehta Desai Gupta Joshi Nair Reddy Iyer Rao Chauhan Parmar Mistry Kapoor Bhatt"),
        Group("Sikh",
            "Gurpreet Harjit Manpreet Jaswinder Amandeep Kulwinder Sukhdev Parminder Balbir Navdeep Ranjit Simran Hardeep Jasbir Satnam Kirandeep",
            "Singh|Kaur|Singh Gill|Kaur Dhillon|Singh Sandhu|Kaur Sidhu|Singh Grewal|Kaur Bains|Singh Johal|Kaur Mann|Singh Uppal|Kaur Atwal|Singh Sahota|Kaur Rai|Singh Dosanjh|Kaur Virk"),
        Group("Arabic",
            "Omar Layla Yusuf Maryam Khalid Noor Ibrahim Salma Mustafa Huda Karim Rania Samir Amina Walid Yasmin",
            "Al-Hassan|Haddad|Mansour|Saleh|Al-Sayed|Nasser|Farah|Khalil|Awad|Hamdan|Al-Najjar|Darwish|Ibrahim|Shaheen|Al-Amin|Qasim"),
        Group("Somali and East African",
            "Abdi Hodan Mohamed Amina Hassan Ifrah Ahmed Sahra Yusuf Fadumo Said Zeinab Kebede Tigist Mulugeta Selam",
            "Ali Warsame Mohamed Abdi Hassan Farah Ahmed Jama Yusuf Omar Nur Osman Tesfaye Haile Bekele Abebe"),
        Group("West African and Caribbean",
            "Adebayo Ngozi Kwame Ama Chinedu Folake Kofi Abena Emeka Yetunde Winston Marcia Desmond Beverley Leroy Yvonne",
            "Okafor Mensah Adeyemi Owusu Okonkwo Boateng Balogun Asante Eze Appiah Campbell Baptiste Samuels Clarke Grant Bailey"),
        Group("Polish and East European",
            "Piotr Agnieszka Andrei Elena Tomasz Magda Ivan Oksana Krzysztof Katarzyna Mihai Ioana Dmitri Svetlana Viktor Natalia",
            "Nowak Kowalski Popescu Ivanov Wojcik Zielinski Petrov Kovalenko Lewandowski Ionescu Horvat Shevchenko Mazur Dumitru Novak Sokolov"),
        Group("Chinese and Vietnamese",
            "Wei Mei Jun Li Ming Xiu Hao Ying Minh Linh Tuan Hoa Kai Fang Jian Lan",
            "Chen Wang Zhang Liu Huang Nguyen Tran Lin Wu Yang Zhou Pham Le Cheung Wong Lam"),
        Group("Turkish, Kurdish and Iranian",
            "Mehmet Ayse Emre Zeynep Mustafa Elif Reza Shirin Ali Leyla Hasan Narges Baran Azad Darya Parisa",
            "Yilmaz Kaya Demir Celik Sahin Ozturk Aydin Arslan Hosseini Ahmadi Karimi Rezaei Jafari Moradi Barzani Rostami"),
        Group("Jewish",
            "David Rachel Jonathan Miriam Benjamin Hannah Samuel Leah Daniel Esther Joshua Naomi Aaron Judith Michael Shoshana",
            "Cohen Levy Goldstein Friedman Rosenberg Shapiro Kaplan Bernstein Abrahams Klein Solomon Feldman Katz Silverman Greenberg Isaacs"),
    ];

    private static NameGroup Group(string name, string given, string family) =>
        new(name, given.Split(' '), family.Contains('|', StringComparison.Ordinal) ? family.Split('|') : family.Split(' '));
}
