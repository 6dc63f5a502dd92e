using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CouncilPremises.Web.Pages.Errors;

/// <summary>What an error page says.</summary>
/// <param name="Heading">What happened.</param>
/// <param name="Sentences">What to do now.</param>
public sealed record ErrorWords(string Heading, params string[] Sentences);

/// <summary>Says what happened and what to do, whatever went wrong and however it was asked for. Never a stack trace.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The status code of the answer.</summary>
    [FromRoute]
    public int Status { get; set; }

    /// <summary>The number under which the log has this request.</summary>
    public string TraceNumber => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>The words for the status.</summary>
    public ErrorWords Words => Status switch
    {
        403 => new("You cannot open this page",
            "You are signed in, but your role does not include this page or this act.",
            "If you think it should, ask whoever manages your account."),
        404 => new("Page not found",
            "If you typed the address, check that it is right. If you pasted it, check that you copied all of it.",
            "If it belongs to an application, sign in with the account that may see it."),
        409 => new("This has changed since you opened it",
            "Someone else saved a change first, so yours was not saved.",
            "Go back, refresh the page to see what is there now, and try again."),
        413 => new("That file is too large", "Nothing was saved. Go back and choose a smaller file."),
        429 => new("Please wait a minute", "Too many forms were sent from where you are in a short time. Nothing was saved.",
            "Wait a minute, then go back and try again."),
        >= 400 and < 500 => new("We could not read that",
            "Something in the address or the form could not be read, or the page had been open for too long. Nothing was saved.",
            "Go back, refresh the page, and try again. If you pasted text, try typing it instead."),
        _ => new("Sorry, something went wrong",
            "This is our mistake, not yours. What you had saved before is safe.",
            "Try again in a few minutes.")
    };

    /// <summary>Answers in place of the page that failed.</summary>
    public void OnGet()
    {
        // After an exception the handler has already chosen the status
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
            Status = Response.StatusCode;
        Status = Status is >= 400 and <= 599 ? Status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
    }
}
