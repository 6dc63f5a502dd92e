using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Web.Pages.Shared;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>DEC: the declaration about the use of rooms.</summary>
public sealed class SignModel(CaseFiles files, DeclarationSigning signing, DeclarationTexts texts) : DeclarationPage(files, signing, texts)
{
    public override string WhatFor => "Everybody who uses council rooms signs this once a year. It counts for all your bookings in that time.";

    protected override DeclarationScope Scope => DeclarationScope.BookingsForTwelveMonths;

    protected override string Thanks => "Thank you: the declaration is signed, and counts for your other bookings too.";

    protected override bool Takes(CaseFile file) => file is HireFile;
}
