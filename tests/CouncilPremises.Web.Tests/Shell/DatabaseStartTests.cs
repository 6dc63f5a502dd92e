using CouncilPremises.Application.Database;
using CouncilPremises.TestSupport.Databases;
using CouncilPremises.Web.Shell;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

public sealed class DatabaseStartTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public void Take_SecondWebProcess_IsRefusedUntilTheFirstEnds()
    {
        using var second = new SingleWebProcess(database.Options);
        using (var first = new SingleWebProcess(database.Options))
        {
            first.Take().ShouldBeNull();
            second.Take().ShouldNotBeNull().ShouldContain("Another web process is using");
        }

        second.Take().ShouldBeNull();
    }

    [Fact]
    public async Task Ready_FollowsTheDatabase()
    {
        var missing = new DatabaseOptions { ConnectionString = $"Data Source={Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())}" };

        (await HealthOf(database.Options)).ShouldBe(HealthStatus.Healthy);
        (await HealthOf(missing)).ShouldBe(HealthStatus.Unhealthy);
    }

    [Fact]
    public void Take_PostgreSql_ServesSeveralProcesses()
    {
        var options = new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = "Host=nowhere" };
        using var first = new SingleWebProcess(options);
        using var second = new SingleWebProcess(options);

        first.Take().ShouldBeNull();
        second.Take().ShouldBeNull();
    }

    private static async Task<HealthStatus> HealthOf(DatabaseOptions options) =>
        (await new DatabaseHealth(new DatabaseGlance(options)).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken)).Status;
}
