using CouncilPremises.Application.Database;
using CouncilPremises.Application.Notices;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.Organisations;
using CouncilPremises.Domain.People;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Application.Importing;

/// <summary>Who was asked to look after imported bookings, and whose nobody could be asked.</summary>
internal sealed record Invited(int Sent, IReadOnlyList<string> Without);

/// <summary>Invites the contacts of imported bookings to look after them: a link that makes an account with every role of the group.</summary>
public sealed class ClaimInvitations(AppDbContext db, NoticeWriter notices, CouncilTime time)
{
    /// <summary>Days such an invitation waits: longer than others, because nobody expects it.</summary>
    public const int DaysOpen = 60;

    /// <summary>One letter a group and address, however many bookings. Groups with members find their bookings without. It does not save.</summary>
    internal async Task<Invited> InviteAsync(IReadOnlyList<ImportedBooking> bookings, Actor actor, CancellationToken cancellationToken)
    {
        var (sent, without) = (0, new List<string>());
        foreach (var group in bookings.Where(booking => !booking.Hirer.HasMembers).GroupBy(booking => booking.Hirer.Id))
        {
            var addresses = group.Select(booking => booking.Answers.Contact.Email).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (addresses.Count == 0)
                without.Add(group.First().Hirer.Name);
            foreach (var address in addresses)
                await InviteAsync(address, [.. group], actor, cancellationToken);
            sent += addresses.Count;
        }

        return new Invited(sent, without);
    }

    private async Task InviteAsync(string address, List<ImportedBooking> bookings, Actor actor, CancellationToken cancellationToken)
    {
        var (secret, hirer) = (InvitationSecrets.New(), bookings[0].Hirer);
        var name = bookings.Select(booking => booking.Answers.Contact).First(contact => string.Equals(contact.Email, address, StringComparison.OrdinalIgnoreCase)).Name;
        var dates = bookings.SelectMany(booking => booking.Slots, (booking, slot) => (booking.Room, slot)).OrderBy(date => date.slot.StartUtc).ToList();
        await db.Invitations.AddAsync(new Invitation(Guid.CreateVersion7(), hirer.Id, address, Roles.AnyGroupRole, InvitationSecrets.Hash(secret),
            actor.Id, time.NowUtc, time.NowUtc.AddDays(DaysOpen)), cancellationToken);
        notices.QueueAccount(new AccountMessage(address, name ?? address, $"Your room bookings for {hirer.Name}",
            [$"We look after room bookings in a new service from now on. {dates.Count} {(dates.Count == 1 ? "date" : "dates")} of {hirer.Name} are in it, and stay booked as agreed.",
             $"The first is {dates[0].Room.Name}, {dates[0].Room.Venue}: {PremisesWords.Day(dates[0].slot.Day)}, {PremisesWords.Span(dates[0].slot.Starts, dates[0].slot.Ends)}.",
             $"Follow this link within {DaysOpen} days to see your bookings, and to change or cancel them online. If they are not yours, tell us."],
            $"/invitations/{secret}"));
    }
}
