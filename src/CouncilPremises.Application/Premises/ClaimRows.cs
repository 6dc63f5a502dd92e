using System.Globalization;
using System.Text;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain.Premises;
using Microsoft.EntityFrameworkCore;

namespace CouncilPremises.Application.Premises;

/// <summary>Writes claims by plain SQL, many rows at a time and in key order: a year of weekly evenings is thousands of rows.</summary>
internal static class ClaimRows
{
    private const int RowsAStatement = 400;

    /// <summary>Inserts what can be inserted and says how many rows that was: fewer than asked means that a key was taken.</summary>
    public static async Task<int> InsertAsync(AppDbContext db, IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var inserted = 0;
        foreach (var batch in claims.OrderBy(claim => claim.SpaceId).ThenBy(claim => claim.Quarter).Chunk(RowsAStatement))
            inserted += await InsertBatchAsync(db, batch, cancellationToken);
        return inserted;
    }

    private static Task<int> InsertBatchAsync(AppDbContext db, Claim[] batch, CancellationToken cancellationToken)
    {
        var parameters = new List<object>();
        var sql = new StringBuilder("INSERT INTO claims (space_id, quarter, owner, owner_id, expires_utc) VALUES ");
        for (var index = 0; index < batch.Length; index++)
        {
            var claim = batch[index];
            var values = string.Join(", ", new[] { claim.SpaceId, claim.Quarter, claim.Owner.ToString(), claim.OwnerId, (object?)claim.ExpiresUtc }
                .Select(value => Placeholder(parameters, value)));
            sql.Append(CultureInfo.InvariantCulture, $"{(index == 0 ? "" : ", ")}({values})");
        }

        sql.Append(" ON CONFLICT DO NOTHING");
        return db.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancellationToken);
    }

    private static string Placeholder(List<object> parameters, object? value)
    {
        if (value is null)
            return "NULL";
        parameters.Add(value);
        return $"{{{(parameters.Count - 1).ToString(CultureInfo.InvariantCulture)}}}";
    }
}
