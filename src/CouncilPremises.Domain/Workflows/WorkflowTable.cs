using System.Text;
using CouncilPremises.Domain.People;
using Stateless;
using Stateless.Graph;

namespace CouncilPremises.Domain.Workflows;

/// <summary>A question about the facts, with the sentence to show when the answer is no. Reads no clock, database or configuration.</summary>
/// <param name="Code">Stable name, with the rule's code where there is one: "S1".</param>
/// <param name="Holds">True when the act may go on.</param>
/// <param name="Sentence">What to tell the person, and what to do next.</param>
public sealed record Requirement<TFacts>(string Code, Func<TFacts, bool> Holds, string Sentence);

/// <summary>One row of a workflow: the only thing that changes a state.</summary>
public sealed record WorkflowRow<TState, TAction, TFacts>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    /// <summary>A row: from, on, to, by, if.</summary>
    public WorkflowRow(TState from, TAction on, TState to, Roles by, params Requirement<TFacts>[] conditions) =>
        (From, On, To, By, If) = (from, on, to, by, conditions);

    /// <summary>State before.</summary>
    public TState From { get; }

    /// <summary>The act.</summary>
    public TAction On { get; }

    /// <summary>State after.</summary>
    public TState To { get; }

    /// <summary>Who may act.</summary>
    public Roles By { get; }

    /// <summary>What must hold; all of them.</summary>
    public IReadOnlyList<Requirement<TFacts>> If { get; }
}

/// <summary>A step a row allowed: the record takes it, the service audits it and queues the message.</summary>
public sealed record Step<TState, TAction>(TState From, TAction Action, TState To);

/// <summary>A workflow as a table. The one class that talks to Stateless.</summary>
/// <remarks>Rows of the same state and act lead to the same state; they differ in who may act and on what conditions.
/// Somebody who holds the roles of several rows may use whichever allows it.</remarks>
public sealed class WorkflowTable<TState, TAction, TFacts>
    where TState : struct, Enum
    where TAction : struct, Enum
{
    private readonly ILookup<(TState, TAction), WorkflowRow<TState, TAction, TFacts>> rows;
    private readonly Func<TState, string> nameOfState;

    /// <summary>Takes the rows; a state and act that would lead to two states is a mistake in the table.</summary>
    public WorkflowTable(IReadOnlyList<WorkflowRow<TState, TAction, TFacts>> rows, Func<TState, string>? nameOfState = null)
    {
        Rows = rows;
        this.rows = rows.ToLookup(row => (row.From, row.On));
        this.nameOfState = nameOfState ?? (state => state.ToString());
        var torn = this.rows.FirstOrDefault(group => group.Select(row => row.To).Distinct().Count() > 1);
        if (torn is not null)
            throw new ArgumentException($"{torn.Key} leads to two states.", nameof(rows));
    }

    /// <summary>The table.</summary>
    public IReadOnlyList<WorkflowRow<TState, TAction, TFacts>> Rows { get; }

    /// <summary>The step, or why not: no such act in this state, not this person's act, or a condition that does not hold.</summary>
    public Outcome<Step<TState, TAction>> Try(TState from, TAction action, Roles by, TFacts facts)
    {
        var here = rows[(from, action)].ToList();
        if (here.Count == 0)
            return Refused("State", $"That cannot be done now: this is {nameOfState(from)}.");
        var mine = here.Where(row => (row.By & by) != Roles.None).ToList();
        if (mine.Count == 0)
            return Refused("Role", "Your role does not allow this. Ask a colleague whose role does.");

        var refusals = new List<Refusal>();
        foreach (var row in mine)
        {
            var no = row.If.Where(condition => !condition.Holds(facts)).ToList();
            if (no.Count == 0)
                return Outcome.Ok(Fire(from, action));
            refusals.AddRange(no.Select(condition => new Refusal(condition.Code, condition.Sentence)));
        }
        return Outcome.Refused<Step<TState, TAction>>([.. refusals.Distinct()]);
    }

    /// <summary>Acts whose row names one of these roles in this state, whether or not the conditions hold: the buttons of a page.</summary>
    public IReadOnlyList<TAction> ActsOf(TState from, Roles by) =>
        [.. Rows.Where(row => row.From.Equals(from) && (row.By & by) != Roles.None).Select(row => row.On).Distinct()];

    /// <summary>The whole table as a Mermaid state diagram, for docs/workflows.</summary>
    public string ToMermaid() => MermaidGraph.Format(Machine(Rows[0].From).GetInfo());

    /// <summary>State × act × role with what it leads to and on what conditions: compared with an approved file by a test.</summary>
    public string ToGrid()
    {
        var grid = new StringBuilder();
        foreach (var state in Enum.GetValues<TState>())
            foreach (var action in Enum.GetValues<TAction>())
                foreach (var role in Enum.GetValues<Roles>().Where(role => int.PopCount((int)role) == 1))
                {
                    var mine = rows[(state, action)].Where(row => row.By.HasFlag(role)).ToList();
                    if (mine.Count > 0)
                        grid.Append(state).Append(" | ").Append(action).Append(" | ").Append(role).Append(" -> ")
                            .Append(mine[0].To).Append(" if ").AppendJoin(" or ", mine.Select(Conditions)).Append('\n');
                }
        return grid.ToString();
    }

    private static string Conditions(WorkflowRow<TState, TAction, TFacts> row) =>
        row.If.Count == 0 ? "nothing" : string.Join(" and ", row.If.Select(condition => condition.Code));

    private static Outcome<Step<TState, TAction>> Refused(string code, string sentence) =>
        Outcome.Refused<Step<TState, TAction>>([new Refusal(code, sentence)]);

    private Step<TState, TAction> Fire(TState from, TAction action)
    {
        var machine = Machine(from);
        machine.Fire(action);
        return new Step<TState, TAction>(from, action, machine.State);
    }

    private StateMachine<TState, TAction> Machine(TState at)
    {
        var machine = new StateMachine<TState, TAction>(at);
        foreach (var row in rows.Select(group => group.First()))
            if (row.From.Equals(row.To))
                machine.Configure(row.From).PermitReentry(row.On);
            else
                machine.Configure(row.From).Permit(row.On, row.To);
        return machine;
    }
}
