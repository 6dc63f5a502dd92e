using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Grants;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Grants;

/// <summary>A numbered version of a grant's answers.</summary>
public sealed record GrantVersion(int Number, DateTime SentUtc, GrantAnswers Answers);

/// <summary>Reads the versions of a grant case that has been read for somebody who may see it.</summary>
public sealed class GrantVersions(AppDbContext db)
{
    private const int Most = 20;

    /// <summary>The newest versions, newest first.</summary>
    public async Task<IReadOnlyList<GrantVersion>> ReadAsync(GrantFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return await db.GrantSubmissions.AsNoTracking().Where(s => s.CaseId == file.Case.Id).OrderByDescending(s => s.Number).Take(Most)
            .Select(s => new GrantVersion(s.Number, s.SentUtc, s.Answers)).ToListAsync(cancellationToken);
    }
}
