using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Grants;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Web.Pages.Hire;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>G9: the budget, line by line. A long one has pages: whatever leaves a page saves what stands on it.</summary>
public sealed class BudgetModel(CaseFiles files, GrantDrafts drafts) : SectionPage(files, drafts)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 20;

    private const int MostMistakes = 30;
    private const string List = "Budget.Lines";
    private BudgetPaste? paste;

    [BindProperty]
    public BudgetInput Input { get; set; } = new();

    /// <summary>The page of lines, from 1.</summary>
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public override GrantSection Section => GrantSection.Budget;

    /// <summary>Pages of lines there are.</summary>
    public int Pages => Math.Max(1, PageOf(Written.Budget.Lines.Count - 1));

    /// <summary>True on the last page of lines.</summary>
    public bool IsLast => PageNumber >= Pages;

    /// <summary>Lines are added at the end, and saved before a page of them grows too long.</summary>
    public bool MayAdd => IsLast && Input.Budget.Lines.Count < 2 * PageSize;

    /// <summary>How many lines stand before those of this page.</summary>
    public int Before => Math.Min((Math.Clamp(PageNumber, 1, Pages) - 1) * PageSize, Written.Budget.Lines.Count);

    /// <summary>What the budget comes to with what stands in the boxes.</summary>
    public BudgetSums Sums => new(Lines(Written).Budget, GrantDrafts.ContextOf(Application).Limits);

    /// <summary>The page on which a line stands, by its place from 0.</summary>
    public static int PageOf(int place) => (Math.Max(place, 0) / PageSize) + 1;

    /// <summary>The lines of a page, as its button says them.</summary>
    public string Span(int page) => $"{((page - 1) * PageSize) + 1:#,0} to {Math.Min(page * PageSize, Written.Budget.Lines.Count):#,0}";

    protected override void Show(GrantAnswers answers)
    {
        var budget = answers.Budget;
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Input.Budget = new() { Asked = budget.Asked, NothingIneligible = budget.NothingIneligible == true, Lines = [.. budget.Lines.Skip(Before).Take(PageSize).Select(LineFields.Of)] };
        Input.Budget.Shown = Input.Budget.Lines.Count;
        Complete();
    }

    protected override GrantAnswers Apply(GrantAnswers answers)
    {
        var typed = Lines(answers);
        if (paste is null)
            return typed;
        return typed with { Budget = typed.Budget with { Lines = (Input.Replace ? paste.Lines : [.. typed.Budget.Lines, .. paste.Lines]).ToValueList() } };
    }

    protected override void Complete() => Rows.AtLeastOne(Input.Budget.Lines);

    protected override bool ChangeRows(string act)
    {
        if (act == "paste")
            return Paste();
        if (act is not ("add" or "add5"))
            return act == "sum" || Rows.Change(Input.Budget.Lines, act);
        for (var row = act == "add" ? 4 : 0; row < 5 && MayAdd; row++)
            Input.Budget.Lines.Add(new LineFields());
        return true;
    }

    protected override bool IsFinished(string? act) => act is null or "continue";

    // What was pasted stands at the end, and is saved by now
    protected override string? NextHref(string? act) => act == "paste" ? At(Pages)
        : act?.StartsWith("page-", StringComparison.Ordinal) == true && int.TryParse(act["page-".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? At(page)
        : base.NextHref(act);

    protected override IReadOnlyList<Refusal> OnThisPage(IReadOnlyList<Refusal> refusals)
    {
        var placed = refusals.Select(refusal => FilledRows.Place(refusal.Field, List) is { } place && (place < Before || place - Before >= Filled().Count)
            ? refusal with { Field = null, Sentence = $"{refusal.Sentence} (page {PageOf(place)} of your lines)" }
            : refusal).ToList();
        var onThis = FilledRows.OnThisPage(placed, List, Filled(), Before);
        return onThis.Count <= MostMistakes ? onThis : [.. onThis.Take(MostMistakes), new Refusal("G9", $"There are {onThis.Count - MostMistakes:#,0} more mistakes. Put these right first")];
    }

    private string At(int page) => $"{GrantSteps.Href(Reference, Section)}?page={page}{(From is null ? "" : $"&from={Uri.EscapeDataString(From)}")}";

    // What was pasted is not among them yet
    private GrantAnswers Lines(GrantAnswers answers) => answers with { Budget = Input.Budget.Into(answers.Budget, Before) };

    private IReadOnlyList<int> Filled() => Input.Budget.Filled();

    // Nothing is taken unless every row can be read; true when the page is shown again
    private bool Paste()
    {
        var read = BudgetPaste.Read(Input.Pasted);
        var mistakes = read.WhyNotTaken(besides: Input.Replace ? 0 : Lines(Written).Budget.Lines.Count);
        // A box says its first mistake; the others are listed at the top, each with its row
        foreach (var (i, mistake) in mistakes.Index())
            ModelState.AddModelError(i == 0 ? $"{nameof(Input)}.{nameof(Input.Pasted)}" : "", mistake);
        paste = mistakes.Count == 0 ? read : null;
        return false;
    }
}
