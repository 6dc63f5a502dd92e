namespace CouncilPremises.Domain.Premises;

/// <summary>A space's place in its tree.</summary>
public sealed record SpaceNode(Guid Id, Guid? ParentId, Guid RootId);

/// <summary>The trees that spaces form, and which leaves a booking of a space claims. RULEBOOK 3 B4.</summary>
public sealed class SpaceTree
{
    private readonly Dictionary<Guid, SpaceNode> nodes;
    private readonly ILookup<Guid, SpaceNode> children;

    /// <summary>A forest of these spaces; every space of a tree must be among them.</summary>
    public SpaceTree(IEnumerable<SpaceNode> spaces)
    {
        nodes = spaces.ToDictionary(node => node.Id);
        children = nodes.Values.Where(node => node.ParentId is not null).ToLookup(node => node.ParentId!.Value);
    }

    /// <summary>Every space.</summary>
    public IReadOnlyCollection<Guid> Ids => nodes.Keys;

    /// <summary>What a booking of the space claims: the space itself (its undivided remainder) and everything inside it, in key order.</summary>
    public IReadOnlyList<Guid> LeavesOf(Guid spaceId) => [.. Inside(spaceId).Order()];

    /// <summary>The spaces that contain this one, nearest first.</summary>
    public IEnumerable<Guid> AncestorsOf(Guid spaceId)
    {
        for (var parent = nodes[spaceId].ParentId; parent is not null; parent = nodes[parent.Value].ParentId)
            yield return parent.Value;
    }

    /// <summary>True when the two cannot be used at once: they are the same, or one contains the other. Two parts of one hall do not touch.</summary>
    public bool Touch(Guid one, Guid other) =>
        one == other || AncestorsOf(one).Contains(other) || AncestorsOf(other).Contains(one);

    /// <summary>The spaces whose closing closes this one: itself, what it is part of, and what is part of it.</summary>
    public IReadOnlySet<Guid> ClosedWith(Guid spaceId) => Inside(spaceId).Concat(AncestorsOf(spaceId)).ToHashSet();

    private IEnumerable<Guid> Inside(Guid spaceId) =>
        children[spaceId].SelectMany(child => Inside(child.Id)).Prepend(spaceId);
}
