using CouncilPremises.Application.Organisations;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.Calendars;
using CouncilPremises.Domain.Organisations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CouncilPremises.Application.Database.Configurations;

internal sealed class AppUserConfiguration : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("users");
        builder.Property(u => u.FullName).HasMaxLength(200);
        builder.Property(u => u.JobTitle).HasMaxLength(200);
        // Identity's type cannot be compared on SQLite
        builder.Property(u => u.LockoutEnd).HasConversion<OffsetAsUtc>().HasColumnName("lockout_end_utc");
    }
}

/// <summary>Passkeys as Identity's own third schema has them; the rest of its tables stays as it was.</summary>
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const int LongestId = 1024;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("user_passkeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(LongestId);
        builder.HasIndex(passkey => passkey.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(passkey => passkey.UserId);
        builder.OwnsOne(passkey => passkey.Data, data =>
        {
            data.ToJson();
            // Identity's type cannot be compared on SQLite
            data.Property(one => one.CreatedAt).HasConversion<OffsetAsUtc>();
        });
    }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.OtherNames).HasJson();
        builder.Property(o => o.CharityNumber).HasMaxLength(8);
        builder.Property(o => o.CompanyNumber).HasMaxLength(8);
        builder.Property(o => o.Address).HasMaxLength(500);
        builder.Property(o => o.LetterFormat).HasMaxLength(LetterFormats.Longest);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => o.CharityNumber).IsUnique();
        builder.HasIndex(o => o.CompanyNumber).IsUnique();
        builder.HasIndex(o => o.Name);
        builder.HasMany(o => o.OfficeHolders).WithOne().HasForeignKey(h => h.OrganisationId);
        builder.HasMany(o => o.Memberships).WithOne().HasForeignKey(m => m.OrganisationId);
    }
}

internal sealed class OfficeHolderConfiguration : IEntityTypeConfiguration<OfficeHolder>
{
    public void Configure(EntityTypeBuilder<OfficeHolder> builder)
    {
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Name).HasMaxLength(200);
        builder.Property(h => h.Role).HasMaxLength(100);
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasKey(m => new { m.OrganisationId, m.UserId });
        builder.HasIndex(m => m.UserId);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(m => m.UserId);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.SecretHash).HasMaxLength(64);
        builder.Property(i => i.GuestOf).HasMaxLength(200);
        builder.HasIndex(i => i.SecretHash).IsUnique();
        builder.HasIndex(i => i.OrganisationId);
    }
}

internal sealed class KeptFormConfiguration : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => f.UserId);
        builder.HasIndex(f => f.ExpiresUtc);
    }
}

internal sealed class CalendarLinkConfiguration : IEntityTypeConfiguration<CalendarLink>
{
    public void Configure(EntityTypeBuilder<CalendarLink> builder)
    {
        builder.HasKey(l => l.Id);
        builder.Property(l => l.SecretHash).HasMaxLength(64);
        builder.HasIndex(l => l.SecretHash).IsUnique();
        builder.HasIndex(l => new { l.Scope, l.ScopeId });
    }
}
