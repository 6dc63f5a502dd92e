namespace CouncilPremises.Domain.Decisions;

/// <summary>A question a refusal or cancellation answers. RULEBOOK 7.</summary>
/// <param name="Code">P1–P7.</param>
/// <param name="Question">As the decider reads it.</param>
/// <param name="Heading">Before the answer, as the hirer reads it.</param>
public sealed record ProportionalityQuestion(string Code, string Question, string Heading);

/// <summary>What a refusal must say before it counts. RULEBOOK 7.</summary>
public static class RefusalReasons
{
    /// <summary>Fewest characters of an answer, included.</summary>
    public const int FewestCharacters = 50;

    /// <summary>Most characters of an answer, included.</summary>
    public const int MostCharacters = 4000;

    /// <summary>P1–P7 in order.</summary>
    public static IReadOnlyList<ProportionalityQuestion> Questions { get; } =
    [
        new("P1", "What is the aim, and which legal power is used?", "What we want to protect, and the power we use"),
        new("P2", "What is the evidence, from which source and date, and what evidence speaks against it?", "The evidence, for and against"),
        new("P3", "How does refusing serve the aim?", "Why refusing helps"),
        new("P4", "Which lesser steps were considered, and why are they not enough?", "What else we thought of, and why it is not enough"),
        new("P5", "What is the effect on belief, expression and assembly, and is the balance fair?", "What it means for your freedoms, and how we weighed that"),
        new("P6", "Equality duty: would another group be treated alike?", "Equal treatment"),
        new("P7", "What did they answer, and what do you make of it?", "What you told us, and what we made of it"),
    ];

    /// <summary>Reasons that must not weigh; the decider confirms that none did.</summary>
    public static IReadOnlyList<string> Prohibited { get; } =
    [
        "a protected characteristic",
        "a lawful belief or opinion, including criticism of the council or of Prevent",
        "offence, controversy or complaints",
        "protest by opponents",
        "embarrassment, or a clash with council policy",
        "an earlier refusal or a partner's notice by itself",
        "rumour or association",
        "what a certificate says",
        "a name, a language or a nationality",
    ];

    /// <summary>The questions a ground needs: D8 and D10 only P2 and P6, the others all seven.</summary>
    public static IReadOnlyList<ProportionalityQuestion> QuestionsFor(Ground ground) =>
        ground is Ground.D8 or Ground.D10 ? [.. Questions.Where(q => q.Code is "P2" or "P6")] : Questions;

    /// <summary>What is missing from a refusal; empty when it may be made. D10 is a ground for grants only.</summary>
    public static IReadOnlyList<Refusal> Check(
        Ground? ground, string? text, IReadOnlyDictionary<string, string> answers, bool noProhibitedReason, Cases.CaseKind kind = Cases.CaseKind.Hire)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var refusals = new List<Refusal>();
        if (ground is null)
            refusals.Add(new Refusal("Required", "Choose the ground of the refusal.", "Ground"));
        if (ground is Ground.D10 && kind == Cases.CaseKind.Hire)
            refusals.Add(new Refusal("D10", "D10 is for grants only. Choose another ground.", "Ground"));
        if (Length(text) is < FewestCharacters or > MostCharacters)
            refusals.Add(new Refusal("Length", "Write the reason the hirer will read in 50 to 4,000 characters.", "Text"));
        // Which questions are asked follows from the ground
        refusals.AddRange((ground is { } chosen && (kind == Cases.CaseKind.Grant || chosen != Ground.D10) ? QuestionsFor(chosen) : [])
            .Where(q => Length(answers.GetValueOrDefault(q.Code)) is < FewestCharacters or > MostCharacters)
            .Select(q => new Refusal(q.Code, $"Answer {q.Code} in 50 to 4,000 characters: {q.Question}", $"Answers[{q.Code}]")));
        if (Cases.Markings.Forbidden(text) is { } marking)
            refusals.Add(new Refusal("Marking", marking, "Text"));
        refusals.AddRange(answers.Where(a => Cases.Markings.Forbidden(a.Value) is not null)
            .Select(a => new Refusal("Marking", Cases.Markings.Forbidden(a.Value)!, $"Answers[{a.Key}]")));
        if (!noProhibitedReason)
            refusals.Add(new Refusal("Prohibited", "Confirm that none of the prohibited reasons was weighed.", "NoProhibitedReason"));
        return refusals;
    }

    private static int Length(string? text) => text?.Trim().Length ?? 0;
}
