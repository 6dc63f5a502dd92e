using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace CouncilPremises.Web.People;

/// <summary>A QR code as a picture in the page itself: no script, no second request, and so no secret in any log of addresses.</summary>
public static class QrPicture
{
    private const int Quiet = 4;

    /// <summary>The picture, black on white whatever the page's colours; its words are for people who cannot see it.</summary>
    public static IHtmlContent Of(string text, string words)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix; // with its quiet zone of four modules
        var size = rows.Count;
        var path = new StringBuilder();
        for (var y = Quiet; y < size - Quiet; y++)
        {
            for (var x = Quiet; x < size - Quiet; x++)
            {
                if (rows[y][x])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return new HtmlString($"""
            <svg class="council-qr" viewBox="0 0 {size} {size}" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(words)}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#ffffff"/><path d="{path}" fill="#000000"/></svg>
            """);
    }
}
