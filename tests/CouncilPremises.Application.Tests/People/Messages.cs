using CouncilPremises.Application.Database;
using CouncilPremises.TestSupport.Databases;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Tests.People;

/// <summary>What people find in their mailbox.</summary>
internal static class Messages
{
    /// <summary>The secret of the newest invitation to an address.</summary>
    public static Task<string> SecretAsync(TestDatabase database, string email) => database.With<AppDbContext, string>(async db =>
    {
        const string Start = "/invitations/";
        var texts = await db.OutboxMessages.AsNoTracking().Where(message => message.To == email && message.Text.Contains(Start))
            .OrderBy(message => message.CreatedUtc).Select(message => message.Text).ToListAsync();
        var text = texts[^1];
        return text[(text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)..].Split('\n')[0].Trim();
    });
}
