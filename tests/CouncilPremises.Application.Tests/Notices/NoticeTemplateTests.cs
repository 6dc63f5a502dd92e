using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.Notices;
using CouncilPremises.TestSupport;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Notices;

/// <summary>Letters: what fills the holes is text and nothing else.</summary>
public class NoticeTemplateTests
{
    public static TheoryData<NoticeCode> Letters => [.. NoticePlaceholders.Letters];

    [Fact]
    public void Letters_EveryNotice_HasItsPlaceholders() =>
        NoticePlaceholders.Letters.ShouldBe(Enum.GetValues<NoticeCode>().Where(code => code != NoticeCode.N0));

    [Fact]
    public void Templates_AsShipped_HaveNoMistakes() =>
        new NoticeTemplates(Solution.PathTo("seed/notices")).Mistakes.ShouldBeEmpty();

    [Theory, MemberData(nameof(Letters))]
    public void Letter_EveryValueGiven_SaysThemAll(NoticeCode code)
    {
        var template = new NoticeTemplates(Solution.PathTo("seed/notices"))[code];
        var letter = template.Render(template.Placeholders.ToDictionary(name => name, name => (IReadOnlyList<string>)[$"<{name}> & co"]));

        letter.Subject.ShouldContain(NoticePlaceholders.IsAboutTheGroup(code) ? "<group> & co" : "<reference> & co");
        foreach (var name in template.Placeholders)
        {
            letter.Text.ShouldContain($"<{name}> & co");
            letter.Html.ShouldContain($"&lt;{name}&gt; &amp; co");
        }

        letter.Html.ShouldNotContain("& co");
        letter.Text.ShouldNotContain("{{");
    }

    [Theory, MemberData(nameof(Letters))]
    public void Letter_OnlyWhatMustBeGiven_LeavesNoHole(NoticeCode code)
    {
        var template = new NoticeTemplates(Solution.PathTo("seed/notices"))[code];
        var letter = template.Render(NoticePlaceholders.Required(code).ToDictionary(name => name, name => (IReadOnlyList<string>)[name]));

        letter.Text.ShouldNotContain("{");
        letter.Text.ShouldNotContain("* \n");
        letter.Html.ShouldNotContain("<ul>\n\n</ul>");
    }

    [Theory, MemberData(nameof(Letters))]
    public void Letter_AValueMissing_IsNeverSent(NoticeCode code)
    {
        var template = new NoticeTemplates(Solution.PathTo("seed/notices"))[code];
        foreach (var missing in NoticePlaceholders.Required(code).Where(name => name != "room" || code is not (NoticeCode.N3 or NoticeCode.N4)))
            Should.Throw<InvalidOperationException>(() => template.Render(
                NoticePlaceholders.Required(code).Where(name => name != missing).ToDictionary(name => name, name => (IReadOnlyList<string>)[name])));
    }

    [Fact]
    public void Heading_NothingLeftBeneath_IsLeftOut()
    {
        var template = NoticeTemplate.Parse("---\nsubject: A\n---\n## Money\n\n{{refund?}}\n\n## Then\n\n- {{one?}}\n- {{two}}\n\n## End\n");
        var letter = template.Render(new Dictionary<string, IReadOnlyList<string>> { ["two"] = ["2", "3"], ["refund"] = [" "] });
        letter.Text.ShouldBe("Then\n----\n\n* 2\n* 3\n");
    }

    [Theory]
    [InlineData("Fun\r\nBcc: victim@example.org")]
    [InlineData("Fun\nBcc: victim@example.org")]
    [InlineData("Fun\u0085Bcc: victim@example.org")]
    [InlineData("Fun\u2028Bcc: victim@example.org")]
    [InlineData("Fun\0Bcc: victim@example.org")]
    public void Value_WithLineBreaks_MakesNoLineOfItsOwn(string value)
    {
        var letter = NoticeTemplate.Parse("---\nsubject: {{a}}\n---\n{{a}}\n").Render(new Dictionary<string, IReadOnlyList<string>> { ["a"] = [value] });
        letter.Subject.ShouldBe("Fun Bcc: victim@example.org");
        letter.Text.ShouldBe("Fun Bcc: victim@example.org\n");
    }

    [Fact]
    public void Value_LookingLikeMarkup_IsText()
    {
        var letter = NoticeTemplate.Parse("---\nsubject: A\n---\n{{a}}\n\n{{b}}\n\nSee: {{c}}\n").Render(new Dictionary<string, IReadOnlyList<string>>
        {
            ["a"] = ["## <script>alert('1')</script> {{b}}"],
            ["b"] = ["https://a.example/\" onclick=\"x"],
            ["c"] = ["https://rooms.example/hire/HB-2026-00001?a=1&b=2"],
        });
        letter.Html.ShouldContain("<p>## &lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; {{b}}</p>");
        letter.Html.ShouldContain("<p>https://a.example/&quot; onclick=&quot;x</p>");
        letter.Html.ShouldContain("<p>See: <a href=\"https://rooms.example/hire/HB-2026-00001?a=1&amp;b=2\">https://rooms.example/hire/HB-2026-00001?a=1&amp;b=2</a></p>");
    }

    [Theory]
    [InlineData("Dear {{name}}", "must begin with")]
    [InlineData("---\nsubject: A\n---\n", "no text")]
    [InlineData("---\nsubject: A\n---\nDear {{Name}}\n", "placeholder")]
    [InlineData("---\nsubject: A\n---\nDear {name}\n", "placeholder")]
    public void Parse_WrittenWrongly_SaysWhat(string text, string says) =>
        Should.Throw<FormatException>(() => NoticeTemplate.Parse(text)).Message.ShouldContain(says);

    [Fact]
    public void Templates_FolderWithMistakes_TellsEachInASentence()
    {
        var folder = Directory.CreateTempSubdirectory("letters-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Solution.PathTo("seed/notices"), "*.md"))
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            File.Delete(Path.Combine(folder.FullName, "N5.md"));
            File.WriteAllText(Path.Combine(folder.FullName, "N8.md"), "no front matter");
            var n9 = Path.Combine(folder.FullName, "N9.md");
            File.WriteAllText(n9, File.ReadAllText(n9).Replace("{{ground}}", "{{gruond}}", StringComparison.Ordinal));

            var mistakes = new NoticeTemplates(folder.FullName).Mistakes;

            mistakes.Count.ShouldBe(4);
            mistakes[0].ShouldStartWith("The letter N5 is missing");
            mistakes[1].ShouldStartWith("N8");
            mistakes[1].ShouldContain("cannot be read");
            mistakes[2].ShouldContain("does not say {{ground}}");
            mistakes[3].ShouldContain("names {{gruond}}, which is not a placeholder");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
