using CouncilPremises.Application.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Application.People;

/// <summary>Registers accounts, sign-in and what protects them.</summary>
public static class PeopleSetup
{
    /// <summary>Adds Identity on the one database, with our rules for passwords and none of its own.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
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
            .AddTokenProvider<DataProtectorTokenProvider<AppUser>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<AuthenticatorTokenProvider<AppUser>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserStore<AppUser>, AppUserStore>(); // in place of Identity's own, which keeps secrets as they are
        services.AddScoped<IPasskeyHandler<AppUser>, PasskeyHandler<AppUser>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey counts as both steps, so the device must have asked for a finger, a face or a PIN; and it must name its owner by itself
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddOptions<SignInSettings>().Bind(configuration.GetSection("SignIn"))
            .PostConfigure(signIn => signIn.StaffNeedSecondStep = !configuration.GetValue<bool>("Demo:Enabled")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInSettings>, SignInSettingsCheck>();
        services.AddScoped<SignIns>();
        services.AddScoped<KeptForms>();

        services.AddScoped<SecondSteps>();
        services.AddScoped<ProviderSignIns>();
        services.AddScoped<Accounts>();
        services.AddScoped<AccountMessages>();
        services.AddScoped<Invitations>();
        services.AddScoped<StaffAccounts>();
        return services;
    }
}
