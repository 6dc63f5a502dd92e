using CouncilPremises.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace CouncilPremises.Web.Tests.Shell;

/// <summary>Where the links of letters lead.</summary>
public class ServedAddressTests
{
    [Theory]
    [InlineData("http://localhost:5000", "http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://localhost:5000", "https://localhost:5443;http://localhost:5080", "https://localhost:5443")]
    [InlineData("https://rooms.example.gov.uk", "http://localhost:5080", "https://rooms.example.gov.uk")]
    [InlineData("http://localhost:5000", "http://127.0.0.1:0", "http://localhost:5000")]
    [InlineData("http://localhost:5000", "http://+:8080", "http://localhost:5000")]
    [InlineData("http://localhost:5000", "", "http://localhost:5000")]
    public void Links_OfLetters_LeadToWhereTheProductIsServed(string configured, string urls, string expected)
    {
        var builder = WebApplication.CreateSlimBuilder([$"--Council:PublicAddress={configured}", $"--urls={urls}"]);

        builder.LeadLinksHere();

        builder.Configuration["Council:PublicAddress"].ShouldBe(expected);
    }
}
