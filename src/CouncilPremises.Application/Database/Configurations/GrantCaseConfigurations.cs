using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class GrantApplicationConfiguration : IEntityTypeConfiguration<GrantApplication>
{
    public void Configure(EntityTypeBuilder<GrantApplication> builder)
    {
        builder.HasKey(g => g.CaseId);
        builder.Property(g => g.Answers).HasJson();
        builder.Property(g => g.SavedSections).HasJson();
        builder.Property(g => g.Clarification!).HasJson();
        builder.Property(g => g.CommunityTest!).HasJson();
        builder.Property(g => g.Title).HasMaxLength(200);
        builder.HasOne<Case>().WithOne().HasForeignKey<GrantApplication>(g => g.CaseId);
        builder.HasOne<GrantRound>().WithMany().HasForeignKey(g => g.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Fund>().WithMany().HasForeignKey(g => g.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.RoundId, g.CaseId });
    }
}

internal sealed class GrantSubmissionConfiguration : IEntityTypeConfiguration<GrantSubmission>
{
    public void Configure(EntityTypeBuilder<GrantSubmission> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Answers).HasJson();
        builder.HasIndex(s => new { s.CaseId, s.Number }).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId);
    }
}

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Scores).HasJson();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.CaseId, a.SubmissionNumber, a.AssessorId }).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(a => a.CaseId);
    }
}

internal sealed class ModerationConfiguration : IEntityTypeConfiguration<Moderation>
{
    public void Configure(EntityTypeBuilder<Moderation> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Reason).HasMaxLength(AssessmentRules.MostCharacters);
        builder.Property(m => m.AgreedReason).HasMaxLength(AssessmentRules.MostCharacters);
        builder.HasIndex(m => m.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
    }
}

internal sealed class AwardConfiguration : IEntityTypeConfiguration<Award>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.HasKey(a => a.CaseId);
        builder.Property(a => a.Lines).HasJson();
        builder.Property(a => a.Termination!).HasJson();
        builder.Property(a => a.Withholding!).HasJson();
        builder.Property(a => a.AgreementHash).HasMaxLength(64);
        builder.Property(a => a.PublicDescription).HasMaxLength(FundFacts.LongestText);
        builder.Property(a => a.SuspensionText).HasMaxLength(FundFacts.LongestText);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Case>().WithOne().HasForeignKey<Award>(a => a.CaseId);
        builder.HasOne<Fund>().WithMany().HasForeignKey(a => a.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.FundId, a.State });
        builder.HasIndex(a => new { a.State, a.AcceptBy });
    }
}
