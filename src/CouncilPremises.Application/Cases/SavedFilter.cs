using CouncilPremises.Domain.Cases;

namespace CouncilPremises.Application.Cases;

/// <summary>A way somebody looks at the queue, kept under a name of theirs; the one without a name is how they looked last.</summary>
public sealed class SavedFilter
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 40;

    private SavedFilter() { }

    /// <summary>A new one.</summary>
    public SavedFilter(Guid userId, string name, QueueFilter filter)
    {
        (Id, UserId, Name) = (Guid.CreateVersion7(), userId, name);
        Become(filter);
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Its name; empty for how they looked last.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Part of the work.</summary>
    public QueueView View { get; private set; }

    /// <summary>One venue only.</summary>
    public Guid? VenueId { get; private set; }

    /// <summary>One state only.</summary>
    public CaseState? State { get; private set; }

    /// <summary>Hires only, or grants only.</summary>
    public CaseKind? Kind { get; private set; }

    /// <summary>Part of a reference or of a hirer's name.</summary>
    public string? Search { get; private set; }

    /// <summary>The filter, from its first page.</summary>
    public QueueFilter Filter => new(View, VenueId, Search, 1, State, Kind);

    /// <summary>Takes another filter under the same name.</summary>
    public void Become(QueueFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        (View, VenueId, State, Kind, Search) = (filter.View, filter.VenueId, filter.State, filter.Kind, filter.Search);
    }
}
