using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class CheckRecordConfiguration : IEntityTypeConfiguration<CheckRecord>
{
    public void Configure(EntityTypeBuilder<CheckRecord> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Person).HasMaxLength(200);
        builder.Property(r => r.Evidence).HasJson();
        builder.Property(r => r.Note).HasMaxLength(2000);
        builder.Property(r => r.ListVersionIds).HasJson();
        builder.HasIndex(r => new { r.OrganisationId, r.Code });
        builder.HasIndex(r => r.CaseId);
        builder.HasIndex(r => new { r.Code, r.ValidUntil });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId);
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
    }
}

internal sealed class WaiverConfiguration : IEntityTypeConfiguration<Waiver>
{
    public void Configure(EntityTypeBuilder<Waiver> builder)
    {
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Reason).HasMaxLength(2000);
        builder.HasIndex(w => w.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(w => w.CaseId);
    }
}

internal sealed class DbsConfirmationConfiguration : IEntityTypeConfiguration<DbsConfirmation>
{
    public void Configure(EntityTypeBuilder<DbsConfirmation> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.PersonName).HasMaxLength(200);
        builder.Property(c => c.MaskedNumber).HasMaxLength(12);
        builder.HasIndex(c => c.OrganisationId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
    }
}

internal sealed class SignedDeclarationConfiguration : IEntityTypeConfiguration<SignedDeclaration>
{
    public void Configure(EntityTypeBuilder<SignedDeclaration> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.TextHash).HasMaxLength(64);
        builder.Property(d => d.SignatoryName).HasMaxLength(200);
        builder.Property(d => d.SignatoryRole).HasMaxLength(100);
        builder.Property(d => d.Organiser).HasMaxLength(200);
        builder.HasIndex(d => new { d.OrganisationId, d.SignedUtc });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Answers).HasJson();
        builder.Property(d => d.CheckRecordIds).HasJson();
        builder.Property(d => d.OccurrenceIds).HasJson();
        builder.HasIndex(d => d.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
    }
}

internal sealed class ListVersionConfiguration : IEntityTypeConfiguration<ListVersion>
{
    public void Configure(EntityTypeBuilder<ListVersion> builder)
    {
        builder.HasKey(v => v.Id);
        builder.Property(v => v.FileName).HasMaxLength(260);
        builder.Property(v => v.Hash).HasMaxLength(64);
        // One edition a number, and one that waits under number 0
        builder.HasIndex(v => new { v.List, v.Part, v.Number }).IsUnique();
    }
}

internal sealed class RescreeningConfiguration : IEntityTypeConfiguration<Rescreening>
{
    public void Configure(EntityTypeBuilder<Rescreening> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.LastReference).HasMaxLength(20);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.FinishedUtc, r.CreatedUtc });
        builder.HasIndex(r => r.ToVersionId);
        builder.HasOne<ListVersion>().WithMany().HasForeignKey(r => r.ToVersionId);
        builder.HasOne<Decision>().WithMany().HasForeignKey(r => r.DecisionId);
    }
}

internal sealed class ListEntryConfiguration : IEntityTypeConfiguration<ListEntry>
{
    public void Configure(EntityTypeBuilder<ListEntry> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Key).HasMaxLength(100);
        builder.Property(e => e.Names).HasJson();
        builder.Property(e => e.Facts).HasJson();
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasIndex(e => new { e.ListVersionId, e.Key }).IsUnique();
        builder.HasOne<ListVersion>().WithMany().HasForeignKey(e => e.ListVersionId);
    }
}

internal sealed class HitConfiguration : IEntityTypeConfiguration<Hit>
{
    public void Configure(EntityTypeBuilder<Hit> builder)
    {
        builder.HasKey(h => h.Id);
        builder.Property(h => h.NameTried).HasMaxLength(300);
        builder.Property(h => h.EntryKey).HasMaxLength(100);
        builder.Property(h => h.EntryHash).HasMaxLength(64);
        builder.Property(h => h.Band).HasMaxLength(20);
        builder.Property(h => h.Why).HasJson();
        builder.Property(h => h.Rules).HasJson().HasDefaultValueSql("'[]'");
        builder.Property(h => h.Compared).HasJson();
        builder.Property(h => h.Agreeing).HasJson().HasDefaultValueSql("'[]'");
        builder.Property(h => h.Reason).HasMaxLength(2000);
        builder.HasIndex(h => h.CaseId);
        builder.HasIndex(h => new { h.State, h.ProposedUtc });
        builder.HasOne<Case>().WithMany().HasForeignKey(h => h.CaseId);
        builder.HasOne<ListVersion>().WithMany().HasForeignKey(h => h.ListVersionId);
    }
}

internal sealed class FalseMatchConfiguration : IEntityTypeConfiguration<FalseMatch>
{
    public void Configure(EntityTypeBuilder<FalseMatch> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.NameKey).HasMaxLength(400);
        builder.Property(m => m.EntryKey).HasMaxLength(100);
        builder.Property(m => m.EntryHash).HasMaxLength(64);
        builder.HasIndex(m => new { m.NameKey, m.List, m.EntryKey });
    }
}
