namespace CouncilPremises.Application.Seeding;

/// <summary>The demonstration council could not be seeded; the message says what to do.</summary>
public sealed class SeedException : Exception
{
    /// <summary>With the sentence to show.</summary>
    public SeedException(string message) : base(message) { }

    /// <summary>With the sentence to show and what caused it.</summary>
    public SeedException(string message, Exception inner) : base(message, inner) { }
}
