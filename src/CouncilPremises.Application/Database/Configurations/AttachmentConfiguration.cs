using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.Purpose).HasMaxLength(AttachmentRules.LongestPurpose);
        builder.Property(a => a.FileName).HasMaxLength(AttachmentNames.Longest);
        builder.Property(a => a.StoredName).HasMaxLength(32);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.Property(a => a.Virus).HasMaxLength(100);
        builder.Ignore(a => a.MustGo);
        builder.HasIndex(a => a.CaseId);
        builder.HasIndex(a => a.StoredName).IsUnique();
        // What the worker looks for: few files wait at any time
        builder.HasIndex(a => a.LookUtc);
        builder.HasIndex(a => new { a.Scan, a.ScanTries });
        builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
    }
}
