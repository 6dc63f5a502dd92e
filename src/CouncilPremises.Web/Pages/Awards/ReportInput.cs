using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>A report as it is typed.</summary>
public sealed class ReportInput
{
    /// <summary>What was done.</summary>
    [Display(Name = "What was done")]
    public string? Done { get; set; }

    /// <summary>Outcomes reached, in the application's order.</summary>
    [MaxLength(20)]
    public List<OutcomeInput> Outcomes { get; set; } = [];

    /// <summary>Spend, in the order of the award's lines.</summary>
    [MaxLength(GrantBudget.MostLines)]
    public List<SpendInput> Spend { get; set; } = [];

    /// <summary>Counts.</summary>
    [MaxLength(ReportRules.MostCounts, ErrorMessage = "Count at most 30 groups of people")]
    public List<CountInput> Counts { get; set; } = [];

    /// <summary>What was learned.</summary>
    [Display(Name = "What you learned")]
    public string? Lessons { get; set; }

    /// <summary>Whether others may read that.</summary>
    [Display(Name = "Whether other groups may read it")]
    public bool? MayShare { get; set; }

    /// <summary>The report as the page showed it.</summary>
    public int SeenReport { get; set; }

    /// <summary>A report as it stands in the boxes.</summary>
    public static ReportInput Of(GrantReport report, GrantFile file)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(file);
        var content = report.Content;
        return new ReportInput
        {
            Done = content.Done,
            Lessons = content.Lessons,
            MayShare = content.MayShare,
            SeenReport = report.Version,
            Outcomes = [.. file.Grant.Answers.Outcomes.Items.Select((_, index) => content.Outcomes.FirstOrDefault(one => one.Number == index + 1))
                .Select((one, index) => new OutcomeInput { Number = index + 1, Actual = one?.Actual, Comment = one?.Comment })],
            Spend = [.. file.Award!.Lines.Select(line => new SpendInput { Line = line.Number, Spent = content.Spend.FirstOrDefault(one => one.Line == line.Number)?.Spent })],
            Counts = [.. content.Counts.Select(one => new CountInput { What = one.What, People = one.People })],
        };
    }

    /// <summary>What it says.</summary>
    public ReportContent ToContent() => new()
    {
        Done = Done,
        Outcomes = Outcomes.Select(one => new OutcomeActual(one.Number, one.Actual, one.Comment)).ToValueList(),
        Spend = Spend.Select(one => new LineSpend(one.Line, one.Spent)).ToValueList(),
        Counts = Counts.Where(row => !row.IsEmpty).Select(row => new PeopleCount(row.What?.Trim() ?? "", row.People)).ToValueList(),
        Lessons = Lessons,
        MayShare = MayShare,
    };
}

/// <summary>An outcome reached.</summary>
public sealed class OutcomeInput
{
    /// <summary>Its place in the application, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The number reached.</summary>
    [Display(Name = "The number reached")]
    public decimal? Actual { get; set; }

    /// <summary>What explains it.</summary>
    [Display(Name = "The explanation")]
    public string? Comment { get; set; }
}

/// <summary>What was spent on a line.</summary>
public sealed class SpendInput
{
    /// <summary>The award's line.</summary>
    public int Line { get; set; }

    /// <summary>How much.</summary>
    [Display(Name = "What was spent")]
    public Money? Spent { get; set; }
}

/// <summary>How many people of a group.</summary>
public sealed class CountInput
{
    /// <summary>Which group.</summary>
    [Display(Name = "Whom you count")]
    public string? What { get; set; }

    /// <summary>How many.</summary>
    [Display(Name = "How many people")]
    public int? People { get; set; }

    /// <summary>True when nothing is typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(What) && People is null;
}
