using CouncilPremises.Domain.Premises;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class VenueConfiguration : IEntityTypeConfiguration<Venue>
{
    public void Configure(EntityTypeBuilder<Venue> builder)
    {
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Slug).HasMaxLength(80);
        builder.Property(v => v.Name).HasMaxLength(200);
        builder.Property(v => v.Address).HasMaxLength(500);
        builder.Property(v => v.Ward).HasMaxLength(100);
        builder.Property(v => v.AccessFeatures).HasJson();
        builder.Property(v => v.Version).IsConcurrencyToken();
        builder.HasIndex(v => v.Slug).IsUnique();
        builder.HasMany(v => v.OpeningHours).WithOne().HasForeignKey(h => h.VenueId);
    }
}

internal sealed class OpeningHoursConfiguration : IEntityTypeConfiguration<OpeningHours>
{
    public void Configure(EntityTypeBuilder<OpeningHours> builder) =>
        builder.HasKey(h => new { h.VenueId, h.Day, h.Opens });
}

internal sealed class SpaceConfiguration : IEntityTypeConfiguration<Space>
{
    public void Configure(EntityTypeBuilder<Space> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Slug).HasMaxLength(80);
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.Capacities).HasJson();
        builder.Property(s => s.Equipment).HasJson();
        builder.Property(s => s.AccessFeatures).HasJson();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Slug).IsUnique();
        builder.HasIndex(s => s.RootId);
        builder.HasOne<Venue>().WithMany().HasForeignKey(s => s.VenueId);
        builder.HasOne<Space>().WithMany().HasForeignKey(s => s.ParentId);
    }
}

internal sealed class ClosureConfiguration : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Reason).HasMaxLength(500);
        builder.HasIndex(c => new { c.VenueId, c.LastDay });
        builder.HasOne<Venue>().WithMany().HasForeignKey(c => c.VenueId);
    }
}

internal sealed class BankHolidayConfiguration : IEntityTypeConfiguration<BankHoliday>
{
    public void Configure(EntityTypeBuilder<BankHoliday> builder)
    {
        builder.HasKey(h => h.Day);
        builder.Property(h => h.Title).HasMaxLength(100);
    }
}

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        // The last word on double booking: one owner a leaf a quarter-hour.
        builder.HasKey(c => new { c.SpaceId, c.Quarter });
        builder.HasIndex(c => c.OwnerId);
        // Few claims ever have an end, and the timers ask for those every minute
        builder.HasIndex(c => c.ExpiresUtc).HasFilter("expires_utc IS NOT NULL");
        builder.HasOne<Space>().WithMany().HasForeignKey(c => c.SpaceId);
    }
}
