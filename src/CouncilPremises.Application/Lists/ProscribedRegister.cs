using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Time;
using CouncilPremises.Screening;

namespace CouncilPremises.Application.Lists;

/// <summary>A register as its page shows it.</summary>
/// <param name="Edition">The edition in use; 0 before the first.</param>
/// <param name="Rows">Its entries by name.</param>
public sealed record RegisterView<TRow>(int Edition, IReadOnlyList<TRow> Rows);

/// <summary>An organisation of the register.</summary>
public sealed record ProscribedRow(
    string Key, string Name, IReadOnlyList<string> Aliases, DateOnly? From, DateOnly? To, string Source, string CheckedBy, DateOnly? CheckedOn);

/// <summary>An organisation as somebody typed it.</summary>
/// <remarks>Key is null for a new entry; aliases stand one a line; SeenEdition is the edition the page showed.</remarks>
public sealed record KeepProscribed(
    string? Key, string? Name, string? Aliases, DateOnly? From, DateOnly? To, string? Source, string? CheckedBy, DateOnly? CheckedOn, int SeenEdition);

/// <summary>The register of proscribed organisations, kept in the product. RULEBOOK 5 L1: name, aliases, from, to, source, who checked when.</summary>
public sealed class ProscribedRegister(Editions editions, CouncilTime time)
{
    /// <summary>The act's name in the audit.</summary>
    public const string Action = "List.KeepProscribed";

    /// <summary>The register, organisations whose last day has passed among them.</summary>
    public async Task<RegisterView<ProscribedRow>> AllAsync(CancellationToken cancellationToken)
    {
        var live = await editions.LiveAsync(ListPart.Proscribed, cancellationToken);
        var entries = live is null ? [] : await editions.EntriesAsync(live.Id, cancellationToken);
        return new(live?.Number ?? 0, [.. entries.Select(Row).OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Adds an organisation, changes it, or ends it by its last day.</summary>
    public Task<Outcome<LiveList>> KeepAsync(KeepProscribed input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (Editions.MayManage(actor) && Mistakes(input) is { Count: > 0 } mistakes)
            return editions.RefuseAsync(ListPart.Proscribed, Action, mistakes, actor, cancellationToken);
        var facts = new ProscribedFacts(
            input.Name?.Trim() ?? "", Lines(input.Aliases), input.From, input.To, input.Source?.Trim() ?? "", input.CheckedBy?.Trim() ?? "", input.CheckedOn);
        return editions.ChangeAsync(ListPart.Proscribed, Action, input.SeenEdition, entries => Keep(entries, input, facts), new { input.Key, facts.Name, input.From, input.To }, actor, cancellationToken);
    }

    private static Refusal? Keep(List<ListEntry> entries, KeepProscribed input, ProscribedFacts facts)
    {
        if (input.Key is not null && entries.RemoveAll(entry => entry.Key == input.Key) == 0)
            return new(Refusal.NotFoundCode, "This organisation is not on the register.");
        var added = ProscribedRegisterFile.Entry(NameComparer.Normalise(facts.Name), 0, facts).Build().ToListEntry(Guid.Empty);
        if (entries.Any(entry => entry.Key == added.Key))
            return new("Repeated", "This organisation is on the register already. Change its entry instead.", nameof(input.Name));
        entries.Add(added);
        return null;
    }

    private List<Refusal> Mistakes(KeepProscribed input)
    {
        var mistakes = new List<Refusal>();
        void Text(string? text, string sentence, int longest, string field)
        {
            if (string.IsNullOrWhiteSpace(text))
                mistakes.Add(new("Required", sentence, field));
            else if (text.Length > longest)
                mistakes.Add(new("Length", $"Use {longest} characters or fewer.", field));
            else if (Markings.Forbidden(text) is { } marking)
                mistakes.Add(new("Marking", marking, field));
        }

        Text(input.Name, "Enter the organisation’s name.", 300, nameof(input.Name));
        if (input.Name is { Length: > 0 } name && !string.IsNullOrWhiteSpace(name) && NameComparer.Normalise(name).Length == 0)
            mistakes.Add(new("Required", "Enter a name with letters or digits.", nameof(input.Name)));
        if (Lines(input.Aliases).Any(alias => alias.Length > 300))
            mistakes.Add(new("Length", "Use 300 characters or fewer for each other name.", nameof(input.Aliases)));
        if (input.From is null)
            mistakes.Add(new("Required", "Enter the day from which it is proscribed.", nameof(input.From)));
        if (input.To < input.From)
            mistakes.Add(new("Order", "The last day must be on or after the first.", nameof(input.To)));
        Text(input.Source, "Enter where this comes from, such as the order or the official page.", 500, nameof(input.Source));
        Text(input.CheckedBy, "Enter who compared this with the official page.", 200, nameof(input.CheckedBy));
        if (input.CheckedOn is null || input.CheckedOn > time.Today)
            mistakes.Add(new("Required", "Enter the day it was compared: today or earlier.", nameof(input.CheckedOn)));
        return mistakes;
    }

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static ProscribedRow Row(ListEntry entry) => new(
        entry.Key, entry.Names[0].Text, [.. entry.Names.Skip(1).Select(name => name.Text)],
        ListFacts.DayIn(entry.Facts, ListFacts.From), ListFacts.DayIn(entry.Facts, ListFacts.To),
        entry.Facts.GetValueOrDefault(ListFacts.Source, ""), entry.Facts.GetValueOrDefault(ListFacts.CheckedBy, ""), ListFacts.DayIn(entry.Facts, ListFacts.CheckedOn));
}
