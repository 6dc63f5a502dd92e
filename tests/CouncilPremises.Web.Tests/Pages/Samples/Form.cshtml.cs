using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Tests.Pages.Samples;

public enum SpeakerKind { [Display(Name = "No")] None, OurOwn, External }

public enum AudienceKind { Members, InvitedGuests, [Display(Name = "Anyone", Description = "You advertise it")] Public }

/// <summary>A page with every kind of question, for the tests of the tags, the binders and the refusals.</summary>
[AllowAnonymous]
public sealed class FormModel : PageModel
{
    public static IReadOnlyList<Choice> AccessNeeds { get; } = [new("loop", "Hearing loop"), new("ramp", "Ramp", "At the side door")];

    [BindProperty]
    public FormInput Input { get; set; } = new();

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    [FromQuery(Name = "fail")]
    public string? Fail { get; set; }

    public void OnGet() => _ = Fail == "throw" ? throw new InvalidOperationException("secret detail") : 0;

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        Refusal[] refusals = Fail switch
        {
            "rule" => [new("B6", "This room holds 40 people.", "Guests"), new("B4", "The hall is closed that day.", "Slot")],
            "changed" => [.. Outcome.Changed().Refusals],
            "gone" => [.. Outcome.NotFound().Refusals],
            _ => []
        };
        if (refusals.Length > 0)
            return this.PageWithRefusals(refusals);
        this.Notify($"Saved {Input.Name} for {Input.Day:yyyy-MM-dd} at {Input.Start:HH\\:mm}, {Input.Price}.");
        return Redirect("/samples/form");
    }
}

public sealed class FormInput
{
    [Display(Name = "Name of the event"), Required(ErrorMessage = "Enter the name of your event")]
    public string? Name { get; set; }

    [Display(Name = "How many people"), Required(ErrorMessage = "Enter how many people will come")]
    public int? Guests { get; set; }

    [Display(Name = "Password"), DataType(DataType.Password)]
    public string? Secret { get; set; }

    [Display(Name = "Description")]
    public string? Story { get; set; }

    [Display(Name = "Date of the event"), Required(ErrorMessage = "Enter the date of your event")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Start time"), Required(ErrorMessage = "Enter when it starts")]
    public TimeOnly? Start { get; set; }

    [Display(Name = "Entry price")]
    public Money? Price { get; set; }

    [Required(ErrorMessage = "Choose whether anyone will speak")]
    public SpeakerKind? Speakers { get; set; }

    [Display(Name = "Name of the speaker")]
    public string? SpeakerName { get; set; }

    [Display(Name = "Who may come")]
    public AudienceKind? Audience { get; set; }

    [Display(Name = "Do you sell tickets")]
    public bool? Ticketed { get; set; }

    [Display(Name = "Access needs")]
    public IReadOnlyList<string> Needs { get; set; } = [];

    [Display(Name = "Who else may come")]
    public AudienceKind? Audience2 { get; set; }

    [Display(Name = "I agree")]
    public bool Agreed { get; set; }
}
