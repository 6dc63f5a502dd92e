using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CouncilPremises.Application.Database;
using CouncilPremises.Domain;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CouncilPremises.Application.Backup;

/// <summary>Backup of a PostgreSQL database with its own programs, which must be of the server's version or newer.</summary>
public sealed class PostgresBackup(DatabaseOptions options, IConfiguration configuration)
{
    /// <summary>Writes a dump in PostgreSQL's own compressed form, from one snapshot.</summary>
    public Task<Outcome> WriteAsync(string target, CancellationToken cancellationToken) =>
        RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--file={target}"], cancellationToken);

    /// <summary>Restores a dump whole or not at all.</summary>
    public Task<Outcome> ReadAsync(string source, CancellationToken cancellationToken) =>
        RunAsync("pg_restore", ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error",
            $"--dbname={new NpgsqlConnectionStringBuilder(options.ConnectionString).Database}", source], cancellationToken);

    private async Task<Outcome> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (Find(program) is not { } path)
            return Outcome.Refused(new Refusal("Backup",
                $"{program} was not found. Install PostgreSQL's client programs (on Debian and Ubuntu: apt install postgresql-client), or set Database:PostgresPrograms to their folder"));
        var start = new ProcessStartInfo(path) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        Connect(start);
        try
        {
            using var process = Process.Start(start)!;
            var said = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? Outcome.Ok() : Outcome.Refused(new Refusal("Backup", $"{program} failed, and nothing was changed: {said.Trim()}"));
        }
        catch (Win32Exception problem)
        {
            return Outcome.Refused(new Refusal("Backup", $"{path} could not be run: {problem.Message}"));
        }
    }

    // Through the environment, so that no password stands in a list of processes
    private void Connect(ProcessStartInfo start)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        foreach (var (name, value) in new (string, string?)[]
        {
            ("PGHOST", connection.Host), ("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", connection.Username),
            ("PGPASSWORD", connection.Password), ("PGDATABASE", connection.Database), ("PGSSLMODE", SslMode(connection.SslMode)),
        })
        {
            if (!string.IsNullOrEmpty(value))
                start.Environment[name] = value;
        }
    }

    private static string SslMode(SslMode mode) => mode switch
    {
        Npgsql.SslMode.Disable => "disable",
        Npgsql.SslMode.Allow => "allow",
        Npgsql.SslMode.Prefer => "prefer",
        Npgsql.SslMode.Require => "require",
        Npgsql.SslMode.VerifyCA => "verify-ca",
        Npgsql.SslMode.VerifyFull => "verify-full",
    };

    private string? Find(string program)
    {
        var file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        var folders = new List<string>();
        if (configuration["Database:PostgresPrograms"] is { Length: > 0 } configured)
            folders.Add(configured);
        else
        {
            // The newest first: an older program refuses a newer server
            const string Debian = "/usr/lib/postgresql";
            if (Directory.Exists(Debian))
                folders.AddRange(Directory.GetDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin")));
            folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        }

        return folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
