using CouncilPremises.Application.Policies;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.ActorRoles).HasMaxLength(300);
        builder.Property(e => e.Action).HasMaxLength(80);
        builder.Property(e => e.SubjectKind).HasMaxLength(60);
        builder.Property(e => e.From).HasMaxLength(60);
        builder.Property(e => e.To).HasMaxLength(60);
        builder.Property(e => e.DetailDigest).HasMaxLength(64);
        builder.HasIndex(e => new { e.CaseId, e.AtUtc });
        builder.HasIndex(e => e.AtUtc);
        builder.HasOne<AuditDetail>().WithOne().HasForeignKey<AuditDetail>(d => d.EntryId);
    }
}

internal sealed class AuditDetailConfiguration : IEntityTypeConfiguration<AuditDetail>
{
    public void Configure(EntityTypeBuilder<AuditDetail> builder)
    {
        builder.HasKey(d => d.EntryId);
        builder.Property(d => d.Salt).HasMaxLength(64);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.To).HasMaxLength(254);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.CalendarName).HasMaxLength(100);
        builder.Property(m => m.ThreadKey).HasMaxLength(20);
        builder.Property(m => m.PostTo).HasMaxLength(1000);
        builder.Property(m => m.LastError).HasMaxLength(500);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.NextAttemptUtc);
        builder.HasIndex(m => m.CaseId);
        builder.HasIndex(m => m.OrganisationId);
    }
}

internal sealed class CounterConfiguration : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> builder)
    {
        builder.HasKey(c => c.Name);
        builder.Property(c => c.Name).HasMaxLength(40);
    }
}

internal sealed class PolicyVersionConfiguration : IEntityTypeConfiguration<PolicyVersion>
{
    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.HasKey(p => p.Number);
        builder.Property(p => p.Number).ValueGeneratedNever();
        builder.Property(p => p.Settings).HasJson();
    }
}
