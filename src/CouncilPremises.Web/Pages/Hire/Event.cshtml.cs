using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Hire;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B5: what it is.</summary>
public sealed class EventModel(CaseFiles files, HireDrafts drafts) : StepPage(files, drafts)
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    public override HireStep Step => HireSteps.Event;

    protected override void Show(HireAnswers answers) =>
        Input.Event = new() { Title = answers.Event.Title, Category = answers.Event.Category, Description = answers.Event.Description };

    protected override HireAnswers Apply(HireAnswers answers) => answers with
    {
        Event = new EventAnswers { Title = Input.Event.Title, Category = Input.Event.Category, Description = Input.Event.Description },
    };

    public sealed class EventInput
    {
        public EventFields Event { get; set; } = new();
    }

    public sealed class EventFields
    {
        [Display(Name = "The title")]
        public string? Title { get; set; }

        [Display(Name = "The kind of activity")]
        public ActivityCategory? Category { get; set; }

        [Display(Name = "The description")]
        public string? Description { get; set; }
    }
}
