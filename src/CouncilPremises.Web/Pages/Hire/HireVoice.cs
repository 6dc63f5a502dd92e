using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>How pages speak to the hirer: of its group, of its department, or of the person alone.</summary>
public static class HireVoice
{
    /// <summary>The words for the hirer of an application.</summary>
    public static HirerWords Words(this HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return HirerWords.Of(file.Hire.HirerKind);
    }

    /// <summary>True when the hirer is one person.</summary>
    public static bool IsPerson(this HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Hire.HirerKind == HirerKind.Individual;
    }
}
