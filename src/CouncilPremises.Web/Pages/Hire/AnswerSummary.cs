using System.Globalization;
using CouncilPremises.Application.Cases;
using CouncilPremises.Domain.Hire;
using CouncilPremises.Domain.Premises;
using CouncilPremises.Domain.Time;
using CouncilPremises.Web.Binding;

namespace CouncilPremises.Web.Pages.Hire;

/// <summary>One answer as it is read back. A value of several lines is shown as such.</summary>
public sealed record AnswerRow(string Key, string? Value);

/// <summary>The answers of one page, read back.</summary>
public sealed record AnswerGroup(HireStep Step, IReadOnlyList<AnswerRow> Rows);

/// <summary>Reads all answers back, page by page, leaving out what was not asked.</summary>
public static class AnswerSummary
{
    /// <summary>How the key of a date that differs from the others begins.</summary>
    internal const string On = "On ";

    /// <summary>The key of a date that differs from the others.</summary>
    internal static string KeyOf(DateOnly day) => On + PremisesWords.Day(day);

    /// <summary>The answers of every page this application has.</summary>
    public static IReadOnlyList<AnswerGroup> Of(HireFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Of(file, file.Hire.Answers, file.Space is null ? new Dictionary<Guid, string>() : new() { [file.Space.Id] = $"{file.Space.Name}, {file.Venue?.Name}" });
    }

    /// <summary>Other answers of the application, such as an earlier version or a change.</summary>
    public static IReadOnlyList<AnswerGroup> Of(HireFile file, HireAnswers answers, IReadOnlyDictionary<Guid, string> rooms)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return [.. HireSteps.For(answers).Select(step => new AnswerGroup(step, [.. Rows(step, file, answers, rooms)]))];
    }

    private static IEnumerable<AnswerRow> Rows(HireStep step, HireFile file, HireAnswers a, IReadOnlyDictionary<Guid, string> rooms)
    {
        if (step == HireSteps.Event)
            return [new("Title", a.Event.Title), new("Kind of activity", Words(a.Event.Category)), new("What will happen", a.Event.Description)];
        if (step == HireSteps.When)
            return When(a, rooms);
        if (step == HireSteps.Who)
            return Who(a, file.Words());
        if (step == HireSteps.Speakers)
            return [new("Outside speakers", a.Speakers.Kind is { } kind ? file.Words().Words(kind) : null), .. a.ExternalSpeakers().Select((s, i) => new AnswerRow($"Speaker {i + 1}", Speaker(s)))];
        if (step == HireSteps.Safety)
            return Safety(a.PeopleAtRisk, file.Words());
        if (step == HireSteps.More)
            return More(a);
        return step == HireSteps.Contact ? Contact(file, a) : Organiser(a.OnBehalf);
    }

    private static IEnumerable<AnswerRow> When(HireAnswers a, IReadOnlyDictionary<Guid, string> rooms)
    {
        yield return new("Room", a.When.SpaceId is { } room ? rooms.GetValueOrDefault(room) : null);
        yield return new("Time", a.When is { Start: { } start, End: { } end } ? PremisesWords.Span(start, end) : null);
        var days = a.Days();
        yield return new("Dates", string.Join('\n', days.Take(Recurrence.MostDates).Select(PremisesWords.Day)));
        foreach (var other in a.When.Otherwise)
            yield return new(KeyOf(other.Day), string.Join(", ", new[] { PremisesWords.Span(other.Start, other.End), rooms.GetValueOrDefault(other.SpaceId) }.OfType<string>()));
    }

    private static IEnumerable<AnswerRow> Who(HireAnswers a, HirerWords words)
    {
        yield return new("People", a.Attendance.People?.ToString("N0", CultureInfo.GetCultureInfo("en-GB")));
        yield return new("Who it is for", a.Audience.Kind is { } kind ? words.Words(kind) : null);
        yield return new("Advertised", a.Audience.Advertised == true ? $"Yes\n{a.Audience.Publicity}" : YesNo(a.Audience.Advertised));
        yield return new("Tickets", YesNo(a.Audience.Ticketed));
    }

    private static string Speaker(SpeakerAnswer speaker)
    {
        var lines = new[]
        {
            speaker.Organisation is null ? speaker.Name : $"{speaker.Name}, {speaker.Organisation}",
            speaker.Topic,
            speaker.Remote == true ? "Takes part from elsewhere" : null,
        };
        return string.Join('\n', lines.OfType<string>().Concat(speaker.Dates.Select(PremisesWords.Day)));
    }

    private static IEnumerable<AnswerRow> Safety(PeopleAtRiskAnswers people, HirerWords words)
    {
        yield return new("Under-18s or adults at risk", people.Care is { } care ? words.Words(care) : null);
        if (people.Care is null or CareKind.None)
            yield break;
        var who = new[] { people.Under18s == true ? "Under-18s" : null, people.AdultsAtRisk == true ? "Adults at risk" : null };
        yield return new("Who", string.Join('\n', who.OfType<string>()));
        foreach (var carer in people.Roles)
            yield return new("Looks after them", string.Join('\n', new[] { carer.Name, carer.Does, carer.Role is { } role ? DbsRoleWords.Of(role) : null }.OfType<string>()));
    }

    private static IEnumerable<AnswerRow> More(HireAnswers a)
    {
        yield return new("Raising money", a.MoneyRaised.RaisesMoney == true ? $"Yes\n{a.MoneyRaised.Beneficiary}\n{a.MoneyRaised.Method}" : YesNo(a.MoneyRaised.RaisesMoney));
        yield return new("Shown live elsewhere", YesNo(a.Recording.Livestream));
        yield return new("Recorded", YesNo(a.Recording.Recorded));
        yield return new("Party, candidate or campaign meeting", YesNo(a.Political.IsPolitical));
        if (a.IsElectionMeeting())
            yield return new("A candidate’s right to a room", $"{a.Political.Candidate}\nAgent: {a.Political.Agent}");
        yield return new("Separation", a.Separation.IsSeparated == true ? $"Yes\n{a.Separation.Details}\n{a.Separation.LawfulBasis}" : YesNo(a.Separation.IsSeparated));
        yield return new("Refused or cancelled elsewhere", a.Past.RefusedElsewhere == true ? $"Yes\n{a.Past.WhatHappened}" : YesNo(a.Past.RefusedElsewhere));
        yield return new("Alcohol", YesNo(a.Practical.Alcohol));
        yield return new("Music", YesNo(a.Practical.Music));
        if (a.Practical.Stewards is { } stewards)
            yield return new("Stewards", stewards.ToString(CultureInfo.InvariantCulture));
        if (a.Practical.AccessNeeds is { } needs)
            yield return new("What people need", needs);
    }

    private static IEnumerable<AnswerRow> Contact(HireFile file, HireAnswers a)
    {
        yield return new(file.Hire.HirerKind switch { HirerKind.Group => "Group", HirerKind.Individual => "Your name", HirerKind.InternalBody => "Department or school" }, file.Organisation.Name);
        yield return new("Contact", string.Join('\n', new[] { a.Contact.Name, a.Contact.Role, a.Contact.Email ?? (a.Contact.NoEmail == true ? "No email address: letters by post" : null), a.Contact.Phone }.OfType<string>()));
        yield return new("18 or over", YesNo(a.Contact.Over18));
        yield return new("For somebody else", YesNo(a.OnBehalf.ForAnother));
        yield return new("Let on to somebody else", YesNo(a.OnBehalf.SubLetting));
        if (!HireSteps.Asks(file, HireSection.Insurance))
            yield break;
        yield return a.Insurance.VenueCover == true
            ? new("Insurance", "The venue’s own")
            : new("Insurance", a.Insurance is { Insurer: { } insurer, Sum: { } sum, Expiry: { } expiry } ? $"{insurer}\n{sum}\nuntil {PremisesWords.Day(expiry)}" : null);
    }

    private static IEnumerable<AnswerRow> Organiser(OnBehalfAnswers other) =>
    [
        new("Legal name", other.Who), new("What they have to do with it", other.Role), new("Address", other.Address),
        new("Office-holders", other.IsPerson == true ? "One person" : string.Join('\n', other.OfficeHolders)),
        new("Contact", string.Join('\n', new[] { other.ContactName, other.Email, other.Phone }.OfType<string>())),
    ];

    private static string? Words(Enum? value) => value is null ? null : EnumChoices.Text(value);

    private static string? YesNo(bool? answer) => answer switch { true => "Yes", false => "No", null => null };
}
