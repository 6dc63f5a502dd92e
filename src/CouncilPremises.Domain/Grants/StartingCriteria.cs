namespace CouncilPremises.Domain.Grants;

/// <summary>The criteria that come with the product, in its own words. They stand until the council changes them; it may take each out of use.</summary>
public static class StartingCriteria
{
    /// <summary>Made anew each time: who saves them owns them.</summary>
    public static IReadOnlyList<ProgrammeCriterion> All() =>
    [
        Make(1, "We understand local need",
            "We rely on impressions. Nobody has written down what the risk and the need are here.",
            "There is a picture of local need, but it is old, or rests on one source.",
            "A written picture is gone over each year, names its sources, and is known to those who decide about grants.",
            "The picture is checked with communities and partners, ward by ward, and the delivery plan follows from it.",
            "Needs that change are seen within months, and money and rounds move with them. Others ask us how we do it."),
        Make(2, "Communities take part",
            "Communities hear of the programme when it is decided.",
            "We consult now and then, mostly with the same few groups.",
            "Groups of many kinds help to shape rounds, and new groups apply each year.",
            "People who criticise the programme are heard too, and can see what became of what they said.",
            "Communities lead parts of the programme with us, and trust is measured and grows."),
        Make(3, "Partnership and governance",
            "Nobody is plainly in charge, and decisions are hard to trace.",
            "There is an oversight group, but it meets seldom or sees too little.",
            "The group meets as planned, sees money, outcomes and risks, and keeps duties apart between people.",
            "Partners bring their own knowledge and resources, and gaps in the plan are closed in the year.",
            "Governance is tested from outside, and what the test finds is put right."),
        Make(4, "Delivery and outcomes",
            "Projects run, and we cannot say what they changed.",
            "We count activities. Reports are often late, or say little about results.",
            "Most projects report in time against targets, and we act when one falls behind.",
            "Most outcomes are reached, and we can show which work made the difference.",
            "Results last beyond the grant, an outside evaluation bears them out, and weak work is ended."),
        Make(5, "Proportion, equality and rights",
            "We do not look at how the programme affects different people.",
            "Equality is considered on paper at the start, and not again.",
            "Each decision weighs rights and equality, with reasons on file. No group is judged by belief or background.",
            "We look for unfair effects in who applies, who is funded and who complains, and correct them.",
            "People affected say that the programme is fair, and its safeguards are tested in the open."),
        Make(6, "Safeguarding and care",
            "Projects are funded without a look at how people are kept safe.",
            "Policies are asked for, but nobody checks that they are kept.",
            "Checks are current wherever the work needs them, and people know whom to turn to with a worry.",
            "Projects are visited or called, worries are followed up, and staff are trained.",
            "Safeguarding is better each year because incidents and near misses are learned from together."),
        Make(7, "Value for money",
            "We cannot say what the money bought.",
            "Spending is checked against budgets at the end only.",
            "Every pound is accounted for, and costs of like projects are compared.",
            "Money moves from what works less to what works better, and other funders add theirs.",
            "We can show what the programme saves or spares, and how sure we are of it."),
        Make(8, "We learn and pass it on",
            "Lessons are not collected.",
            "Projects write down lessons, and hardly anybody reads them.",
            "Lessons are shared between groups, and each round is changed by those of the last.",
            "We try new things on purpose, and say openly what failed.",
            "Other councils and partners use what we learned, and we use what they did."),
    ];

    private static ProgrammeCriterion Make(int place, string title, params string[] levels) =>
        // Ids never change: an assessment of last year is compared by them
        ProgrammeCriterion.Starting(new Guid(0x5e1fa55e, 0x5500, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)place), new CriterionFacts(place, title, levels.ToValueList(), IsInUse: true));
}
