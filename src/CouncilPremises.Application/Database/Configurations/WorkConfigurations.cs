using CouncilPremises.Application.Cases;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class CaseMarkConfiguration : IEntityTypeConfiguration<CaseMark>
{
    public void Configure(EntityTypeBuilder<CaseMark> builder)
    {
        builder.HasKey(m => new { m.UserId, m.CaseId });
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId);
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
    }
}

internal sealed class SavedFilterConfiguration : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Name).HasMaxLength(SavedFilter.LongestName);
        builder.Property(f => f.Search).HasMaxLength(QueueFilter.LongestSearch);
        builder.HasIndex(f => new { f.UserId, f.Name }).IsUnique();
        builder.HasOne<AppUser>().WithMany().HasForeignKey(f => f.UserId);
    }
}
