using CouncilPremises.Application.People;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Elections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class CaseHelpConfiguration : IEntityTypeConfiguration<CaseHelp>
{
    public void Configure(EntityTypeBuilder<CaseHelp> builder)
    {
        builder.HasKey(h => h.Id);
        builder.HasIndex(h => new { h.CaseId, h.OfficerId });
        builder.HasOne<Case>().WithMany().HasForeignKey(h => h.CaseId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(h => h.OfficerId);
    }
}

internal sealed class CoSignRequestConfiguration : IEntityTypeConfiguration<CoSignRequest>
{
    public void Configure(EntityTypeBuilder<CoSignRequest> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Organiser).HasMaxLength(200);
        builder.Property(r => r.Email).HasMaxLength(254);
        builder.Property(r => r.SecretHash).HasMaxLength(64);
        builder.HasIndex(r => r.SecretHash).IsUnique();
        builder.HasIndex(r => r.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
    }
}

internal sealed class ElectionConfiguration : IEntityTypeConfiguration<Election>
{
    public void Configure(EntityTypeBuilder<Election> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Name).HasMaxLength(200);
        builder.Property(e => e.Wards).HasJson();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.HasIndex(e => e.PollingDay);
    }
}
