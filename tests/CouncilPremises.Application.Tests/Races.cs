using Xunit;

namespace CouncilPremises.Application.Tests;

/// <summary>Tests that measure waiting run alone, after all others, so that they measure the product and not their neighbours.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Races
{
    public const string Name = "Races";
}
