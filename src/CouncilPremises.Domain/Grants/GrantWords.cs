using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace CouncilPremises.Domain.Grants;

/// <summary>How a grant's form and its choices are called.</summary>
public static class GrantWords
{
    private static readonly Dictionary<GrantSection, string> Sections = Enum.GetValues<GrantSection>().ToDictionary(section => section, Of);

    /// <summary>What a section is called.</summary>
    public static string Name(GrantSection section) => Sections[section];

    /// <summary>What officers usually ask about a section; they may word it otherwise.</summary>
    public static string Usual(GrantSection section) => section switch
    {
        GrantSection.Project => "Please tell us more about what will happen, when and where.",
        GrantSection.Objectives => "Please say more closely how the project serves the objective.",
        GrantSection.Need => "Please tell us which published sources show the need here.",
        GrantSection.Community => "Please tell us who takes part besides your own members, and who works alongside you.",
        GrantSection.Outcomes => "Please make each outcome one that a number can show, with a number to start from.",
        GrantSection.Monitoring => "Please tell us who counts what, and how.",
        GrantSection.Safeguarding => "Please tell us who leads on safeguarding, and how parents or carers agree.",
        GrantSection.Budget => "Please look at your budget again: what does each line pay for, and who pays the rest?",
        GrantSection.Partners => "Please give the full name, address and office-holders of everybody who takes part or is paid.",
        GrantSection.OtherFunding => "Please tell us about other public money for this project or your group.",
        GrantSection.Organisation => "Please tell us more about how your group is run.",
        GrantSection.Contact => "Please check the name, e-mail address and telephone number of the person we should speak to.",
    };

    /// <summary>Why payments stop, as people read it.</summary>
    public static string Words(this SuspensionReason reason) => Of(reason);

    private static string Of<TChoice>(TChoice choice)
        where TChoice : struct, Enum => typeof(TChoice).GetField(choice.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!;
}
