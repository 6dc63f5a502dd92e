using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B8: who speaks.</summary>
public sealed class SpeakersModel(CaseFiles files, HireDrafts drafts) : StepPage(files, drafts)
{
    [BindProperty]
    public SpeakersInput Input { get; set; } = new();

    public override HireStep Step => HireSteps.Speakers;

    /// <summary>The answer that only the hirer's own people speak, after "No:".</summary>
    public string OwnSpeakers => char.ToLowerInvariant(Application.Words().OwnSpeakers[0]) + Application.Words().OwnSpeakers[1..];

    /// <summary>The dates of a series to choose from; none for a single date.</summary>
    public IReadOnlyList<Choice> Days => Written.Days() is { Count: > 1 } days
        ? [.. days.Select(day => new Choice(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), PremisesWords.Day(day)))]
        : [];

    protected override void Show(HireAnswers answers)
    {
        Input.Speakers.Kind = answers.Speakers.Kind;
        Input.Speakers.External = [.. answers.Speakers.External.Select(SpeakerFields.Of)];
        Rows.AtLeastOne(Input.Speakers.External);
    }

    protected override HireAnswers Apply(HireAnswers answers) => answers with
    {
        Speakers = new SpeakersAnswers
        {
            Kind = Input.Speakers.Kind,
            External = Input.Speakers.Kind == SpeakersKind.External
                ? Rows.Filled(Input.Speakers.External, row => row.IsEmpty).Select(row => row.ToAnswer(Days.Count > 0)).ToValueList()
                : [],
        },
    };

    protected override void Complete() => Rows.AtLeastOne(Input.Speakers.External);

    protected override bool ChangeRows(string act) => Rows.Change(Input.Speakers.External, act);

    public sealed class SpeakersInput
    {
        public SpeakersFields Speakers { get; set; } = new();
    }

    public sealed class SpeakersFields
    {
        [Display(Name = "Who speaks")]
        public SpeakersKind? Kind { get; set; }

        [MaxLength(Rows.Most, ErrorMessage = "Add at most 50 speakers")]
        public List<SpeakerFields> External { get; set; } = [];
    }

    public sealed class SpeakerFields
    {
        [Display(Name = "The speaker’s name")]
        public string? Name { get; set; }

        [Display(Name = "The speaker’s organisation")]
        public string? Organisation { get; set; }

        [Display(Name = "The speaker’s topic")]
        public string? Topic { get; set; }

        [Display(Name = "Whether the speaker takes part from elsewhere")]
        public bool? Remote { get; set; }

        [Display(Name = "The dates")]
        public List<DateOnly> Dates { get; set; } = [];

        public bool IsEmpty => Name is null && Organisation is null && Topic is null && Remote is null;

        public static SpeakerFields Of(SpeakerAnswer speaker) =>
            new() { Name = speaker.Name, Organisation = speaker.Organisation, Topic = speaker.Topic, Remote = speaker.Remote, Dates = [.. speaker.Dates] };

        public SpeakerAnswer ToAnswer(bool inSeries) =>
            new() { Name = Name, Organisation = Organisation, Topic = Topic, Remote = Remote, Dates = inSeries ? Dates.ToValueList() : [] };
    }
}
