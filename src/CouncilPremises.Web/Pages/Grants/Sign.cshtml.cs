using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Declarations;
using CouncilPremises.Domain.Declarations;
using CouncilPremises.Web.Pages.Shared;

namespace CouncilPremises.Web.Pages.Grants;

/// <summary>DEC: the declaration about a grant.</summary>
public sealed class SignModel(CaseFiles files, DeclarationSigning signing, DeclarationTexts texts) : DeclarationPage(files, signing, texts)
{
    public override string WhatFor => "Every group that asks for a grant or uses council rooms signs this once a year. It counts for everything you apply for in that time.";

    protected override DeclarationScope Scope => DeclarationScope.Grant;

    protected override string Thanks => "Thank you: the declaration is signed, and counts for your other applications too.";

    protected override bool Takes(CaseFile file) => file is GrantFile;
}
