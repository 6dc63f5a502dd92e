using CouncilPremises.Application.Database;
using Npgsql;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.Database;

public class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=db;Database=council", 200, 20)]
    [InlineData("Host=db;Database=council;Max Auto Prepare=0", 0, 20)]
    [InlineData("Host=db;Database=council;MaxPoolSize=60", 200, 60)]
    [InlineData("host=db;database=council;maximum pool size=60;max auto prepare=10", 10, 60)]
    public void Tuned_OperatorSaysOtherwise_KeepsWhatWasSaid(string said, int prepared, int pool)
    {
        var tuned = new NpgsqlConnectionStringBuilder(DatabaseSetup.Tuned(said));

        (tuned.Host, tuned.Database, tuned.MaxAutoPrepare, tuned.MaxPoolSize).ShouldBe(("db", "council", prepared, pool));
        DatabaseSetup.Tuned(tuned.ConnectionString).ShouldBe(tuned.ConnectionString);
    }
}
