using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain.Grants;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G7: who measures what is achieved, and how often the group will report.</summary>
public sealed class MonitoringModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    [BindProperty]
    public MonitoringInput Input { get; set; } = new();

    public override GrantSection Section => GrantSection.Monitoring;

    /// <summary>How often the project would report.</summary>
    public string Reports => Written.Rhythm(Application.PolicyOfClocks) switch
    {
        ReportRhythm.MidAndEnd => "With what you ask for so far, you would send us two reports: half-way and at the end.",
        ReportRhythm.Quarterly => "With what you ask for so far, you would send us a report every three months and one at the end.",
        null => $"You send us a report half-way and one at the end. For more than {Application.PolicyOfClocks.GrantQuarterlyReportsAbove} or more than {Application.PolicyOfClocks.GrantQuarterlyReportsAboveMonths} months it is one every three months.",
    };

    protected override void Show(GrantAnswers answers) => Input.Monitoring = new() { Lead = answers.Monitoring.Lead, Method = answers.Monitoring.Method };

    protected override GrantAnswers Apply(GrantAnswers answers) => answers with { Monitoring = new() { Lead = Input.Monitoring.Lead, Method = Input.Monitoring.Method } };

    public sealed class MonitoringInput
    {
        public MonitoringFields Monitoring { get; set; } = new();
    }

    public sealed class MonitoringFields
    {
        [Display(Name = "Who leads on measuring")]
        public string? Lead { get; set; }

        [Display(Name = "How you find out")]
        public string? Method { get; set; }
    }
}
