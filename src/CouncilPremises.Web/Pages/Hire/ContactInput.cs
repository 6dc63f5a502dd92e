using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>B2, the first questions of B3, and B16 as the page asks them.</summary>
public sealed class ContactInput : IValidatableObject
{
    public ContactFields Contact { get; set; } = new();

    public OnBehalfFields OnBehalf { get; set; } = new();

    public InsuranceFields Insurance { get; set; } = new();

    /// <summary>Fills the boxes.</summary>
    public static ContactInput Of(HireAnswers a) => new()
    {
        Contact = new() { Name = a.Contact.Name, Role = a.Contact.Role, Email = a.Contact.Email, NoEmail = a.Contact.NoEmail == true, Phone = a.Contact.Phone, Over18 = a.Contact.Over18 },
        OnBehalf = new() { ForAnother = a.OnBehalf.ForAnother, SubLetting = a.OnBehalf.SubLetting },
        Insurance = new() { VenueCover = a.Insurance.VenueCover, Insurer = a.Insurance.Insurer, Sum = a.Insurance.Sum, Expiry = a.Insurance.Expiry },
    };

    /// <summary>Puts the boxes into the answers.</summary>
    public HireAnswers ApplyTo(HireAnswers answers, bool asksInsurance, bool venueCovers)
    {
        var forOthers = OnBehalf.ForAnother == true || OnBehalf.SubLetting == true;
        return answers with
        {
            Contact = new ContactAnswers { Name = Contact.Name, Role = Contact.Role, Email = Contact.Email, NoEmail = Contact.NoEmail ? true : null, Phone = Contact.Phone, Over18 = Contact.Over18 },
            OnBehalf = (forOthers ? answers.OnBehalf : new OnBehalfAnswers()) with { ForAnother = OnBehalf.ForAnother, SubLetting = OnBehalf.SubLetting },
            Insurance = asksInsurance ? Insurance.ToAnswers(venueCovers) : answers.Insurance,
        };
    }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OnBehalf.ForAnother == true && OnBehalf.SubLetting is null)
            yield return new ValidationResult("Say whether you will let part of the room or time to somebody else", ["OnBehalf.SubLetting"]);
        if (OnBehalf.SubLetting == true && OnBehalf.ForAnother is null)
            yield return new ValidationResult("Say whether you book for somebody else", ["OnBehalf.ForAnother"]);
    }

    public sealed class ContactFields
    {
        [Display(Name = "The name")]
        public string? Name { get; set; }

        [Display(Name = "The role")]
        public string? Role { get; set; }

        [Display(Name = "The email address")]
        public string? Email { get; set; }

        [Display(Name = "Whether they have an email address")]
        public bool NoEmail { get; set; }

        [Display(Name = "The telephone number")]
        public string? Phone { get; set; }

        [Display(Name = "Whether they are 18 or over")]
        public bool? Over18 { get; set; }
    }

    public sealed class OnBehalfFields
    {
        [Display(Name = "Whether you book for another")]
        public bool? ForAnother { get; set; }

        [Display(Name = "Whether you let it on")]
        public bool? SubLetting { get; set; }
    }

    public sealed class InsuranceFields
    {
        [Display(Name = "Which insurance you use")]
        public bool? VenueCover { get; set; }

        [Display(Name = "The insurer")]
        public string? Insurer { get; set; }

        [Display(Name = "The sum insured")]
        public Money? Sum { get; set; }

        [Display(Name = "The last day of cover")]
        public DateOnly? Expiry { get; set; }

        /// <summary>What is known of the group's own policy is kept for next time, even when the venue's is used.</summary>
        public InsuranceAnswers ToAnswers(bool venueCovers) =>
            new() { VenueCover = venueCovers && VenueCover != false, Insurer = Insurer, Sum = Sum, Expiry = Expiry };
    }
}
