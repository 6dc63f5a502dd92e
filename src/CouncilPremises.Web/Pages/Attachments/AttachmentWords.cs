using CouncilPremises.Application.Attachments;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Pages.Attachments;

/// <summary>How files are told about on pages.</summary>
public static class AttachmentWords
{
    /// <summary>What a tag says of viruses.</summary>
    public static string Name(ScanState scan) => scan switch
    {
        ScanState.Waiting => "Not scanned yet",
        ScanState.Clean => "Scanned",
        ScanState.Infected => "Virus found",
        ScanState.NotScanned => "Not scanned",
    };

    /// <summary>The tag's colour.</summary>
    public static string Colour(ScanState scan) => scan switch
    {
        ScanState.Waiting => "yellow",
        ScanState.Clean => "green",
        ScanState.Infected => "red",
        ScanState.NotScanned => "grey",
    };

    /// <summary>A moment by the hall clock.</summary>
    public static string When(DateTime utc) => CouncilTime.ToLondon(utc).ToString("d MMMM yyyy 'at' HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>The case's own page: the group's or the council's.</summary>
    public static string Home(AttachmentList files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var area = files.Reference.StartsWith("GR-", StringComparison.Ordinal) ? "grants/applications" : "hire";
        return files.IsGroup ? $"/{area}/{files.Reference}" : $"/cases/{files.Reference}";
    }
}
