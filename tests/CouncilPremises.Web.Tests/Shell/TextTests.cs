using AngleSharp.Html.Parser;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.Shell;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>The pure parts: times in words, unreadable text, the council's settings, and that the house rules can fail.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("7pm", 19, 0)]
    [InlineData("7 PM", 19, 0)]
    [InlineData("7.30pm", 19, 30)]
    [InlineData("7:30 p.m.", 19, 30)]
    [InlineData("19:00", 19, 0)]
    [InlineData("7.30", 7, 30)]
    [InlineData("0730", 7, 30)]
    [InlineData("1900", 19, 0)]
    [InlineData("12am", 0, 0)]
    [InlineData("12pm", 12, 0)]
    [InlineData("12.15am", 0, 15)]
    [InlineData("midday", 12, 0)]
    [InlineData("Noon", 12, 0)]
    [InlineData("midnight", 0, 0)]
    [InlineData("00:00", 0, 0)]
    [InlineData("23:59", 23, 59)]
    [InlineData("19:00pm", 19, 0)]
    public void Time_AsPeopleTypeIt_IsRead(string text, int hour, int minute)
    {
        TimeText.TryRead(text, out var time).ShouldBeTrue();
        time.ShouldBe(new TimeOnly(hour, minute));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("12")]
    [InlineData("24:00")]
    [InlineData("7:60pm")]
    [InlineData("13am")]
    [InlineData("0am")]
    [InlineData("7:3")]
    [InlineData("evening")]
    [InlineData("7pmx")]
    [InlineData("٧pm")]
    public void Time_Unclear_IsNotGuessed(string? text) => TimeText.TryRead(text, out _).ShouldBeFalse();

    [Fact]
    public void Time_EveryMinuteShown_IsReadBackTheSame()
    {
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var time = TimeOnly.MinValue.AddMinutes(minute);
            TimeText.TryRead(TimeText.Show(time), out var again).ShouldBeTrue(TimeText.Show(time));
            again.ShouldBe(time);
        }
    }

    // Not rows of data: the runner writes those as UTF-8, which has no halves of pairs
    [Fact]
    public void Text_WithNulOrHalfASurrogatePair_IsNotSound()
    {
        foreach (var text in new[] { null, "", "plain", "😀 and 漢字", "ends in 😀" })
            TextGuard.IsSound(text).ShouldBeTrue();
        foreach (var text in new[] { "nul\0", "\0", "\ud83d", "\ude00\ud83d", "a\udc00b", "\ud83d\ud83d\ude00" })
            TextGuard.IsSound(text).ShouldBeFalse();
    }

    [Fact]
    public void Settings_Empty_GetASentenceForEachMistake()
    {
        var result = new CouncilSettingsCheck().Validate(null, new CouncilSettings { ServiceName = "", Colour = "teal" });
        result.Failures!.Count().ShouldBe(7);
        result.Failures!.ShouldAllBe(sentence => sentence.StartsWith("Council:") && sentence.EndsWith('.'));
    }

    [Theory]
    [InlineData("#767676", true)]
    [InlineData("#777777", false)]
    [InlineData("#ffdd00", false)]
    public void Settings_ColourTooLightForWhiteWords_IsRefused(string colour, bool good)
    {
        var settings = new CouncilSettings
        {
            Name = "A council",
            Colour = colour,
            Email = "a@b.example",
            DataProtectionEmail = "d@b.example",
            Phone = "1",
            Address = "x"
        };
        new CouncilSettingsCheck().Validate(null, settings).Succeeded.ShouldBe(good);
    }

    [Theory]
    [InlineData("<h2>x</h2>", "The page has 0 h1 headings, not one.")]
    [InlineData("<h1>x</h1><p style='color:red'>x</p>", "Inline style")]
    [InlineData("<h1>x</h1><p onclick='x()'>x</p>", "Inline script")]
    [InlineData("<h1>x</h1><script>x()</script>", "Inline script")]
    [InlineData("<h1>x</h1><input id=a>", "No label")]
    [InlineData("<h1>x</h1><label for=b>x</label><input id=a>", "No label")]
    [InlineData("<h1>x</h1><a href='/'></a>", "A link or button without words")]
    [InlineData("<h1>x</h1><form method=post></form>", "A form without its token")]
    [InlineData("<h1>x</h1><p id=a></p><p id=a></p>", "The id a is used 2 times")]
    [InlineData("<h1>x</h1><div class=govuk-error-summary><a href='#b'>x</a></div>", "An error leads nowhere")]
    public void HouseRules_BrokenPage_IsCaught(string body, string sentence)
    {
        var page = new HtmlParser().ParseDocument($"<html lang=en-GB><title>x</title><body><main>{body}</main>");
        HouseRules.BrokenBy(page).ShouldContain(broken => broken.StartsWith(sentence, StringComparison.Ordinal));
    }
}
