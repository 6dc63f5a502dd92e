using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Grants;

/// <summary>The services about funds, their rounds and applications for grants.</summary>
internal static class FundsSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddFunds(this IServiceCollection services) =>
        services
            .AddScoped<FundActs>()
            .AddScoped<FundKeeping>()
            .AddScoped<FundQueries>()
            .AddScoped<ProgrammeQueries>()
            .AddScoped<ProgrammeCriteria>()
            .AddScoped<SelfAssessments>()
            .AddScoped<SelfAssessmentQueries>()
            .AddScoped<RoundKeeping>()
            .AddScoped<GrantRounds>()
            .AddScoped<GrantDrafts>()
            .AddScoped<GrantSubmissions>()
            .AddScoped<Clarifications>()
            .AddScoped<Assessments>()
            .AddScoped<GrantDecisions>()
            .AddScoped<GrantOutcomes>()
            .AddScoped<GrantVersions>()
            .AddScoped<OverlapFactsReading>()
            .AddScoped<Overlaps>()
            .AddScoped<OverlapDismissals>()
            .AddScoped<RankingQueries>()
            .AddScoped<OutcomeQueries>();
}
