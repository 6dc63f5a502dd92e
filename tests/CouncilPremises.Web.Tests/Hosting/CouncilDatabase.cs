using CouncilPremises.Application.Database;
using CouncilPremises.TestSupport.Databases;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>The database of a running application, so that builders walk applications through the workflow in it: <c>A.Hire().ReadyAsync(new CouncilDatabase(web), officer)</c>.</summary>
public sealed class CouncilDatabase(CouncilWeb web) : TestDatabase
{
    /// <inheritdoc />
    public override IServiceProvider Services => web.Services;

    /// <inheritdoc />
    protected override Task<DatabaseOptions> CreateAsync() => Task.FromResult(web.Database);

    /// <inheritdoc />
    protected override Task RemoveAsync() => Task.CompletedTask;
}
