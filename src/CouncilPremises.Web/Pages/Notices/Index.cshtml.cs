using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CouncilPremises.Application.Notices;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Binding;
using CouncilPremises.Web.People;
using CouncilPremises.Web.Shell;
using CouncilPremises.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Notices;

/// <summary>Messages sent: what left, what waits, what could not be delivered.</summary>
[RequirePermission(Permission.ReadNotices)]
public sealed class IndexModel(SentMessages messages) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "Reference"), StringLength(20, ErrorMessage = "A reference looks like HB-2026-00123")]
    public string? Reference { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Delivery")]
    public Delivery? Delivery { get; set; }

    [FromQuery(Name = "page")]
    public string? Number { get; set; }

    public MessagePage Messages { get; private set; } = new([], 1, 1, 0);

    public bool MaySend => User.Has(Permission.WorkCases);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return this.PageWithMistakes();
        if (PageNumber is null)
            return NotFound();
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await messages.SendAgainAsync(id, User.ToActor(), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Notify("The message is being sent again.");
            return LocalRedirect($"/notices?reference={Uri.EscapeDataString(Reference ?? "")}&delivery={Delivery}&page={PageNumber ?? 1}");
        }

        await LoadAsync(cancellationToken);
        return this.PageWithRefusals(outcome.Refusals);
    }

    public static IReadOnlyList<Choice> Deliveries { get; } = EnumChoices.Of<Delivery>(Words);

    public static string Words(Delivery delivery) => delivery switch
    {
        Application.Notices.Delivery.Waiting => "Waiting",
        Application.Notices.Delivery.TryingAgain => "Trying again",
        Application.Notices.Delivery.Sent => "Sent",
        Application.Notices.Delivery.NotDelivered => "Not delivered",
        Application.Notices.Delivery.ToPost => "To be printed and posted",
        Application.Notices.Delivery.Posted => "Posted",
    };

    public static string Colour(Delivery delivery) => delivery switch
    {
        Application.Notices.Delivery.Waiting => "blue",
        Application.Notices.Delivery.TryingAgain => "orange",
        Application.Notices.Delivery.Sent => "green",
        Application.Notices.Delivery.NotDelivered => "red",
        Application.Notices.Delivery.ToPost => "orange",
        Application.Notices.Delivery.Posted => "green",
    };

    private int? PageNumber => string.IsNullOrEmpty(Number) ? 1
        : int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Messages = await messages.ListAsync(new MessageFilter(Reference, Delivery, PageNumber ?? 1), User.ToActor(), cancellationToken);
}
