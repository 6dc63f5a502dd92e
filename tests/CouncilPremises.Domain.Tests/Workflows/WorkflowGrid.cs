using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Workflows;
using Shouldly;

namespace CouncilPremises.Domain.Tests.Workflows;

/// <summary>A workflow table tried as a whole.</summary>
internal static class WorkflowGrid
{
    /// <summary>The best facts, with each change and each two changes made to them.</summary>
    public static TFacts[] Pool<TFacts>(TFacts best, params Func<TFacts, TFacts>[] changes) =>
        [best, .. changes.Select(one => one(best)), .. changes.SelectMany(one => changes.Select(two => two(one(best))))];

    /// <summary>Every condition of every row refuses by itself, with its own sentence, and the row goes when all hold.</summary>
    public static void EachConditionCounts<TState, TAction, TFacts>(WorkflowTable<TState, TAction, TFacts> table, IReadOnlyList<TFacts> pool)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        foreach (var row in table.Rows)
            foreach (var role in Single(row.By))
            {
                var name = $"{row.From} {row.On} {role}";
                var good = pool.Where(facts => row.If.All(condition => condition.Holds(facts))).ToList();
                good.ShouldNotBeEmpty(name);
                table.Try(row.From, row.On, role, good[0]).Value.To.ShouldBe(row.To, name);
                foreach (var condition in row.If)
                {
                    var bad = pool.Where(facts => row.If.All(other => other.Holds(facts) == (other != condition))).ToList();
                    bad.ShouldNotBeEmpty($"{name}: {condition.Code} never stands alone");
                    table.Try(row.From, row.On, role, bad[0]).Refusals.ShouldBe([new Refusal(condition.Code, condition.Sentence)], name);
                }
            }
    }

    /// <summary>Whatever no row allows is refused, whatever the facts.</summary>
    public static void TheRestIsRefused<TState, TAction, TFacts>(WorkflowTable<TState, TAction, TFacts> table, IReadOnlyList<TFacts> pool)
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        foreach (var state in Enum.GetValues<TState>())
            foreach (var action in Enum.GetValues<TAction>())
                foreach (var role in Single((Roles)~0).Where(role => !table.Rows.Any(row => row.From.Equals(state) && row.On.Equals(action) && row.By.HasFlag(role))))
                    pool.ShouldAllBe(facts => !table.Try(state, action, role, facts).Succeeded, $"{state} {action} {role}");
    }

    private static IEnumerable<Roles> Single(Roles roles) => Enum.GetValues<Roles>().Where(role => int.PopCount((int)role) == 1 && roles.HasFlag(role));

    /// <summary>The page of docs/workflows.</summary>
    public static string Page<TState, TAction, TFacts>(string title, string sentence, WorkflowTable<TState, TAction, TFacts> table)
        where TState : struct, Enum
        where TAction : struct, Enum =>
        $"# {title}\n\n{sentence} Made from the workflow table by a test; change the table, then run the tests with `UPDATE_APPROVED=1`.\n\n```mermaid\n{table.ToMermaid().ReplaceLineEndings("\n").Trim()}\n```\n";
}
