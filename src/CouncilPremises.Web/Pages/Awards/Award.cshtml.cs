using CouncilPremises.Application.Awards;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Grants;
using CouncilPremises.Domain.People;
using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CouncilPremises.Web.Pages.Awards;

/// <summary>The group's award: the offer and its agreement, then what is paid and what is to be reported.</summary>
public sealed class AwardModel(CaseFiles files, AwardOffers offers, AwardEndings endings, AgreementTexts texts, IOptions<CouncilSettings> council) : AwardPage(files)
{
    /// <summary>Ticked to accept.</summary>
    [BindProperty]
    public bool Agrees { get; set; }

    /// <summary>Hash of the text that was shown.</summary>
    [BindProperty]
    public string? TextHash { get; set; }

    /// <summary>Why the offer is turned down.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The group's side about an end that was proposed.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The case as the page showed it.</summary>
    [BindProperty]
    public int SeenVersion { get; set; }

    /// <summary>The text to accept, or the one that was accepted.</summary>
    public AgreementText Text { get; private set; } = AgreementText.V1;

    /// <summary>Its lines, with names and sums put in.</summary>
    public IReadOnlyList<string> Lines => Text.For(new AgreementParties(council.Value.Name, GrantCase.Organisation.Name, GrantCase.Grant.Title, Award.Amount, Award.Starts, Award.Ends));

    /// <summary>True for somebody who may accept.</summary>
    public bool MaySign => MyRoles.HasFlag(Roles.Signatory);

    /// <summary>True for somebody who may give bank details.</summary>
    public bool MayKeyBank => BankKeeping.WhyNotKey(GrantCase, Me) is null;

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken) =>
        Text = Award.AgreementVersion is { } version ? await texts.NumberedAsync(version, cancellationToken) ?? AgreementText.V1 : await texts.CurrentAsync(cancellationToken);

    /// <summary>Accepts the agreement.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await offers.AcceptAsync(Reference, new AcceptAgreement(Agrees, TextHash, SeenVersion), Me, cancellationToken), "You have accepted the grant. Now give us your bank details.", cancellationToken);

    /// <summary>Turns the offer down.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await offers.DeclineAsync(Reference, Reason, SeenVersion, Me, cancellationToken), "You have turned the offer down.", cancellationToken);

    /// <summary>Gives the group's side about an end.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await endings.AnswerAsync(Reference, Answer, Me, cancellationToken), "We have your answer, and write to you when it is decided.", cancellationToken);
}
