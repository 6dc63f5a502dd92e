using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Cases;
using CouncilPremises.Domain.Time;

namespace CouncilPremises.Web.Pages.Shared;

/// <summary>Something that happened to an application, as its group reads it.</summary>
public sealed record CaseMoment(DateTime AtUtc, string What)
{
    /// <summary>When, in London.</summary>
    public CivilTime When => CouncilTime.ToCivil(AtUtc);
}

/// <summary>What happens to applications of every kind: only what the group did or was told.</summary>
public static class CaseTimeline
{
    /// <summary>Sending, questions and answers, pauses and reviews; in no order.</summary>
    public static IEnumerable<CaseMoment> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return [.. Conversation(file), .. After(file)];
    }

    private static IEnumerable<CaseMoment> Conversation(CaseFile file)
    {
        if (file.Case.SubmittedUtc is { } sentUtc)
            yield return new(sentUtc, "You sent the application.");
        foreach (var request in file.InformationRequests)
        {
            if (request.ReturnsTo != CaseState.MindedToRefuse)
                yield return new(request.AskedUtc, "We asked you a question.");
            if (request.AnsweredUtc is { } answeredUtc)
                yield return new(answeredUtc, request.ReturnsTo == CaseState.MindedToRefuse ? "You told us your side." : "You answered.");
        }
    }

    private static IEnumerable<CaseMoment> After(CaseFile file)
    {
        foreach (var hold in file.After.Holds)
        {
            yield return new(hold.LaidUtc, hold.IsOfBooking ? "We paused your booking." : "We paused your application.");
            if (hold.EndedUtc is { } endedUtc)
                yield return new(endedUtc, "The pause ended.");
        }
        foreach (var review in file.After.Reviews)
        {
            yield return new(review.AskedUtc, "You asked for a review.");
            if (review.DecidedUtc is { } decidedUtc)
                yield return new(decidedUtc, "The review was decided.");
        }
    }
}
