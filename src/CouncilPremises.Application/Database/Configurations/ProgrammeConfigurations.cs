using CouncilPremises.Domain.Grants;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class ProgrammeCriterionConfiguration : IEntityTypeConfiguration<ProgrammeCriterion>
{
    public void Configure(EntityTypeBuilder<ProgrammeCriterion> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Title).HasMaxLength(CriterionFacts.LongestTitle);
        builder.Property(c => c.Levels).HasJson();
        builder.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class SelfAssessmentConfiguration : IEntityTypeConfiguration<SelfAssessment>
{
    public void Configure(EntityTypeBuilder<SelfAssessment> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Findings).HasJson();
        builder.Property(a => a.SentBack).HasMaxLength(CriterionFinding.Most);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.State);
        builder.HasIndex(a => a.Year).IsUnique();
    }
}
