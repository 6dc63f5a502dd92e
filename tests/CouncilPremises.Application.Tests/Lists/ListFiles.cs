using System.IO.Compression;
using System.Text;
using Xunit;

namespace CouncilPremises.Application.Tests.Lists;

/// <summary>Small list files, and the real ones where the machine has them.</summary>
internal static class ListFiles
{
    internal const string SanctionsHeader =
        "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title," +
        "Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,Designation Type,Designation source,Sanctions Imposed," +
        "Other Information,UK Statement of Reasons,Address Line 1,Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6," +
        "Address Postal Code,Address Country,Phone number,Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number," +
        "National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,Country of birth," +
        "Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,Current owner/operator (s)," +
        "Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,Tonnage of ship,Length of ship,Year Built," +
        "Hull identification number (HIN)";

    internal static Stream Of(params string[] lines) => new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"));

    internal static Stream Sanctions(params string[] rows) => Of(["Report Date: 14-Apr-2025", SanctionsHeader, .. rows]);

    /// <summary>A row of the 58 columns with what matters filled in.</summary>
    internal static string Row(
        string id = "TST0001", string family = "VARENKOV", string given = "Leonid", string nameType = "Primary Name", string strength = "",
        string script = "", string type = "Individual", string born = "")
    {
        var cells = new string[58];
        Array.Fill(cells, "");
        (cells[1], cells[4], cells[5], cells[10], cells[11], cells[13], cells[17], cells[34]) = (id, family, given, nameType, strength, script, type, born);
        return string.Join(',', cells);
    }

    internal static Stream Real(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(file))
                return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(file), CompressionMode.Decompress) : File.OpenRead(file);
        }

        Assert.Skip($"The list file shared/data/{name} is not on this machine.");
        return Stream.Null;
    }

    internal static Stream Seeded(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder != null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "seed", "lists", name);
            if (File.Exists(file))
                return File.OpenRead(file);
        }

        throw new FileNotFoundException(name);
    }
}
