using CouncilPremises.Application.Timers;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class TimerMarkConfiguration : IEntityTypeConfiguration<TimerMark>
{
    public void Configure(EntityTypeBuilder<TimerMark> builder)
    {
        // The key is the last word on doing a thing once
        builder.HasKey(m => new { m.SubjectId, m.Kind, m.Step });
        builder.Property(m => m.Kind).HasMaxLength(40);
        builder.HasIndex(m => m.CaseId);
    }
}

internal sealed class TimerLeaseConfiguration : IEntityTypeConfiguration<TimerLease>
{
    public void Configure(EntityTypeBuilder<TimerLease> builder)
    {
        builder.HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(20);
    }
}

internal sealed class NoticeTextConfiguration : IEntityTypeConfiguration<NoticeText>
{
    public void Configure(EntityTypeBuilder<NoticeText> builder)
    {
        builder.HasKey(t => new { t.Code, t.Version });
        builder.Property(t => t.Code).HasMaxLength(20);
        builder.Property(t => t.Text).HasMaxLength(NoticeText.Longest);
    }
}
