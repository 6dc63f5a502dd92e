using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Pages.Hire;

namespace CouncilPremises.Web.Pages.Funds;

/// <summary>A fund as it is typed.</summary>
public sealed class FundInput
{
    [Display(Name = "The name")]
    public string? Name { get; set; }

    [Display(Name = "The scheme’s title")]
    public string? SchemeTitle { get; set; }

    [Display(Name = "The purpose")]
    public string? Purpose { get; set; }

    [Display(Name = "Where the money comes from")]
    public string? FundingSource { get; set; }

    [Display(Name = "The budget")]
    public Money? Budget { get; set; }

    [Display(Name = "The smallest grant")]
    public Money? LowestAward { get; set; }

    [Display(Name = "The largest grant")]
    public Money? HighestAward { get; set; }

    [Display(Name = "The share from elsewhere")]
    public int? MatchSharePercent { get; set; }

    [Display(Name = "Who answers for it")]
    public Guid? ResponsibleOfficerId { get; set; }

    [MaxLength(Rows.Most, ErrorMessage = "Add at most 40 lines")]
    public List<LineInput> Lines { get; set; } = [];

    /// <summary>A fund as it is written in the boxes.</summary>
    public static FundInput Of(Fund fund)
    {
        ArgumentNullException.ThrowIfNull(fund);
        return new()
        {
            Name = fund.Name,
            SchemeTitle = fund.SchemeTitle,
            Purpose = fund.Purpose,
            FundingSource = fund.FundingSource,
            Budget = fund.Budget,
            LowestAward = fund.LowestAward,
            HighestAward = fund.HighestAward,
            MatchSharePercent = fund.MatchSharePercent,
            ResponsibleOfficerId = fund.ResponsibleOfficerId,
            Lines = [.. fund.Lines.Select(LineInput.Of)],
        };
    }

    /// <summary>The facts as typed; a ward that is known is written as it is known.</summary>
    public FundFacts ToFacts(IReadOnlyList<string> wards) => new(
        Name ?? "", SchemeTitle ?? "", Purpose ?? "", FundingSource ?? "", Budget, LowestAward, HighestAward, MatchSharePercent, ResponsibleOfficerId,
        [.. Rows.Filled(Lines, line => line.IsEmpty).Select(line => line.ToFacts(wards))]);

    /// <summary>A line of the delivery plan as it is typed.</summary>
    public sealed class LineInput
    {
        /// <summary>The line's id; null for a new one.</summary>
        public Guid? Id { get; set; }

        [Display(Name = "What is to be done")]
        public string? Title { get; set; }

        [Display(Name = "The objective")]
        public Objective? Objective { get; set; }

        [Display(Name = "Who answers for it")]
        public string? Owner { get; set; }

        [Display(Name = "The target")]
        public string? Target { get; set; }

        [Display(Name = "The wards")]
        public string? Wards { get; set; }

        /// <summary>A line as it is written in the boxes.</summary>
        public static LineInput Of(DeliveryPlanLine line)
        {
            ArgumentNullException.ThrowIfNull(line);
            return new() { Id = line.Id, Title = line.Title, Objective = line.Objective, Owner = line.Owner, Target = line.Target, Wards = string.Join(", ", line.Wards) };
        }

        /// <summary>True when nothing is typed.</summary>
        public bool IsEmpty => Title is null && Objective is null && Owner is null && Target is null && Wards is null;

        /// <summary>The facts as typed.</summary>
        public DeliveryPlanLineFacts ToFacts(IReadOnlyList<string> known) => new(Id, Title ?? "", Objective, Owner ?? "", Target ?? "",
            [.. (Wards ?? "").Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(ward => known.FirstOrDefault(one => string.Equals(one, ward, StringComparison.OrdinalIgnoreCase)) ?? ward).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }
}
