namespace CouncilPremises.Application.People;

/// <summary>What somebody typed into a form whose session had ended, kept for a short time until they sign in again. Only they get it back.</summary>
public sealed class KeptForm
{
    private KeptForm() { }

    /// <summary>A form kept until an instant.</summary>
    public KeptForm(Guid id, Guid userId, string content, DateTime expiresUtc) => (Id, UserId, Content, ExpiresUtc) = (id, userId, content, expiresUtc);

    /// <summary>Id. It stands in an address; whoever guesses it still has to be the author.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public Guid UserId { get; private set; }

    /// <summary>Address and fields, encrypted with the keys that protect cookies.</summary>
    public string Content { get; private set; } = "";

    /// <summary>From this instant it is gone.</summary>
    public DateTime ExpiresUtc { get; private set; }
}

/// <summary>A form as it was sent.</summary>
/// <param name="Address">Path and query it was sent to, on this site.</param>
/// <param name="Fields">Its fields in order, without the token that proves where it came from.</param>
public sealed record TypedForm(string Address, IReadOnlyList<TypedField> Fields);

/// <summary>One field.</summary>
public sealed record TypedField(string Name, string Value);
