using CouncilPremises.Domain.Time;

namespace CouncilPremises.Domain.Grants;

/// <summary>A time in which groups may apply to a fund. One rule says whether it is open, for pages, saves and sending alike.</summary>
public sealed class GrantRound
{
    private readonly List<LatePermission> latePermissions = [];

    private GrantRound() { }

    /// <summary>A new round of a fund; the facts have no mistakes.</summary>
    public GrantRound(Guid id, Guid fundId, string slug, RoundFacts facts, int formVersion, DateTime nowUtc)
    {
        (Id, FundId, Slug, FormVersion, CreatedUtc) = (id, fundId, slug, formVersion, nowUtc);
        Describe(facts);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The fund.</summary>
    public Guid FundId { get; private set; }

    /// <summary>Its word in addresses; never changes.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What groups are told about it, in plain words.</summary>
    public string Description { get; private set; } = "";

    /// <summary>First instant at which groups may write and send.</summary>
    public DateTime OpensUtc { get; private set; }

    /// <summary>First instant at which they may not any more.</summary>
    public DateTime ClosesUtc { get; private set; }

    /// <summary>Version of the questions, pinned to every application of the round.</summary>
    public int FormVersion { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTime CreatedUtc { get; private set; }

    /// <summary>Rises by one with every change, against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Organisations let in after closing, each for a reason.</summary>
    public IReadOnlyList<LatePermission> LatePermissions => latePermissions;

    /// <summary>Takes over what a grant officer set; the facts have no mistakes.</summary>
    public void Describe(RoundFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        (Title, Description, Version) = (facts.Title.Trim(), facts.Description.Trim(), Version + 1);
        (OpensUtc, ClosesUtc) = (CouncilTime.ToUtc(facts.Opens!.Value)!.Value, CouncilTime.ToUtc(facts.Closes!.Value)!.Value);
    }

    /// <summary>Everything that keeps a new round from being set with these facts. A round that would be over at once helps nobody.</summary>
    public static IReadOnlyList<Refusal> WhyNotSet(RoundFacts facts, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Mistakes() is { Count: > 0 } mistakes ? mistakes
            : CouncilTime.ToUtc(facts.Closes!.Value) <= nowUtc ? [new Refusal("Round", "The round must close in the future. Enter a day and time still to come", nameof(facts.Closes))]
            : [];
    }

    /// <summary>True when groups that may have begun lose time by these facts: the round has opened and would close earlier. The facts have no mistakes.</summary>
    public bool IsShortenedBy(RoundFacts facts, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return OpensUtc <= nowUtc && CouncilTime.ToUtc(facts.Closes!.Value) < ClosesUtc;
    }

    /// <summary>True when groups that saw it close could write again by these facts. The facts have no mistakes.</summary>
    public bool IsReopenedBy(RoundFacts facts, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return ClosesUtc <= nowUtc && CouncilTime.ToUtc(facts.Closes!.Value) > nowUtc;
    }

    /// <summary>Everything that keeps this round from being changed to these facts. What has happened stays: an opening that is past, and a closing that is past unless
    /// the round is opened again until a time to come. Less time for groups that may have begun needs a reason.</summary>
    /// <param name="facts">What is entered.</param>
    /// <param name="reason">Why groups lose time; looked at only when they do.</param>
    /// <param name="nowUtc">Now.</param>
    public IReadOnlyList<Refusal> WhyNotChange(RoundFacts facts, string? reason, DateTime nowUtc)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Mistakes() is { Count: > 0 } mistakes)
            return mistakes;
        var (opens, closes) = (CouncilTime.ToUtc(facts.Opens!.Value), CouncilTime.ToUtc(facts.Closes!.Value));
        var refusals = new List<Refusal>();
        if (opens != OpensUtc && OpensUtc <= nowUtc)
            refusals.Add(new Refusal("Round", $"The round opened on {CouncilTime.ToCivil(OpensUtc)}, so its opening stays as it was", nameof(facts.Opens)));
        if (closes != ClosesUtc && closes <= nowUtc)
            refusals.Add(new Refusal("Round", "A round cannot close in the past. Enter a day and time still to come", nameof(facts.Closes)));
        if (IsShortenedBy(facts, nowUtc) && !LatePermission.IsReason(reason))
            refusals.Add(new Refusal("Round", $"Groups may have begun and would lose time. Enter why the round closes earlier, in {LatePermission.ShortestReason} to {LatePermission.LongestReason:#,0} characters", "Reason"));
        if (IsReopenedBy(facts, nowUtc) && !LatePermission.IsReason(reason))
            refusals.Add(new Refusal("Round", $"The round is closed, and others kept to its time. Enter why it opens again, in {LatePermission.ShortestReason} to {LatePermission.LongestReason:#,0} characters", "Reason"));
        return refusals;
    }

    /// <summary>Everything that keeps one organisation from being let in until a time: it must be after the round's closing and still to come, and have a reason.</summary>
    public IReadOnlyList<Refusal> WhyNotLetIn(CivilTime? until, string? reason, DateTime nowUtc)
    {
        var refusals = new List<Refusal>();
        if (RoundFacts.Moment(until, "closes for this group", "Until") is { } moment)
            refusals.Add(moment);
        else if (CouncilTime.ToUtc(until!.Value) is var end && (end <= ClosesUtc || end <= nowUtc))
            refusals.Add(new Refusal("Round", $"Enter a day and time still to come and after the round closes ({CouncilTime.ToCivil(ClosesUtc)}): until then nobody needs to be let in", "Until"));
        if (!LatePermission.IsReason(reason))
            refusals.Add(new Refusal("Round", $"Enter why this group is let in, in {LatePermission.ShortestReason} to {LatePermission.LongestReason:#,0} characters", "Reason"));
        return refusals;
    }

    /// <summary>True from the opening instant on, included, until the closing instant, excluded: at 23:59:59 before a midnight it is open, at midnight it is not.</summary>
    public bool IsOpen(DateTime nowUtc) => OpensUtc <= nowUtc && nowUtc < ClosesUtc;

    /// <summary>Why an organisation may not write or send at an instant; null when it may: the round is open, or it was let in late.</summary>
    public Refusal? WhyClosed(Guid organisationId, DateTime nowUtc)
    {
        if (IsOpen(nowUtc) || latePermissions.Any(one => one.OrganisationId == organisationId && one.UntilUtc > nowUtc))
            return null;
        return nowUtc < OpensUtc
            ? new Refusal("Round", $"This round opens on {CouncilTime.ToCivil(OpensUtc)}. Come back then.")
            : new Refusal("Round", $"This round closed on {CouncilTime.ToCivil(ClosesUtc)}, so nothing more can be saved or sent. If something outside your control kept you from sending, ring us.");
    }

    /// <summary>Lets one organisation in until an instant, with whoever did it and why.</summary>
    public void LetIn(LatePermission permission)
    {
        latePermissions.Add(permission);
        Version++;
    }
}

/// <summary>One organisation let in after a round closed. Recorded, never taken back: it ends by itself.</summary>
public sealed class LatePermission
{
    /// <summary>Fewest characters of a reason.</summary>
    public const int ShortestReason = 20;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 2000;

    private LatePermission() { }

    /// <summary>A new one.</summary>
    /// <param name="id">Id.</param>
    /// <param name="organisationId">Who is let in.</param>
    /// <param name="untilUtc">First instant at which they are not any more.</param>
    /// <param name="reason">Why, in 20 to 2,000 characters.</param>
    /// <param name="byId">Who let them in.</param>
    /// <param name="nowUtc">Now.</param>
    public LatePermission(Guid id, Guid organisationId, DateTime untilUtc, string reason, Guid byId, DateTime nowUtc) =>
        (Id, OrganisationId, UntilUtc, Reason, ById, AtUtc) = (id, organisationId, untilUtc, reason, byId, nowUtc);

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who is let in.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>First instant at which they are not any more.</summary>
    public DateTime UntilUtc { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who let them in.</summary>
    public Guid ById { get; private set; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; private set; }

    /// <summary>True for a reason long enough to mean something and short enough to read.</summary>
    public static bool IsReason(string? reason) => reason?.Trim().Length is >= ShortestReason and <= LongestReason;
}

/// <summary>What a grant officer sets about a round. Times are those of the hall clock in London.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What groups are told.</param>
/// <param name="Opens">From when groups may write and send, included.</param>
/// <param name="Closes">From when they may not any more.</param>
public sealed record RoundFacts(string Title, string Description, CivilTime? Opens, CivilTime? Closes)
{
    /// <summary>Longest title.</summary>
    public const int LongestTitle = 120;

    /// <summary>Longest description.</summary>
    public const int LongestDescription = 4000;

    /// <summary>Everything that is not right, each with its field. A time that the clocks skip or show twice is refused: nobody could say when it is.</summary>
    public IReadOnlyList<Refusal> Mistakes()
    {
        var mistakes = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Title) || Title.Trim().Length > LongestTitle)
            mistakes.Add(new Refusal("Round", $"Enter what the round is called, in {LongestTitle} characters or fewer", nameof(Title)));
        if (string.IsNullOrWhiteSpace(Description) || Description.Trim().Length > LongestDescription)
            mistakes.Add(new Refusal("Round", $"Tell groups what the round is for, in {LongestDescription:#,0} characters or fewer", nameof(Description)));
        if (Moment(Opens, "opens", nameof(Opens)) is { } opening)
            mistakes.Add(opening);
        if (Moment(Closes, "closes", nameof(Closes)) is { } closing)
            mistakes.Add(closing);
        if (mistakes.All(mistake => mistake.Field is not (nameof(Opens) or nameof(Closes))) && Closes <= Opens)
            mistakes.Add(new Refusal("Round", "The round must close after it opens", nameof(Closes)));
        return mistakes;
    }

    /// <summary>What is wrong with one moment: missing, skipped by the clocks or shown by them twice; null when nothing is.</summary>
    internal static Refusal? Moment(CivilTime? time, string what, string field) =>
        time is not { } given ? new Refusal("Round", $"Enter the day and time at which the round {what}", field)
        : CouncilTime.ToUtc(given) is null ? new Refusal("Round", $"There is no such time as {given}: the clocks go forward that night. Choose a time before 01:00 or from 02:00", field)
        : CouncilTime.ComesTwice(given) ? new Refusal("Round", $"{given} comes twice: the clocks go back that night. Choose a time before 01:00 or from 02:00", field)
        : null;
}
