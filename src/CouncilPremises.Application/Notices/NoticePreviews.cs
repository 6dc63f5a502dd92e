using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.People;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.Notices;

/// <summary>Shows a letter before it is used: with a case that the actor may see, or with invented words for those who may see none.</summary>
public sealed class NoticePreviews(CaseFiles files, NoticeWriter writer, NoticeLetters letters, IOptions<NoticeSettings> settings)
{
    /// <summary>The letter with invented words.</summary>
    public RenderedNotice Sample(NoticeTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return template.Render(Filled(template, new Dictionary<string, IReadOnlyList<string>>()));
    }

    /// <summary>The letter in use with invented words.</summary>
    public async Task<RenderedNotice> SampleAsync(NoticeCode code, CancellationToken cancellationToken) => Sample(await letters.CurrentAsync(code, cancellationToken));

    /// <summary>The letter in use as this case would get it now; invented words stand where nothing has happened yet.</summary>
    public async Task<Outcome<RenderedNotice>> WithCaseAsync(NoticeCode code, string reference, Actor actor, CancellationToken cancellationToken)
    {
        if (await files.LoadAsync(reference.Trim(), actor, cancellationToken) is not { } file)
            return Outcome.Refused<RenderedNotice>(new Refusal("Reference", "There is no case with this reference that you may see. Check it, for example HB-2026-00123.", "Reference"));
        var template = await letters.CurrentAsync(code, cancellationToken);
        var values = NoticePlaceholders.IsAboutTheGroup(code)
            ? new Dictionary<string, IReadOnlyList<string>> { ["group"] = [file.Organisation.Name] }
            : await writer.ValuesAsync(code, file.Case, CaseNotices.FactsSoFar(code, file), cancellationToken);
        return Outcome.Ok(template.Render(Filled(template, values)));
    }

    private Dictionary<string, IReadOnlyList<string>> Filled(NoticeTemplate template, IReadOnlyDictionary<string, IReadOnlyList<string>> known) =>
        template.Placeholders.ToDictionary(name => name, name => known.GetValueOrDefault(name) is { Count: > 0 } value ? value : Invented(name));

    private IReadOnlyList<string> Invented(string name) => name switch
    {
        "contact" => [settings.Value.Contact],
        "council" => [settings.Value.Name],
        "link" => [settings.Value.LinkTo("/hire/HB-2026-00123").AbsoluteUri],
        _ => Words.GetValueOrDefault(name, ["(" + name.Replace('_', ' ') + ")"]),
    };

    private static readonly Dictionary<string, IReadOnlyList<string>> Words = new()
    {
        ["reference"] = ["HB-2026-00123"],
        ["name"] = ["Alex Morgan"],
        ["group"] = ["Fernley Youth Trust"],
        ["room"] = ["Main Hall A, Fernley Hall"],
        ["venue_address"] = ["2 High Street, Fernley FN1 1AA"],
        ["project"] = ["Open kitchen: cooking together on Fridays"],
        ["round"] = ["Autumn 2026"],
        ["amount"] = ["£4,800"],
        ["when"] = ["Tuesday 24 March 2026, 7pm to 9pm"],
        ["next_step"] = ["We will take a first look by Thursday 12 March 2026. You need do nothing until we write."],
        ["deadline"] = ["Friday 20 March 2026"],
        ["reminder"] = ["We have asked you for something and are still waiting for your answer."],
        ["what_then"] = ["If we have heard nothing by then, the application closes. That is not a refusal."],
        ["why_closed"] = ["We asked you for something and had no answer by Friday 20 March 2026."],
        ["questions"] = ["Who will be in charge of the doors?"],
        ["conditions"] = ["Send us your new insurance certificate. Reason: what we have runs out before your date. By Thursday 19 March 2026."],
        ["ground"] = [NoticeWords.Of(Domain.Decisions.Ground.D8)],
        ["reasons"] = ["The hall is closed for repairs on that day."],
        ["your_answer"] = ["You offered another day, and we could not find one that suits."],
        ["review_deadline"] = ["Friday 3 April 2026"],
        ["what_happened"] = ["You cancelled this booking."],
        ["refund"] = ["We pay back what you paid within 10 working days."],
        ["alternatives"] = ["Small Hall, Tuesday 24 March 2026, 7pm to 9pm"],
        ["challenge"] = ["You may ask for a review by Friday 3 April 2026."],
        ["changes"] = ["The room: Main Hall B instead of Main Hall A"],
        ["charge"] = ["£49.00"],
        ["before_you_come"] = ["The caretaker lets you in at the side door."],
        ["expiring"] = ["The public liability insurance we have seen ends on Tuesday 31 March 2026."],
    };
}
