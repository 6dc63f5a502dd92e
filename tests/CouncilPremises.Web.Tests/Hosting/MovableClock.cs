using System.Diagnostics;

namespace CouncilPremises.Web.Tests.Hosting;

/// <summary>A clock that starts on a chosen day, runs on like any other, and can be moved forward. Timers keep real time.</summary>
public sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();
    private TimeSpan moved;

    public override DateTimeOffset GetUtcNow() => start + moved + sinceStart.Elapsed;

    public void Advance(TimeSpan by) => moved += by;
}
