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
        builder.Property(g => g.Wards).HasJson();
        builder.Property(g => g.Clarification!).HasJson();
        builder.Property(g => g.CommunityTest!).HasJson();
        builder.Property(g => g.Title).HasMaxLength(200);
        builder.HasOne<Case>().WithOne().HasForeignKey<GrantApplication>(g => g.CaseId);
        builder.HasOne<GrantRound>().WithMany().HasForeignKey(g => g.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Fund>().WithMany().HasForeignKey(g => g.FundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.RoundId, g.CaseId });
        builder.HasIndex(g => new { g.FundId, g.PlanLineId });
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
        builder.Property(a => a.Marks).HasMaxLength(10);
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
        builder.HasIndex(a => a.ApprovedUtc);
    }
}

internal sealed class OverlapKeyConfiguration : IEntityTypeConfiguration<OverlapKey>
{
    public void Configure(EntityTypeBuilder<OverlapKey> builder)
    {
        builder.HasKey(k => new { k.CaseId, k.Kind, k.Value });
        builder.HasIndex(k => new { k.Value, k.Kind, k.CaseId });
        builder.HasOne<Case>().WithMany().HasForeignKey(k => k.CaseId);
    }
}

internal sealed class OverlapDismissalConfiguration : IEntityTypeConfiguration<OverlapDismissal>
{
    public void Configure(EntityTypeBuilder<OverlapDismissal> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Reason).HasMaxLength(OverlapRules.MostCharacters);
        builder.HasIndex(d => new { d.FirstCaseId, d.SecondCaseId, d.Kind }).IsUnique();
        builder.HasIndex(d => d.SecondCaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.FirstCaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.SecondCaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
