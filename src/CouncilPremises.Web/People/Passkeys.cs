using System.Security.Cryptography;
using CouncilPremises.Application.People;
using CouncilPremises.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CouncilPremises.Web.People;

/// <summary>What a page gives the browser to make or show a passkey.</summary>
/// <param name="Options">Options for the browser, as JSON.</param>
/// <param name="State">What we must remember until the answer, protected.</param>
public sealed record PasskeyRequest(string Options, string State);

/// <summary>What the browser answers.</summary>
public sealed class PasskeyAnswer
{
    /// <summary>The credential, as JSON.</summary>
    public string? Credential { get; set; }

    /// <summary>What the page remembered.</summary>
    public string? State { get; set; }

    /// <summary>What the owner calls it.</summary>
    public string? Name { get; set; }
}

/// <summary>The owner a passkey proves.</summary>
public sealed record ProvedPasskey(Guid UserId, UserPasskeyInfo Passkey);

/// <summary>Passkeys between browser and Identity. What must be remembered from question to answer travels in the form, protected and for some
/// minutes only, so that nothing is kept for visitors who never answer.</summary>
public sealed class Passkeys(
    IPasskeyHandler<AppUser> handler, UserManager<AppUser> users, IDataProtectionProvider protection, IHttpContextAccessor http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly Refusal NotProved = new(SignIns.RefusedCode, "The passkey could not be checked, or it took too long. Try again, or sign in another way");
    private readonly ITimeLimitedDataProtector states = protection.CreateProtector("passkeys").ToTimeLimitedDataProtector();

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Passkeys are asked for by a page.");

    /// <summary>Asks for a passkey: any of ours, or one of this person's.</summary>
    public async Task<PasskeyRequest> RequestAsync(Guid? userId)
    {
        var user = userId is { } id ? await users.FindByIdAsync(id.ToString()) : null;
        var made = await handler.MakeRequestOptionsAsync(user, Context);
        return new PasskeyRequest(made.RequestOptionsJson, Protect(made.AssertionState));
    }

    /// <summary>Whose passkey the browser has proved.</summary>
    public async Task<Outcome<ProvedPasskey>> ProveAsync(PasskeyAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (string.IsNullOrEmpty(answer.Credential) || !TryRead(answer.State, out var state))
            return Outcome.Refused<ProvedPasskey>(NotProved);
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Context, CredentialJson = answer.Credential, AssertionState = state });
        return result.Succeeded
            ? Outcome.Ok(new ProvedPasskey(result.User.Id, result.Passkey))
            : Outcome.Refused<ProvedPasskey>(NotProved);
    }

    /// <summary>Asks the browser to make a passkey for somebody.</summary>
    public async Task<PasskeyRequest> CreationAsync(Guid userId)
    {
        var user = await users.FindByIdAsync(userId.ToString()) ?? throw new InvalidOperationException("The account does not exist.");
        var entity = new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email ?? "", DisplayName = user.FullName };
        var made = await handler.MakeCreationOptionsAsync(entity, Context);
        return new PasskeyRequest(made.CreationOptionsJson, Protect(made.AttestationState));
    }

    /// <summary>The passkey the browser made for this person.</summary>
    public async Task<Outcome<UserPasskeyInfo>> MadeAsync(PasskeyAnswer answer, Guid userId)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (string.IsNullOrEmpty(answer.Credential) || !TryRead(answer.State, out var state))
            return Outcome.Refused<UserPasskeyInfo>(NotProved);
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Context, CredentialJson = answer.Credential, AttestationState = state });
        return result.Succeeded && result.UserEntity.Id == userId.ToString()
            ? Outcome.Ok(result.Passkey)
            : Outcome.Refused<UserPasskeyInfo>(NotProved);
    }

    private string Protect(string? state) => states.Protect(state ?? "", Patience);

    private bool TryRead(string? text, out string state)
    {
        state = "";
        try
        {
            state = states.Unprotect(text ?? "");
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
