using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CouncilPremises.Web.Shell;

/// <summary>
/// Refuses text that no database keeps: NUL characters and halves of surrogate pairs, anywhere in an address or a
/// form. One place, before any page sees it; the answer is the page for status 400.
/// </summary>
public sealed class TextGuard : IAsyncResourceFilter
{
    /// <summary>Whether the text can be stored.</summary>
    public static bool IsSound(string? text)
    {
        if (text is null)
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }

    /// <summary>Looks at the address of any request, whether or not a page answers it.</summary>
    public static Task CheckAddressAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var request = context.Request;
        if (IsSound(request.Path.Value) && request.Query.All(pair => IsSound(pair.Key) && pair.Value.All(IsSound)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.HttpContext.Request.HasFormContentType)
        {
            var form = await context.HttpContext.Request.ReadFormAsync(context.HttpContext.RequestAborted);
            var sound = form.All(pair => IsSound(pair.Key) && pair.Value.All(IsSound))
                && form.Files.All(file => IsSound(file.Name) && IsSound(file.FileName));
            if (!sound)
            {
                context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
                return;
            }
        }

        await next();
    }
}
