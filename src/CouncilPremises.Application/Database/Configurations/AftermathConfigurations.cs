using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class CaseHoldConfiguration : IEntityTypeConfiguration<CaseHold>
{
    public void Configure(EntityTypeBuilder<CaseHold> builder)
    {
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Text).HasMaxLength(2000);
        builder.Property(h => h.EndText).HasMaxLength(2000);
        builder.Property(h => h.Agreeing).HasJson();
        builder.Property(h => h.OccurrenceIds).HasJson();
        builder.HasIndex(h => h.CaseId);
        // Open holds by the time they end: for the timer and the list of what waits for a second person
        builder.HasIndex(h => new { h.EndedUtc, h.EndsUtc });
        builder.HasOne<Case>().WithMany().HasForeignKey(h => h.CaseId);
    }
}

internal sealed class CancellationConfiguration : IEntityTypeConfiguration<Cancellation>
{
    public void Configure(EntityTypeBuilder<Cancellation> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.OccurrenceIds).HasJson();
        builder.Property(c => c.NotHeardReason).HasMaxLength(2000);
        builder.Property(c => c.Alternative).HasMaxLength(2000);
        builder.Property(c => c.DeclineReason).HasMaxLength(2000);
        builder.HasIndex(c => c.CaseId);
        builder.HasIndex(c => new { c.DecidedUtc, c.ProposedUtc });
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
    }
}

internal sealed class ClosureOrderConfiguration : IEntityTypeConfiguration<ClosureOrder>
{
    public void Configure(EntityTypeBuilder<ClosureOrder> builder)
    {
        builder.HasKey(o => o.ClosureId);
        builder.Property(o => o.ClosureId).ValueGeneratedNever();
        builder.Property(o => o.Place).HasMaxLength(400);
        builder.Property(o => o.Reason).HasMaxLength(4000);
        builder.Property(o => o.Alternative).HasMaxLength(2000);
        builder.Property(o => o.Objection).HasMaxLength(2000);
        builder.Property(o => o.OccurrenceIds).HasJson();
        builder.HasIndex(o => new { o.SignedUtc, o.CountersignBy });
    }
}

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Reasons).HasMaxLength(4000);
        builder.Property(r => r.Text).HasMaxLength(4000);
        builder.HasIndex(r => r.CaseId);
        builder.HasIndex(r => r.SubjectId).IsUnique();
        builder.HasIndex(r => new { r.DecidedUtc, r.DueOn });
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
    }
}

internal sealed class BreachConfiguration : IEntityTypeConfiguration<Breach>
{
    public void Configure(EntityTypeBuilder<Breach> builder)
    {
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Evidence).HasMaxLength(4000);
        builder.Property(b => b.HirersAnswer).HasMaxLength(4000);
        builder.Property(b => b.Reasons).HasMaxLength(4000);
        builder.HasIndex(b => b.CaseId);
        builder.HasIndex(b => new { b.OrganisationId, b.State });
        builder.HasIndex(b => new { b.State, b.HearUntil });
        builder.HasOne<Case>().WithMany().HasForeignKey(b => b.CaseId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId);
    }
}
