using CouncilPremises.Application.People;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Reference).HasMaxLength(20);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => new { c.OrganisationId, c.CreatedUtc });
        // The queue reads by state and due day; closed cases pile up elsewhere in the index.
        builder.HasIndex(c => new { c.State, c.DueOn });
        builder.HasIndex(c => new { c.OwnerId, c.State });
        builder.HasIndex(c => c.LookAgainUtc);
        // What came before there were timers is late with nothing until they look
        builder.Property(c => c.Attention).HasDefaultValue(CaseAttention.None);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId);
    }
}

internal sealed class HireApplicationConfiguration : IEntityTypeConfiguration<HireApplication>
{
    public void Configure(EntityTypeBuilder<HireApplication> builder)
    {
        builder.HasKey(h => h.CaseId);
        builder.Property(h => h.Answers).HasJson();
        builder.Property(h => h.SavedSections).HasJson();
        builder.Property(h => h.ImportedAs).HasMaxLength(200);
        builder.HasOne<Case>().WithOne().HasForeignKey<HireApplication>(h => h.CaseId);
        builder.HasMany(h => h.Occurrences).WithOne().HasForeignKey(o => o.CaseId);
    }
}

internal sealed class OccurrenceConfiguration : IEntityTypeConfiguration<Occurrence>
{
    public void Configure(EntityTypeBuilder<Occurrence> builder)
    {
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Uid).HasMaxLength(64);
        builder.HasIndex(o => o.Uid).IsUnique();
        builder.HasIndex(o => new { o.SpaceId, o.StartUtc });
        builder.HasIndex(o => new { o.State, o.EndUtc });
        builder.HasOne<Space>().WithMany().HasForeignKey(o => o.SpaceId);
    }
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Answers).HasJson();
        builder.Property(s => s.Reopens).HasJson().HasDefaultValueSql("'[]'");
        builder.HasIndex(s => new { s.CaseId, s.Number }).IsUnique();
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId);
    }
}

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Sections).HasJson();
        builder.Property(c => c.SavedSections).HasJson();
        builder.Property(c => c.Answers).HasJson();
        builder.Property(c => c.Reopens).HasJson();
        builder.HasIndex(c => new { c.CaseId, c.State });
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasMany(c => c.Dates).WithOne().HasForeignKey(d => d.ChangeId);
    }
}

internal sealed class ChangeDateConfiguration : IEntityTypeConfiguration<ChangeDate>
{
    public void Configure(EntityTypeBuilder<ChangeDate> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Wanted);
        builder.HasOne<Space>().WithMany().HasForeignKey(d => d.SpaceId);
    }
}

internal sealed class ConflictStatementConfiguration : IEntityTypeConfiguration<ConflictStatement>
{
    public void Configure(EntityTypeBuilder<ConflictStatement> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Interest).HasMaxLength(1000);
        builder.HasIndex(s => new { s.CaseId, s.OfficerId });
        builder.HasOne<Case>().WithMany().HasForeignKey(s => s.CaseId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(s => s.OfficerId);
    }
}

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Question).HasMaxLength(1000);
        builder.Property(c => c.AnswerText).HasMaxLength(500);
        builder.HasIndex(c => c.CaseId);
        // What is asked of the Prevent lead and others: open ones only, however many were answered.
        builder.HasIndex(c => new { c.AnsweredUtc, c.Kind });
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
    }
}

internal sealed class ConditionConfiguration : IEntityTypeConfiguration<Condition>
{
    public void Configure(EntityTypeBuilder<Condition> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Text).HasMaxLength(1000);
        builder.Property(c => c.Reason).HasMaxLength(1000);
        builder.HasIndex(c => c.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
    }
}

internal sealed class InformationRequestConfiguration : IEntityTypeConfiguration<InformationRequest>
{
    public void Configure(EntityTypeBuilder<InformationRequest> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Asked).HasJson();
        builder.Property(r => r.AskedOfGrant).HasJson();
        builder.Ignore(r => r.Questions);
        builder.Property(r => r.Question).HasMaxLength(2000);
        builder.Property(r => r.Answer).HasMaxLength(4000);
        builder.HasIndex(r => r.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
    }
}

internal sealed class CaseNoteConfiguration : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Text).HasMaxLength(2000);
        builder.HasIndex(n => n.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId);
    }
}
