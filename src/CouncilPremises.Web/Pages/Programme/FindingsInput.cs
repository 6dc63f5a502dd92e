using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Pages.Hire;

namespace CouncilPremises.Web.Pages.Programme;

/// <summary>A self-assessment as it is typed.</summary>
public sealed class FindingsInput
{
    [MaxLength(Rows.Most, ErrorMessage = "There are more criteria than can be sent")]
    public List<FindingInput> Findings { get; set; } = [];

    [Display(Name = "What is to be changed")]
    public string? Reason { get; set; }

    /// <summary>An assessment as it is written in the boxes.</summary>
    public static FindingsInput Of(SelfAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new()
        {
            Findings = [.. assessment.Findings.Select(one => new FindingInput { CriterionId = one.CriterionId, Level = one.Level, Evidence = one.Evidence, Action = one.Action })],
        };
    }

    /// <summary>What was typed, in the order of the criteria; what a form left out stays as it is kept.</summary>
    public void Arrange(SelfAssessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        Findings = [.. Of(assessment).Findings.Select(kept => Findings.Find(typed => typed.CriterionId == kept.CriterionId) ?? kept)];
    }

    /// <summary>The findings as typed.</summary>
    public IReadOnlyList<EnteredFinding> ToFindings() => [.. Findings.Select(one => new EnteredFinding(one.CriterionId, one.Level, one.Evidence ?? "", one.Action ?? ""))];

    /// <summary>What is typed about one criterion.</summary>
    public sealed class FindingInput
    {
        /// <summary>The criterion.</summary>
        public Guid CriterionId { get; set; }

        [Display(Name = "The level")]
        public int? Level { get; set; }

        [Display(Name = "The evidence")]
        public string? Evidence { get; set; }

        [Display(Name = "The action")]
        public string? Action { get; set; }
    }
}
