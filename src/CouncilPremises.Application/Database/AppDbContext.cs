using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.People;
using CouncilPremises.Application.Policies;
using CouncilPremises.Application.Timers;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Attachments;
using CouncilPremises.Domain.Audit;
using CouncilPremises.Domain.Calendars;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.Decisions;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Domain.Elections;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Lists;
using CouncilPremises.Domain.Notices;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.Policies;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Setup;
using CouncilPremises.Domain.Timers;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Database;

/// <summary>The one model. Two providers own their migrations and mappings; nothing else asks which database it is on.</summary>
public abstract class AppDbContext(DbContextOptions options) : IdentityUserContext<AppUser, Guid>(options), IDataProtectionKeyContext
{
#pragma warning disable CS1591 // one table a line: the entity's own summary says what it is
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<OfficeHolder> OfficeHolders => Set<OfficeHolder>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Venue> Venues => Set<Venue>();
    public DbSet<Space> Spaces => Set<Space>();
    public DbSet<Closure> Closures => Set<Closure>();
    public DbSet<BankHoliday> BankHolidays => Set<BankHoliday>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<HireApplication> HireApplications => Set<HireApplication>();

    /// <summary>Applications for grants.</summary>
    public DbSet<GrantApplication> GrantApplications => Set<GrantApplication>();

    /// <summary>What was sent, version by version.</summary>
    public DbSet<GrantSubmission> GrantSubmissions => Set<GrantSubmission>();

    /// <summary>Scores.</summary>
    public DbSet<Assessment> Assessments => Set<Assessment>();

    /// <summary>Gaps between scores that were settled.</summary>
    public DbSet<Moderation> Moderations => Set<Moderation>();

    /// <summary>Awards.</summary>
    public DbSet<Award> Awards => Set<Award>();

    /// <summary>By what cases are found that share something.</summary>
    public DbSet<OverlapKey> OverlapKeys => Set<OverlapKey>();

    /// <summary>Overlaps that mean nothing, and why.</summary>
    public DbSet<OverlapDismissal> OverlapDismissals => Set<OverlapDismissal>();
    public DbSet<Instalment> Instalments => Set<Instalment>();
    public DbSet<GrantReport> GrantReports => Set<GrantReport>();
    public DbSet<BankDetails> BankDetails => Set<BankDetails>();
    public DbSet<Recovery> Recoveries => Set<Recovery>();
    public DbSet<AwardVariation> AwardVariations => Set<AwardVariation>();
    public DbSet<PaymentFile> PaymentFiles => Set<PaymentFile>();
    public DbSet<AgreementEdition> AgreementEditions => Set<AgreementEdition>();
    public DbSet<SealedKey> SealedKeys => Set<SealedKey>();
    public DbSet<Occurrence> Occurrences => Set<Occurrence>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<ChangeDate> ChangeDates => Set<ChangeDate>();
    public DbSet<ConflictStatement> ConflictStatements => Set<ConflictStatement>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<Condition> Conditions => Set<Condition>();
    public DbSet<InformationRequest> InformationRequests => Set<InformationRequest>();
    public DbSet<CaseNote> CaseNotes => Set<CaseNote>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<CaseMark> CaseMarks => Set<CaseMark>();
    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();
    public DbSet<CheckRecord> CheckRecords => Set<CheckRecord>();
    public DbSet<Waiver> Waivers => Set<Waiver>();
    public DbSet<DbsConfirmation> DbsConfirmations => Set<DbsConfirmation>();
    public DbSet<SignedDeclaration> SignedDeclarations => Set<SignedDeclaration>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<CaseHold> CaseHolds => Set<CaseHold>();
    public DbSet<Cancellation> Cancellations => Set<Cancellation>();
    public DbSet<ClosureOrder> ClosureOrders => Set<ClosureOrder>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<Breach> Breaches => Set<Breach>();
    public DbSet<ListVersion> ListVersions => Set<ListVersion>();
    public DbSet<ListEntry> ListEntries => Set<ListEntry>();
    public DbSet<Rescreening> Rescreenings => Set<Rescreening>();
    public DbSet<Hit> Hits => Set<Hit>();
    public DbSet<FalseMatch> FalseMatches => Set<FalseMatch>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AuditDetail> AuditDetails => Set<AuditDetail>();
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<NoticeText> NoticeTexts => Set<NoticeText>();
    public DbSet<TimerMark> TimerMarks => Set<TimerMark>();
    public DbSet<TimerLease> TimerLeases => Set<TimerLease>();
    public DbSet<CalendarLink> CalendarLinks => Set<CalendarLink>();
    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();
    public DbSet<CaseHelp> CaseHelps => Set<CaseHelp>();
    public DbSet<CoSignRequest> CoSignRequests => Set<CoSignRequest>();
    public DbSet<Election> Elections => Set<Election>();
    public DbSet<Fund> Funds => Set<Fund>();
    public DbSet<GrantRound> GrantRounds => Set<GrantRound>();
    public DbSet<ProgrammeCriterion> ProgrammeCriteria => Set<ProgrammeCriterion>();
    public DbSet<SelfAssessment> SelfAssessments => Set<SelfAssessment>();
    public DbSet<KeptForm> KeptForms => Set<KeptForm>();

    public DbSet<PolicyProposal> PolicyProposals => Set<PolicyProposal>();
    public DbSet<DeclarationEdition> DeclarationEditions => Set<DeclarationEdition>();
    public DbSet<SetupMark> SetupMarks => Set<SetupMark>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
#pragma warning restore CS1591

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(200);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<Money>().HaveConversion<PenceConverter>();
    }
}

/// <summary>A running number, such as the last booking reference of a year. Raised in the transaction that uses it.</summary>
public sealed class Counter
{
    private Counter() { }

    /// <summary>A new counter at zero.</summary>
    public Counter(string name) => Name = name;

    /// <summary>What it counts: "HB-2026".</summary>
    public string Name { get; private set; } = "";

    /// <summary>The last number given.</summary>
    public int Value { get; private set; }
}

/// <summary>The model on SQLite: the built-in default, for one web process.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options)
{
    /// <summary>Saves in turn with the other writers of this process; inside a transaction the turn is held already.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = Database.CurrentTransaction is null ? await SqliteWriters.WaitAsync(this, cancellationToken) : null;
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

/// <summary>The model on PostgreSQL: for several processes.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options);
