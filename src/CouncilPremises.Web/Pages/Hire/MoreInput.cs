using System.ComponentModel.DataAnnotations;
using CouncilPremises.Domain.Hire;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>Things that may need a licence.</summary>
public enum LicensedThing
{
    Alcohol,
    Music,
}

/// <summary>B10–B15 as the page asks them. What belongs to a "yes" is dropped with a "no".</summary>
public sealed class MoreInput
{
    public MoneyFields MoneyRaised { get; set; } = new();

    public RecordingFields Recording { get; set; } = new();

    public PoliticalFields Political { get; set; } = new();

    public SeparationFields Separation { get; set; } = new();

    public PastFields Past { get; set; } = new();

    public PracticalFields Practical { get; set; } = new();

    /// <summary>Fills the boxes.</summary>
    public static MoreInput Of(HireAnswers a) => new()
    {
        MoneyRaised = new() { RaisesMoney = a.MoneyRaised.RaisesMoney, Beneficiary = a.MoneyRaised.Beneficiary, Method = a.MoneyRaised.Method },
        Recording = new() { Livestream = a.Recording.Livestream, Recorded = a.Recording.Recorded },
        Political = new() { IsPolitical = a.Political.IsPolitical, RightClaimed = a.Political.RightClaimed, Candidate = a.Political.Candidate, Agent = a.Political.Agent },
        Separation = new() { IsSeparated = a.Separation.IsSeparated, Details = a.Separation.Details, LawfulBasis = a.Separation.LawfulBasis },
        Past = new() { RefusedElsewhere = a.Past.RefusedElsewhere, WhatHappened = a.Past.WhatHappened },
        Practical = PracticalFields.Of(a.Practical),
    };

    /// <summary>Puts the boxes into the answers.</summary>
    public HireAnswers ApplyTo(HireAnswers answers, bool offersRight = true) => answers with
    {
        MoneyRaised = MoneyRaised.RaisesMoney == true
            ? new MoneyRaisedAnswers { RaisesMoney = true, Beneficiary = MoneyRaised.Beneficiary, Method = MoneyRaised.Method }
            : new MoneyRaisedAnswers { RaisesMoney = MoneyRaised.RaisesMoney },
        Recording = new RecordingAnswers { Livestream = Recording.Livestream, Recorded = Recording.Recorded },
        Political = Political.ToAnswers(offersRight),
        Separation = Separation.IsSeparated == true
            ? new SeparationAnswers { IsSeparated = true, Details = Separation.Details, LawfulBasis = Separation.LawfulBasis }
            : new SeparationAnswers { IsSeparated = Separation.IsSeparated },
        Past = new PastAnswers { RefusedElsewhere = Past.RefusedElsewhere, WhatHappened = Past.RefusedElsewhere == true ? Past.WhatHappened : null },
        Practical = Practical.ToAnswers(),
    };

    public sealed class MoneyFields
    {
        [Display(Name = "Whether money is raised")]
        public bool? RaisesMoney { get; set; }

        [Display(Name = "Who receives the money")]
        public string? Beneficiary { get; set; }

        [Display(Name = "How you collect it")]
        public string? Method { get; set; }
    }

    public sealed class RecordingFields
    {
        [Display(Name = "Whether it is shown live")]
        public bool? Livestream { get; set; }

        [Display(Name = "Whether it is recorded")]
        public bool? Recorded { get; set; }
    }

    public sealed class PoliticalFields
    {
        [Display(Name = "Whether it is a party, candidate or campaign meeting")]
        public bool? IsPolitical { get; set; }

        [Display(Name = "Whether a candidate claims a room")]
        public bool? RightClaimed { get; set; }

        [Display(Name = "The candidate’s name")]
        public string? Candidate { get; set; }

        [Display(Name = "The election agent’s name")]
        public string? Agent { get; set; }

        public PoliticalAnswers ToAnswers(bool offersRight)
        {
            if (IsPolitical != true || !offersRight)
                return new PoliticalAnswers { IsPolitical = IsPolitical };
            return RightClaimed == true
                ? new PoliticalAnswers { IsPolitical = true, RightClaimed = true, Candidate = Candidate, Agent = Agent }
                : new PoliticalAnswers { IsPolitical = true, RightClaimed = RightClaimed };
        }
    }

    public sealed class SeparationFields
    {
        [Display(Name = "Whether people are separated")]
        public bool? IsSeparated { get; set; }

        [Display(Name = "What is separate")]
        public string? Details { get; set; }

        [Display(Name = "The lawful basis")]
        public string? LawfulBasis { get; set; }
    }

    public sealed class PastFields
    {
        [Display(Name = "Whether a booking was refused or cancelled")]
        public bool? RefusedElsewhere { get; set; }

        [Display(Name = "What happened")]
        public string? WhatHappened { get; set; }
    }

    public sealed class PracticalFields
    {
        [Display(Name = "What needs a licence")]
        public List<LicensedThing> Licensing { get; set; } = [];

        [Display(Name = "The number of stewards")]
        public int? Stewards { get; set; }

        [Display(Name = "What people need")]
        public string? AccessNeeds { get; set; }

        public static PracticalFields Of(PracticalAnswers practical) => new()
        {
            Licensing =
            [
                .. practical.Alcohol == true ? [LicensedThing.Alcohol] : Array.Empty<LicensedThing>(),
                .. practical.Music == true ? [LicensedThing.Music] : Array.Empty<LicensedThing>(),
            ],
            Stewards = practical.Stewards,
            AccessNeeds = practical.AccessNeeds,
        };

        public PracticalAnswers ToAnswers() => new()
        {
            Alcohol = Licensing.Contains(LicensedThing.Alcohol),
            Music = Licensing.Contains(LicensedThing.Music),
            Stewards = Stewards,
            AccessNeeds = AccessNeeds,
        };
    }
}
