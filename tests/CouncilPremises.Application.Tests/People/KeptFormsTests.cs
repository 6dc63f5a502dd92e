using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CouncilPremises.Application.Database;
using CouncilPremises.Application.People;
using CouncilPremises.Domain.People;
using CouncilPremises.TestSupport.Building;
using CouncilPremises.TestSupport.Databases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace CouncilPremises.Application.Tests.People;

/// <summary>Forms kept for people who were signed out, and the keys that protect them.</summary>
public abstract class KeptFormsTests(TestDatabase database)
{
    private static readonly TypedForm Form = new("/cases/HB-2026-00001/recommend?x=1", [new("Input.Text", "Twenty lines of reasons, typed with care."), new("Input.Text", "twice")]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_AForm_GivesItBackToItsAuthorOnlyAndNotForLong()
    {
        var (author, other) = (await A.Person().AddAsync(database), await A.Person().AddAsync(database));
        var id = (await database.With<KeptForms, Guid?>(kept => kept.KeepAsync(author.Id, Form, Token)))!.Value;

        var found = await FindAsync(id, author);
        found!.Address.ShouldBe(Form.Address);
        found.Fields.ShouldBe(Form.Fields);
        (await FindAsync(id, other)).ShouldBeNull();
        (await FindAsync(id, Actor.Nobody)).ShouldBeNull();
        (await database.With<AppDbContext, string>(db => db.KeptForms.Where(f => f.Id == id).Select(f => f.Content).SingleAsync(Token))).ShouldNotContain("reasons");

        database.Clock.Advance(TimeSpan.FromHours(KeptForms.HoursKept));
        (await FindAsync(id, author)).ShouldBeNull();
        await database.With<KeptForms>(kept => kept.KeepAsync(other.Id, Form, Token));
        (await database.With<AppDbContext, int>(db => db.KeptForms.CountAsync(f => f.UserId == author.Id, Token))).ShouldBe(0, "what is too old goes when somebody keeps a form");
    }

    [Fact]
    public async Task Keep_TooLong_IsNotKept()
    {
        var author = await A.Person().AddAsync(database);
        var most = new TypedForm("/", [new("", new string('x', KeptForms.MostCharacters))]);
        (await database.With<KeptForms, Guid?>(kept => kept.KeepAsync(author.Id, most, Token))).ShouldNotBeNull();
        (await database.With<KeptForms, Guid?>(kept => kept.KeepAsync(author.Id, new TypedForm("/", [.. most.Fields, new("", "x")]), Token))).ShouldBeNull();
    }

    [Fact]
    public async Task Keys_WithACertificate_AreEncryptedAtRestAndReadableAfterAChange()
    {
        var folder = Directory.CreateTempSubdirectory("councilpremises-keys").FullName;
        var (first, second) = (NewCertificate(folder, "first.pfx"), NewCertificate(folder, "second.pfx"));
        await database.With<AppDbContext>(async db => await db.DataProtectionKeys.ExecuteDeleteAsync(Token));
        string secret;
        await using (var services = Process(("Keys:CertificateFile", first), ("Keys:CertificatePassword", "p")))
            secret = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("t").Protect("quiet");
        var xml = await database.With<AppDbContext, string>(db => db.DataProtectionKeys.Select(k => k.Xml ?? "").SingleAsync(Token));
        xml.ShouldContain("EncryptedData");
        xml.ShouldNotContain("<masterKey p4:requiresEncryption");

        await using (var changed = Process(("Keys:CertificateFile", second), ("Keys:FormerCertificateFiles:0", first), ("Keys:CertificatePassword", "p")))
            changed.GetRequiredService<IDataProtectionProvider>().CreateProtector("t").Unprotect(secret).ShouldBe("quiet");
        await using (var spoilt = Process(("Keys:CertificateFile", first), ("Keys:CertificatePassword", "wrong")))
            Should.Throw<OptionsValidationException>(() => spoilt.GetRequiredService<IOptions<KeySettings>>().Value).Failures.ShouldHaveSingleItem().ShouldContain("first.pfx cannot be read");
        await database.With<AppDbContext>(async db => await db.DataProtectionKeys.ExecuteDeleteAsync(Token));
        Directory.Delete(folder, recursive: true);
    }

    private Task<TypedForm?> FindAsync(Guid id, Actor actor) => database.With<KeptForms, TypedForm?>(kept => kept.FindAsync(id, actor, Token));

    private ServiceProvider Process(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
        {
            ["Database:Provider"] = database.Options.Provider.ToString(),
            ["Database:ConnectionString"] = database.Options.ConnectionString,
        }).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(database.Clock).AddLogging().AddCouncilPremises(configuration).BuildServiceProvider();
    }

    private static string NewCertificate(string folder, string name)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2049, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "p"));
        return path;
    }
}

public class SqliteKeptFormsTests(SqliteDatabase database) : KeptFormsTests(database), IClassFixture<SqliteDatabase>;

public class PostgresKeptFormsTests(PostgresDatabase database) : KeptFormsTests(database), IClassFixture<PostgresDatabase>;
