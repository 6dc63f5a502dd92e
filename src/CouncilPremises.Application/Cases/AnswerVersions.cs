using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Hire;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Cases;

/// <summary>A numbered version of an application's answers.</summary>
public sealed record AnswerVersion(int Number, DateTime SentUtc, HireAnswers Answers);

/// <summary>Versions of an application's answers, the newest first, with the names of every room they speak of.</summary>
public sealed record AnswerHistory(IReadOnlyList<AnswerVersion> Versions, IReadOnlyDictionary<Guid, string> Rooms);

/// <summary>Reads the versions of a case that has been read for somebody who may see it.</summary>
public sealed class AnswerVersions(AppDbContext db)
{
    private const int Most = 20;

    /// <summary>The newest versions; with the one that waits for a decision, if any, only its rooms.</summary>
    public async Task<AnswerHistory> ReadAsync(HireFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var versions = await db.Submissions.AsNoTracking().Where(s => s.CaseId == file.Case.Id).OrderByDescending(s => s.Number).Take(Most)
            .Select(s => new AnswerVersion(s.Number, s.SentUtc, s.Answers)).ToListAsync(cancellationToken);
        var answers = versions.Select(version => version.Answers).Append(file.Hire.Answers);
        if (file.Change is { } change)
            answers = answers.Append(change.Answers);
        var ids = answers.SelectMany(one => one.When.Otherwise.Select(other => other.SpaceId).Concat(one.When.SpaceId is { } id ? [id] : [])).Distinct().ToList();
        var rooms = await (from space in db.Spaces.AsNoTracking()
                           join venue in db.Venues on space.VenueId equals venue.Id
                           where ids.Contains(space.Id)
                           select new { space.Id, Name = space.Name + ", " + venue.Name }).ToDictionaryAsync(room => room.Id, room => room.Name, cancellationToken);
        return new AnswerHistory(versions, rooms);
    }
}
