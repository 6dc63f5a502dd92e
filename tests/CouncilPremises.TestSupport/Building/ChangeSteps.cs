using CouncilPremises.Application.Cases;
using CouncilPremises.Application.Hire;
using CouncilPremises.Domain;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.People;

namespace CouncilPremises.TestSupport.Building;

/// <summary>What a group and officers do about a change, through the product's own services.</summary>
public static class ChangeSteps
{
    /// <summary>The group opens sections, writes them and sends the change.</summary>
    public static async Task<Outcome> AskForChangeAsync(this TestHire hire, Func<HireAnswers, HireAnswers> change, params HireSection[] sections)
    {
        ArgumentNullException.ThrowIfNull(hire);
        await hire.Database.With<Changes>(changes => Walk.Must(changes.StartAsync(hire.Reference, sections, hire.Group.Lead, CancellationToken.None)));
        await hire.Database.With<HireDrafts>(drafts => Walk.Must(drafts.SaveAsync(hire.Reference, new DraftPage(sections, change), hire.Group.Lead, CancellationToken.None)));
        return await hire.SendChangeAsync();
    }

    /// <summary>The group gives a date another day, time or room, and sends the change.</summary>
    public static async Task<Outcome> AskToMoveAsync(this TestHire hire, MoveDate move)
    {
        ArgumentNullException.ThrowIfNull(hire);
        await hire.Database.With<Changes>(changes => Walk.Must(changes.StartAsync(hire.Reference, [HireSection.When], hire.Group.Lead, CancellationToken.None)));
        var moved = await hire.Database.With<Changes, Outcome>(changes => changes.MoveAsync(hire.Reference, move, hire.Group.Lead, CancellationToken.None));
        return moved.Succeeded ? await hire.SendChangeAsync() : moved;
    }

    /// <summary>Sends what was written.</summary>
    public static async Task<Outcome> SendChangeAsync(this TestHire hire)
    {
        ArgumentNullException.ThrowIfNull(hire);
        var version = await hire.VersionAsync();
        return await hire.Database.With<Changes, Outcome>(changes => changes.SendAsync(hire.Reference, version, hire.Group.Lead, CancellationToken.None));
    }

    /// <summary>An officer accepts it, perhaps without some speakers.</summary>
    public static async Task<Outcome> AcceptChangeAsync(this TestHire hire, Actor officer, params string[] without)
    {
        ArgumentNullException.ThrowIfNull(hire);
        var input = new DecideChange(Reason, without, Answers, NoProhibitedReason: true, await hire.VersionAsync());
        return await hire.Database.With<ChangeDecisions, Outcome>(decisions => decisions.AcceptAsync(hire.Reference, input, officer, CancellationToken.None));
    }

    /// <summary>An officer declines it.</summary>
    public static async Task<Outcome> DeclineChangeAsync(this TestHire hire, Actor officer)
    {
        ArgumentNullException.ThrowIfNull(hire);
        var input = new DecideChange(Reason, [], Answers, NoProhibitedReason: true, await hire.VersionAsync());
        return await hire.Database.With<ChangeDecisions, Outcome>(decisions => decisions.DeclineAsync(hire.Reference, input, officer, CancellationToken.None));
    }

    /// <summary>An officer recommends what to do with it.</summary>
    public static async Task<Outcome> RecommendChangeAsync(this TestHire hire, Actor officer, bool decline)
    {
        ArgumentNullException.ThrowIfNull(hire);
        var version = await hire.VersionAsync();
        return await hire.Database.With<ChangeDecisions, Outcome>(decisions => decisions.RecommendAsync(hire.Reference, decline, Reason, version, officer, CancellationToken.None));
    }

    /// <summary>The case as somebody sees it now.</summary>
    public static async Task<HireFile> FileAsync(this TestHire hire, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(hire);
        return await hire.Database.With<CaseFiles, HireFile?>(files => files.LoadHireAsync(hire.Reference, actor, CancellationToken.None)) ?? throw new InvalidOperationException("Not visible.");
    }

    private const string Reason = "There is no working day left in which the officer could look the speaker up before the event.";

    private static Dictionary<string, string> Answers => new()
    {
        ["P2"] = "The change was sent on the day named in the timeline; nothing speaks against the person or the topic.",
        ["P6"] = "Any group that names a speaker this late would be told the same, whoever it is and whatever it is about.",
    };
}
