namespace CouncilPremises.Domain;

/// <summary>A rule said no: a stable code, a sentence that says what to do, and perhaps the field it is about.</summary>
public sealed record Refusal(string Code, string Sentence, string? Field = null)
{
    /// <summary>Code of the refusal that means somebody else got there first: the page answers 409.</summary>
    public const string ChangedCode = "Changed";

    /// <summary>The code for a record the actor may not see: the page answers 404.</summary>
    public const string NotFoundCode = "NotFound";
}

/// <summary>What became of an act: done, or the reasons why not.</summary>
public class Outcome
{
    /// <summary>An outcome with these refusals; none means done.</summary>
    protected Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    /// <summary>Why not; empty when done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when the act was done.</summary>
    public bool Succeeded => Refusals.Count == 0;

    /// <summary>True when somebody else got there first.</summary>
    public bool IsConflict => Refusals.Any(refusal => refusal.Code == Refusal.ChangedCode);

    /// <summary>True when the record is not there for this actor.</summary>
    public bool IsNotFound => Refusals.Any(refusal => refusal.Code == Refusal.NotFoundCode);

    /// <summary>Done.</summary>
    public static Outcome Ok() => new([]);

    /// <summary>Done, with a result.</summary>
    public static Outcome<T> Ok<T>(T value) => new(value);

    /// <summary>Not done.</summary>
    public static Outcome Refused(params IReadOnlyList<Refusal> refusals) => new(AtLeastOne(refusals));

    /// <summary>Not done.</summary>
    public static Outcome<T> Refused<T>(params IReadOnlyList<Refusal> refusals) => new(AtLeastOne(refusals));

    /// <summary>Not there for this actor.</summary>
    public static Outcome NotFound() => Refused(new Refusal(Refusal.NotFoundCode, "This page does not exist, or you may not see it."));

    /// <summary>Not there for this actor.</summary>
    public static Outcome<T> NotFound<T>() => Refused<T>(NotFound().Refusals);

    /// <summary>Somebody else changed the record since it was read.</summary>
    public static Outcome Changed() => Refused(new Refusal(Refusal.ChangedCode, "Somebody else changed this while you were looking at it. Check what it says now, then try again."));

    private static IReadOnlyList<Refusal> AtLeastOne(IReadOnlyList<Refusal> refusals) =>
        refusals.Count > 0 ? refusals : throw new ArgumentException("A refusal needs a reason.", nameof(refusals));
}

/// <summary>What became of an act that gives something back.</summary>
public sealed class Outcome<T> : Outcome
{
    private readonly T? value;

    internal Outcome(T value) : base([]) => this.value = value;

    internal Outcome(IReadOnlyList<Refusal> refusals) : base(refusals) { }

    /// <summary>The result; asking a refused outcome for it is a mistake in the code.</summary>
    public T Value => Succeeded ? value! : throw new InvalidOperationException("A refused act has no result.");
}
