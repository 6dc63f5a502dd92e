using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class PolicyProposalConfiguration : IEntityTypeConfiguration<PolicyProposal>
{
    public void Configure(EntityTypeBuilder<PolicyProposal> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Settings).HasJson();
        builder.Property(p => p.Reason).HasMaxLength(1000);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.State);
    }
}

internal sealed class DeclarationEditionConfiguration : IEntityTypeConfiguration<DeclarationEdition>
{
    public void Configure(EntityTypeBuilder<DeclarationEdition> builder)
    {
        builder.HasKey(e => e.Version);
        builder.Property(e => e.Version).ValueGeneratedNever();
        builder.Property(e => e.Template).HasMaxLength(10_000);
        builder.Property(e => e.ApprovedBy).HasMaxLength(200);
        builder.Ignore(e => e.Text);
    }
}

internal sealed class SetupMarkConfiguration : IEntityTypeConfiguration<SetupMark>
{
    public void Configure(EntityTypeBuilder<SetupMark> builder)
    {
        builder.HasKey(m => m.Point);
        builder.Property(m => m.Note).HasMaxLength(500);
    }
}
