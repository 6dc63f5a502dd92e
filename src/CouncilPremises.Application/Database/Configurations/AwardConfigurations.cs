using CouncilPremises.Application.Awards;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class InstalmentConfiguration : IEntityTypeConfiguration<Instalment>
{
    public void Configure(EntityTypeBuilder<Instalment> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.FileReference).HasMaxLength(20);
        builder.Property(i => i.Reason).HasMaxLength(FundFacts.LongestText);
        builder.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId);
        builder.HasOne<BankDetails>().WithMany().HasForeignKey(i => i.BankDetailsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.CaseId, i.Number }).IsUnique();
        builder.HasIndex(i => new { i.State, i.DueOn });
        builder.HasIndex(i => i.FileReference);
    }
}

internal sealed class GrantReportConfiguration : IEntityTypeConfiguration<GrantReport>
{
    public void Configure(EntityTypeBuilder<GrantReport> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Content).HasJson();
        builder.Property(r => r.ReturnReason).HasMaxLength(ReportRules.LongestText);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasIndex(r => new { r.CaseId, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.State, r.SentUtc });
        builder.HasIndex(r => new { r.SharesLessons, r.ReadUtc });
    }
}

internal sealed class BankDetailsConfiguration : IEntityTypeConfiguration<BankDetails>
{
    public void Configure(EntityTypeBuilder<BankDetails> builder)
    {
        builder.HasKey(b => b.Id);
        builder.Property(b => b.AccountName).HasMaxLength(BankFacts.LongestName);
        builder.Property(b => b.LastFour).HasMaxLength(4);
        builder.Property(b => b.AccountHash).HasMaxLength(64);
        builder.Property(b => b.Contacts).HasJson();
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.Ignore(b => b.Shown);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.OrganisationId, b.SupersededUtc });
        builder.HasIndex(b => b.AccountHash);
        builder.HasIndex(b => new { b.SupersededUtc, b.VerifiedUtc });
    }
}

internal sealed class RecoveryConfiguration : IEntityTypeConfiguration<Recovery>
{
    public void Configure(EntityTypeBuilder<Recovery> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Reason).HasMaxLength(FundFacts.LongestText);
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasIndex(r => r.CaseId);
    }
}

internal sealed class AwardVariationConfiguration : IEntityTypeConfiguration<AwardVariation>
{
    public void Configure(EntityTypeBuilder<AwardVariation> builder)
    {
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Reason).HasMaxLength(FundFacts.LongestText);
        builder.Property(v => v.LinesBefore).HasJson();
        builder.Property(v => v.LinesAfter).HasJson();
        builder.HasOne<Case>().WithMany().HasForeignKey(v => v.CaseId);
        builder.HasIndex(v => v.CaseId);
    }
}

internal sealed class PaymentFileConfiguration : IEntityTypeConfiguration<PaymentFile>
{
    public void Configure(EntityTypeBuilder<PaymentFile> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Reference).HasMaxLength(20);
        builder.HasIndex(f => f.Reference).IsUnique();
        builder.HasIndex(f => f.MadeUtc);
    }
}

internal sealed class AgreementEditionConfiguration : IEntityTypeConfiguration<AgreementEdition>
{
    public void Configure(EntityTypeBuilder<AgreementEdition> builder)
    {
        builder.HasKey(e => e.Version);
        builder.Property(e => e.Version).ValueGeneratedNever();
        builder.Property(e => e.Template).HasMaxLength(AgreementTexts.LongestText);
        builder.Property(e => e.ApprovedBy).HasMaxLength(200);
        builder.Ignore(e => e.Text);
    }
}

internal sealed class SealedKeyConfiguration : IEntityTypeConfiguration<SealedKey>
{
    public void Configure(EntityTypeBuilder<SealedKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(100);
    }
}
