using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Checks;
using CouncilPremises.Web.Pages.Hire;

namespace CouncilPremises.Web.Pages.Cases;

/// <summary>The answers a check is about, so that it is recorded with them in view: who speaks, what the publicity says, the insurance named.</summary>
internal static class CheckAnswers
{
    /// <summary>The rows for a check; none where the check is about nothing that was answered.</summary>
    public static IReadOnlyList<AnswerRow> Of(CaseFile file, CheckCode code, CheckParty party)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (code == CheckCode.REG)
            return party == CheckParty.Organiser
                ? file is HireFile application ? [.. Rows(application, HireSteps.Organiser)] : []
                : [new("Name", file.Organisation.Name), new("Charity number", file.Organisation.CharityNumber ?? "None"), new("Company number", file.Organisation.CompanyNumber ?? "None"), new("Address", file.Organisation.Address)];
        return file is not HireFile hire ? [] : [.. code switch
        {
            CheckCode.SPK => Rows(hire, HireSteps.Speakers).Concat(Rows(hire, HireSteps.Event)),
            CheckCode.PUB => Rows(hire, HireSteps.Who).Concat(Rows(hire, HireSteps.Event)),
            CheckCode.SAF or CheckCode.DBS => Rows(hire, HireSteps.Safety),
            CheckCode.INS => Rows(hire, HireSteps.Contact).Where(row => row.Key == "Insurance"),
            CheckCode.FUN => Rows(hire, HireSteps.More).Where(row => row.Key == "Raising money"),
            CheckCode.EVT => Rows(hire, HireSteps.Who).Concat(Rows(hire, HireSteps.More).Where(row => row.Key is "Alcohol" or "Music" or "Stewards" or "What people need")),
            CheckCode.ELE => Rows(hire, HireSteps.When).Concat(Rows(hire, HireSteps.More).Where(row => row.Key == "A candidate’s right to a room")),
            CheckCode.REF => Rows(hire, HireSteps.More).Where(row => row.Key == "Refused or cancelled elsewhere"),
            CheckCode.DEC or CheckCode.REG or CheckCode.XREF or CheckCode.BNK or CheckCode.COI => [],
        }];
    }

    private static IEnumerable<AnswerRow> Rows(HireFile file, HireStep step) =>
        AnswerSummary.Of(file, file.Wanted, file.Space is null ? new Dictionary<Guid, string>() : new() { [file.Space.Id] = $"{file.Space.Name}, {file.Venue?.Name}" })
            .Where(group => group.Step == step).SelectMany(group => group.Rows);
}
