using CouncilPremises.Application.People;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class FundConfiguration : IEntityTypeConfiguration<Fund>
{
    public void Configure(EntityTypeBuilder<Fund> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(FundFacts.LongestLine);
        builder.Property(f => f.SchemeTitle).HasMaxLength(FundFacts.LongestLine);
        builder.Property(f => f.Purpose).HasMaxLength(FundFacts.LongestText);
        builder.Property(f => f.FundingSource).HasMaxLength(FundFacts.LongestLine);
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(f => f.ResponsibleOfficerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Lines).WithOne().HasForeignKey("FundId").IsRequired();
    }
}

internal sealed class DeliveryPlanLineConfiguration : IEntityTypeConfiguration<DeliveryPlanLine>
{
    public void Configure(EntityTypeBuilder<DeliveryPlanLine> builder)
    {
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Title).HasMaxLength(FundFacts.LongestLine);
        builder.Property(l => l.Owner).HasMaxLength(FundFacts.LongestLine);
        builder.Property(l => l.Target).HasMaxLength(FundFacts.LongestLine);
        builder.Property(l => l.Wards).HasJson();
    }
}

internal sealed class GrantRoundConfiguration : IEntityTypeConfiguration<GrantRound>
{
    public void Configure(EntityTypeBuilder<GrantRound> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Slug).HasMaxLength(80);
        builder.Property(r => r.Title).HasMaxLength(RoundFacts.LongestTitle);
        builder.Property(r => r.Description).HasMaxLength(RoundFacts.LongestDescription);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Slug).IsUnique();
        builder.HasIndex(r => new { r.FundId, r.ClosesUtc });
        builder.HasIndex(r => r.ClosesUtc);
        builder.HasOne<Fund>().WithMany().HasForeignKey(r => r.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.LatePermissions).WithOne().HasForeignKey("RoundId").IsRequired();
    }
}

internal sealed class LatePermissionConfiguration : IEntityTypeConfiguration<LatePermission>
{
    public void Configure(EntityTypeBuilder<LatePermission> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Reason).HasMaxLength(LatePermission.LongestReason);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId);
    }
}
