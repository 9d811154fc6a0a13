using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// The plan of an award as an amendment makes it. A shift keeps the grant and may open a line of another category; an extension changes the
/// period and nothing else; a reduction and an increase change the grant. Lines and financing are amended together and stay equal, no line
/// of the award is lost, and a grant is never below what is drawn. The plan fits the type of financing, as that of an application does.
/// </summary>
static class AmendedPlan
{
    public static Outcome<AwardPlan> Of(Award award, ProposeAmendment.Request wanted)
    {
        if (WhyOtherMembers(wanted) is { } members)
            return members;
        if (wanted.Kind == AmendmentKind.Extension)
            return Extended(award, wanted.EndsOn!.Value);
        var amount = wanted.Amount ?? award.Amount;
        if (WhyOtherAmount(award, wanted.Kind, amount) is { } wrong)
            return wrong;
        var (lines, financing) = wanted.Lines is null
            ? AwardedPlan.Reduced(award, amount)
            : ([.. wanted.Lines.Select(line => new FinanceLine(line.Category, line.Amount))], wanted.Financing ?? award.Financing);
        return WhyUneven(award, amount, lines, financing) is { } uneven
            ? uneven
            : WhyUnfit(award, amount, lines, financing) is { } unfit
            ? unfit
            : award.Plan with { Amount = amount, Lines = lines, Financing = financing };
    }

    /// <summary>Why the grant is not lowered to this; null when it can be.</summary>
    public static Problem? WhyBelowDrawn(Award award, Money amount) => amount.Cents < Math.Min(award.Amount.Cents, award.Drawn.Cents)
        ? AmendmentProblems.AwardDrawn.With(("drawn", award.Drawn), ("wantedAmount", amount))
        : null;

    /// <summary>The plan of an amendment, whose report is due as it was when the report was handed in meanwhile.</summary>
    public static async Task<AwardPlan> WithDueDay(Session session, Award award, Amendment amendment) =>
        amendment.Kind == AmendmentKind.Extension && await SpendingReport.IsHandedIn(session, award.Id)
            ? amendment.Plan with { ReportDueOn = award.ReportDueOn }
            : amendment.Plan;

    static Outcome<AwardPlan> Extended(Award award, DateOnly endsOn) => endsOn <= award.EndsOn
        ? ProgrammeProblems.ExtensionEarlier.With(("endsOn", award.EndsOn), ("wantedOn", endsOn))
        : award.Plan with { EndsOn = endsOn, ReportDueOn = ReportDueDate.Of(endsOn, award.Terms) };

    /// <summary>What a kind takes, and nothing else.</summary>
    static Problem? WhyOtherMembers(ProposeAmendment.Request wanted)
    {
        var changesGrant = wanted.Kind is AmendmentKind.Reduction or AmendmentKind.Increase;
        return Member(nameof(wanted.EndsOn), wanted.EndsOn is not null, wanted.Kind == AmendmentKind.Extension)
            ?? Member(nameof(wanted.Amount), wanted.Amount is not null, changesGrant)
            ?? Member(nameof(wanted.Lines), wanted.Lines is not null, wanted.Kind switch
            {
                AmendmentKind.Extension => false,
                AmendmentKind.Reduction => wanted.Financing is null ? null : true,
                _ => true,
            })
            ?? Member(nameof(wanted.Financing), wanted.Financing is not null, wanted.Kind switch
            {
                AmendmentKind.Extension => false,
                AmendmentKind.Shift => null,
                _ => wanted.Lines is not null,
            });
    }

    /// <param name="needed">Null where it may stand there or not.</param>
    static Problem? Member(string member, bool given, bool? needed) => needed is null || given == needed
        ? null
        : Problems.InvalidAt(member, needed.Value
            ? Bilingual.Of("This kind of amendment needs it.", "Diese Art der Änderung braucht diese Angabe.")
            : Bilingual.Of("This kind of amendment does not change it.", "Diese Art der Änderung ändert das nicht."));

    static Problem? WhyOtherAmount(Award award, string kind, Money amount) => kind switch
    {
        AmendmentKind.Reduction when amount.Cents >= award.Amount.Cents => Problems.InvalidAt(nameof(ProposeAmendment.Request.Amount),
            Bilingual.Of("A reduction is below what is awarded now.", "Eine Kürzung liegt unter dem, was jetzt bewilligt ist.")),
        AmendmentKind.Increase when amount.Cents <= award.Amount.Cents => Problems.InvalidAt(nameof(ProposeAmendment.Request.Amount),
            Bilingual.Of("An increase is above what is awarded now.", "Eine Erhöhung liegt über dem, was jetzt bewilligt ist.")),
        _ => null,
    };

    /// <summary>Why the two sides of a plan are not those of an award with this grant, at the line that is wrong.</summary>
    static Problem? WhyUneven(Award award, Money amount, IReadOnlyList<FinanceLine> lines, AwardFinancing financing)
    {
        if (financing.Grant != amount)
        {
            return Problems.InvalidAt("Financing.Grant", Bilingual.Of(
                $"The grant is what is awarded: {amount.In("en")}.", $"Die Zuwendung ist, was bewilligt ist: {amount.In("de")}."));
        }
        if (award.Lines.FirstOrDefault(line => lines.All(other => other.Category != line.Category)) is { } lost)
        {
            return Problems.InvalidAt(nameof(ProposeAmendment.Request.Lines), Bilingual.Of(
                $"The line '{lost.Category}' is missing: where nothing is left, it stands with 0.00.",
                $"Die Zeile „{lost.Category}“ fehlt: Wo nichts bleibt, steht sie mit 0,00."));
        }
        var (left, last) = (financing.Grant.Cents + financing.Own.Cents + financing.ThirdParty.Cents, lines.Count - 1);
        for (var i = 0; i <= last; i++)
        {
            left -= lines[i].Amount.Cents;
            if (left < 0 || (i == last && left > 0))
                return Problems.InvalidAt(FormattableString.Invariant($"Lines[{i}].Amount"), Difference(new Money(-left)));
        }
        return null;
    }

    /// <param name="tooMuch">Below zero when it is too little.</param>
    static string Difference(Money tooMuch) => Bilingual.Of(
        $"Up to this line the lines exceed the financing by {tooMuch.In("en")}; they are equal.",
        $"Bis zu dieser Zeile übersteigen die Zeilen die Finanzierung um {tooMuch.In("de")}; beide sind gleich.");

    static Problem? WhyUnfit(Award award, Money amount, IReadOnlyList<FinanceLine> lines, AwardFinancing financing)
    {
        var plan = Application(lines, financing);
        return FinancePlanCategories.WhyRefused(plan, award.Terms)
            ?? PlanAgainstFinancing.WhyRefused(plan, award.Terms)
            ?? WhyBelowDrawn(award, amount);
    }

    /// <summary>A plan in the form that an application has it.</summary>
    static FinancePlan Application(IReadOnlyList<FinanceLine> lines, AwardFinancing financing) =>
        new(lines, financing.Own, financing.ThirdParty, financing.Grant);
}
