using CouncilPremises.Application.Checks;
using CouncilPremises.Application.Decisions;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Application.Elections;
using CouncilPremises.Application.Hire;
using CouncilPremises.Application.Hirers;
using CouncilPremises.Application.Lists;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Premises;
using Microsoft.Extensions.DependencyInjection;

namespace CouncilPremises.Application.Cases;

/// <summary>The services about applications, cases, checks and decisions.</summary>
internal static class CasesSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSingleton<ScreeningLists>().AddSingleton<EverydayAlerts>();
        services.AddScoped<BankHolidays>().AddScoped<PolicySource>();
        services.AddScoped<CaseFiles>().AddScoped<CaseDesk>().AddScoped<CaseNotices>().AddScoped<CaseReferences>().AddScoped<RoleWork>().AddScoped<CaseQueue>().AddScoped<CaseViews>();
        services.AddScoped<Eligible>().AddScoped<SensitiveReading>().AddScoped<CaseMarks>().AddScoped<SavedFilters>().AddScoped<BulkWork>().AddScoped<Absences>().AddScoped<AdviceQueue>();
        services.AddScoped<Triage>().AddScoped<Consultations>().AddScoped<InformationRequests>();
        services.AddScoped<CheckRecording>().AddScoped<Waivers>().AddScoped<ScreeningRuns>().AddScoped<HitAlerts>().AddScoped<HitQueue>().AddScoped<FairnessReports>().AddScoped<HitViews>().AddScoped<Rescreenings>().AddScoped<HitResolutions>().AddScoped<ScreeningClosure>();
        services.AddScoped<Editions>().AddScoped<ListImports>().AddScoped<ListDifferences>().AddScoped<ListQueries>().AddScoped<ProscribedRegister>().AddScoped<PartnerNotices>();
        services.AddScoped<Recommendations>().AddScoped<Approvals>().AddScoped<Confirmations>().AddScoped<RefusalDecisions>();
        services.AddScoped<Revisions>().AddScoped<Changes>().AddScoped<ChangeDecisions>().AddScoped<ChangeClosure>().AddScoped<AnswerVersions>();
        services.AddScoped<AftermathNotices>().AddScoped<Holds>().AddScoped<Duties>();
        services.AddScoped<Cancellations>().AddScoped<BookingClosures>().AddScoped<Breaches>().AddScoped<Reviews>().AddScoped<ReviewEffects>();
        services.AddScoped<HireDrafts>().AddScoped<HireRooms>().AddScoped<HireSubmissions>().AddScoped<HireEndings>().AddScoped<DeclarationSigning>().AddScoped<DeclarationRecords>().AddScoped<PaperSignatures>().AddScoped<CoSigning>().AddScoped<DbsConfirming>();
        services.AddScoped<ElectionKeeping>().AddScoped<ElectionPrecedence>().AddScoped<HirerEntries>().AddScoped<TypedApplications>();
        return services;
    }
}
