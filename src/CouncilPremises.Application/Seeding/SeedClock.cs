using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Seeding;

/// <summary>The clock applications are walked by: it can be set to days before the seeding, never past it.</summary>
internal sealed class SeedClock(DateTime nowUtc, WorkingDays workingDays) : TimeProvider
{
    private TimeSpan behind;

    public override DateTimeOffset GetUtcNow() => new(nowUtc - behind, TimeSpan.Zero);

    /// <summary>Mid-morning some days before the day of seeding.</summary>
    public void GoBack(int days) =>
        Show(CouncilTime.DayOf(nowUtc).AddDays(-days), new TimeOnly(10, 5));

    /// <summary>The next working day, later in the day than the last act.</summary>
    public void NextWorkingDay()
    {
        var civil = CouncilTime.ToLondon(nowUtc - behind);
        Show(workingDays.Add(DateOnly.FromDateTime(civil), 1), new TimeOnly(Math.Min(civil.Hour + 1, 16), 20));
    }

    /// <summary>The day of seeding again.</summary>
    public void ComeBack() => behind = TimeSpan.Zero;

    /// <summary>Some minutes pass.</summary>
    public void Minutes(int minutes) => Show(nowUtc - behind + TimeSpan.FromMinutes(minutes));

    private void Show(DateOnly day, TimeOnly wall) => Show(CouncilTime.ToUtc(day, wall)!.Value);

    private void Show(DateTime instant) => behind = instant < nowUtc ? nowUtc - instant : TimeSpan.Zero;
}
