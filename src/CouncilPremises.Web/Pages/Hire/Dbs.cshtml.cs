using System.ComponentModel.DataAnnotations;
using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Checks;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>The safeguarding lead confirms the group's DBS checks. There is no box for what a certificate says.</summary>
public sealed class DbsModel(CaseFiles files, DbsConfirming confirming) : ApplicationPage(files)
{
    [BindProperty]
    public DbsInput Input { get; set; } = new();

    public IReadOnlyList<DbsPerson> People { get; private set; } = [];

    public static IReadOnlyList<Choice> Levels { get; } =
    [
        new(nameof(DbsLevel.Basic), "Basic"), new(nameof(DbsLevel.Standard), "Standard"), new(nameof(DbsLevel.Enhanced), "Enhanced"),
        new(nameof(DbsLevel.EnhancedWithBarredList), "Enhanced with barred list"),
    ];

    public static IReadOnlyList<Choice> Lists { get; } = [new(nameof(BarredLists.Children), "Children’s"), new(nameof(BarredLists.Adults), "Adults’")];

    /// <summary>People whose check the law allows to be asked for, and who have no confirmation that counts.</summary>
    public IReadOnlyList<Choice> ToConfirm => [.. People.Where(p => p is { Ask: not null, Until: null }).Select(p => new Choice(p.Name, p.Name, p.Does))];

    public bool MayConfirm => Application.GroupRoles(Me).HasFlag(Roles.SafeguardingLead);

    protected override bool IsOpen => People.Count > 0
        && !Application.Case.State.IsClosed();

    protected override string Done => "Thank you: we noted it.";

    protected override string NextHref => $"/hire/{Reference}/dbs";

    protected override async Task ReadAsync(CancellationToken cancellationToken) => People = await confirming.PeopleAsync(Application, cancellationToken);

    protected override Task<Outcome> ActAsync(CancellationToken cancellationToken)
    {
        var ask = Input is { Level: { } level, Workforce: { } workforce }
            ? new DbsAsk(level, workforce, Input.BarredLists.Aggregate(BarredLists.None, (all, one) => all | one))
            : null;
        return confirming.ConfirmAsync(Reference, new ConfirmDbs(Input.Person, ask, Input.CertificateNumber, Input.IssuedOn, Input.IsConfirmed), Me, cancellationToken);
    }

    public sealed class DbsInput
    {
        [Display(Name = "Whose check it was"), Required(ErrorMessage = "Choose whose check it was")]
        public string? Person { get; set; }

        [Display(Name = "The level"), Required(ErrorMessage = "Choose the level of the check")]
        public DbsLevel? Level { get; set; }

        [Display(Name = "The barred lists")]
        public List<BarredLists> BarredLists { get; set; } = [];

        [Display(Name = "The workforce"), Required(ErrorMessage = "Choose the workforce of the check")]
        public DbsWorkforce? Workforce { get; set; }

        [Display(Name = "The certificate number"), Required(ErrorMessage = "Enter the 12 digits of the certificate number. We keep only the last four")]
        public string? CertificateNumber { get; set; }

        [Display(Name = "The date on the certificate"), Required(ErrorMessage = "Enter the date on the certificate")]
        public DateOnly? IssuedOn { get; set; }

        [Display(Name = "Whether it is confirmed"), Required(ErrorMessage = "Choose Confirmed or Not confirmed")]
        public bool? IsConfirmed { get; set; }
    }
}
