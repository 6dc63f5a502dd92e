namespace CouncilPremises.TestSupport.Building;

/// <summary>Where tests begin to say what exists: <c>await A.Group().Named("Ravens FC").AddAsync(database)</c>.</summary>
public static class A
{
    /// <summary>Somebody who can sign in.</summary>
    public static PersonBuilder Person() => new();

    /// <summary>A hirer with a lead contact who also signs and leads on safeguarding.</summary>
    public static GroupBuilder Group() => new();

    /// <summary>A venue whose hall divides into parts A and B.</summary>
    public static HallBuilder Hall() => new();

    /// <summary>An application for a room, an ordinary members' meeting unless told otherwise.</summary>
    public static HireBuilder Hire() => new();

    /// <summary>A fund with one open round.</summary>
    public static RoundBuilder Round() => new();

    /// <summary>An application for a grant, an ordinary project without under-18s unless told otherwise.</summary>
    public static GrantBuilder Grant() => new();
}
