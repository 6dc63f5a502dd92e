using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Awards;

/// <summary>The services about awards, their payments and reports.</summary>
internal static class AwardsSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAwards(this IServiceCollection services) =>
        services
            .AddScoped<AgreementTexts>()
            .AddScoped<AwardOffers>()
            .AddScoped<BankVault>()
            .AddScoped<BankKeeping>()
            .AddScoped<BankErasure>()
            .AddScoped<PayLookUps>()
            .AddScoped<Payments>()
            .AddScoped<PaymentFiles>()
            .AddScoped<PaymentSchedules>()
            .AddScoped<PaymentQueue>()
            .AddScoped<AwardChanges>()
            .AddScoped<AwardEndings>()
            .AddScoped<GrantReporting>()
            .AddScoped<SharedLessons>();
}
