using System.Text;
using CouncilPremises.Domain.Lists;

namespace CouncilPremises.Application.Lists;

/// <summary>Tells by its first bytes which publisher's file somebody handed over, so that nobody has to choose among formats.</summary>
internal static class ListFormats
{
    /// <summary>Which part of the list a file is. A file that fits none is read as the list's usual one, which then says line by line why not.</summary>
    internal static ListPart PartOf(ListCode list, Stream content)
    {
        var start = Start(content);
        return list switch
        {
            ListCode.L1 => ListPart.Proscribed,
            ListCode.L2 => start.StartsWith('<') && !start.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) ? ListPart.UnitedNations : ListPart.UkSanctions,
            ListCode.L3 => start.StartsWith(DisqualifiedOfficersFile.Mark, StringComparison.Ordinal) ? ListPart.DisqualifiedOfficers : ListPart.RemovedAndDisqualified,
            ListCode.L4 or ListCode.L5 => throw new ArgumentOutOfRangeException(nameof(list), list, "This list has no file."),
        };
    }

    /// <summary>Reads a file as its publisher writes it. Today's UK list is known by its first line from the older OFSI file.</summary>
    internal static ListFileReading Read(ListPart part, Stream content) => part switch
    {
        ListPart.Proscribed => ProscribedRegisterFile.Read(content),
        ListPart.UkSanctions => Start(content).StartsWith("Last Updated", StringComparison.OrdinalIgnoreCase) ? OfsiListFile.Read(content) : UkSanctionsListFile.Read(content),
        ListPart.UnitedNations => UnitedNationsFile.Read(content),
        ListPart.RemovedAndDisqualified => DisqualifiedListFile.Read(content),
        ListPart.DisqualifiedOfficers => DisqualifiedOfficersFile.Read(content),
        ListPart.PartnerNotices => throw new ArgumentOutOfRangeException(nameof(part), part, "Partner notices have no file."),
    };

    /// <summary>What a part of a list is called.</summary>
    internal static string NameOf(ListPart part) => part switch
    {
        ListPart.Proscribed => "Proscribed organisations",
        ListPart.UkSanctions => "UK Sanctions List",
        ListPart.UnitedNations => "United Nations list",
        ListPart.RemovedAndDisqualified => "Removed trustees and disqualified directors",
        ListPart.DisqualifiedOfficers => "Disqualified officers (Companies House)",
        ListPart.PartnerNotices => "Notices from partners",
    };

    private static string Start(Stream content)
    {
        var start = content.Position;
        var bytes = new byte[64];
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        content.Position = start;
        return Encoding.UTF8.GetString(bytes, 0, read).TrimStart('\uFEFF', '"', ' ');
    }
}
