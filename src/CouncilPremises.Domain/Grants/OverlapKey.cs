using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CouncilPremises.Domain.Grants;

/// <summary>A thing a case shows of itself, as a number that says nothing by itself: two cases with the same one are worth comparing.
/// What they have in common, if anything, is then said by <see cref="OverlapRules"/>.</summary>
public sealed class OverlapKey
{
    private OverlapKey() { }

    /// <summary>A new one.</summary>
    public OverlapKey(Guid caseId, OverlapKind kind, long value) => (CaseId, Kind, Value) = (caseId, kind, value);

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>What it is.</summary>
    public OverlapKind Kind { get; private set; }

    /// <summary>The number.</summary>
    public long Value { get; private set; }

    /// <summary>The numbers of a case. Of a project text only the smallest sixteen of its runs: two texts that share half of all their runs miss each other
    /// in all of these less than once in ten thousand times.</summary>
    public static IReadOnlyList<(OverlapKind Kind, long Value)> Of(OverlapFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. Numbers(OverlapKind.BankAccount, [facts.AccountHash ?? ""], text => text),
            .. Numbers(OverlapKind.RegisteredNumber, facts.RegisteredNumbers, OverlapRules.Number),
            .. Numbers(OverlapKind.Address, facts.Addresses, OverlapRules.Address),
            .. Numbers(OverlapKind.Phone, facts.Phones, OverlapRules.Phone),
            .. Numbers(OverlapKind.Website, [facts.Website ?? ""], OverlapRules.Website),
            .. Numbers(OverlapKind.OfficeHolder, facts.OfficeHolders, OverlapRules.Plain),
            .. facts.Text.Words < OverlapRules.FewestWords ? [] : facts.Text.Runs.Select(run => (OverlapKind.Project, Value: Number(OverlapKind.Project, run))).OrderBy(key => key.Value).Take(RunsKept),
        ];
    }

    private const int RunsKept = 16;

    private static IEnumerable<(OverlapKind Kind, long Value)> Numbers(OverlapKind kind, IEnumerable<string> texts, Func<string, string> plain) =>
        texts.Select(plain).Where(text => text.Length > 0).Select(text => (kind, Number(kind, text))).Distinct();

    private static long Number(OverlapKind kind, string text) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{text}")));
}
