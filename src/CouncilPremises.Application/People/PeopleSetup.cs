using CouncilPremises.Application.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.People;

/// <summary>Registers accounts, sign-in and what protects them.</summary>
public static class PeopleSetup
{
    /// <summary>Adds Identity on the one database, with our rules for passwords and none of its own.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CouncilPremises").PersistKeysToDbContext<AppDbContext>();
        services.AddScoped<IPasswordValidator<AppUser>, PasswordRules>(); // in place of Identity's own, which asks for capitals and digits
        services.AddIdentityCore<AppUser>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = ""; // the user name is the e-mail address, apostrophes and all
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddErrorDescriber<AccountSentences>()
            .AddTokenProvider<DataProtectorTokenProvider<AppUser>>(TokenOptions.DefaultProvider);
        services.AddScoped<SignIns>();
        services.AddScoped<KeptForms>();
        services.AddScoped<Accounts>();
        services.AddScoped<AccountMessages>();
        services.AddScoped<Invitations>();
        services.AddScoped<StaffAccounts>();
        return services;
    }
}
