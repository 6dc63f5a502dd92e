using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain.Hire;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B6 and B7: how many come, and who they are.</summary>
public sealed class WhoModel(CaseFiles files, HireDrafts drafts) : StepPage(files, drafts)
{
    [BindProperty]
    public WhoInput Input { get; set; } = new();

    public override HireStep Step => HireSteps.Who;

    /// <summary>What the chosen room holds.</summary>
    public string RoomHint => Application.Space is { } room ? $"At the fullest time. {room.Name} holds {room.Capacity}" : "At the fullest time";

    protected override void Show(HireAnswers answers)
    {
        Input.Attendance.People = answers.Attendance.People;
        var audience = answers.Audience;
        Input.Audience = new() { Kind = audience.Kind, Advertised = audience.Advertised, Publicity = audience.Publicity, Ticketed = audience.Ticketed };
    }

    protected override HireAnswers Apply(HireAnswers answers) => answers with
    {
        Attendance = new AttendanceAnswers { People = Input.Attendance.People },
        Audience = new AudienceAnswers
        {
            Kind = Input.Audience.Kind,
            Advertised = Input.Audience.Advertised,
            Publicity = Input.Audience.Advertised == true ? Input.Audience.Publicity : null,
            Ticketed = Input.Audience.Ticketed,
        },
    };

    public sealed class WhoInput
    {
        public AttendanceFields Attendance { get; set; } = new();

        public AudienceFields Audience { get; set; } = new();
    }

    public sealed class AttendanceFields
    {
        [Display(Name = "The number of people")]
        public int? People { get; set; }
    }

    public sealed class AudienceFields
    {
        [Display(Name = "Who it is for")]
        public AudienceKind? Kind { get; set; }

        [Display(Name = "Whether you advertise it")]
        public bool? Advertised { get; set; }

        [Display(Name = "What the publicity says")]
        public string? Publicity { get; set; }

        [Display(Name = "Whether there are tickets")]
        public bool? Ticketed { get; set; }
    }
}
