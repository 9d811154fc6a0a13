using System.Globalization;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>What the programme asks of an application that is made or handed in.</summary>
static class SubmissionRules
{
    /// <summary>The number that people cite, as <c>GA-2018-A-0007</c>.</summary>
    public static string Reference(string programmeCode, int number) => string.Create(CultureInfo.InvariantCulture, $"GA-{programmeCode}-{number:0000}");

    /// <summary>Why the programme takes no application today; null when it takes them. A deadline is the end of its day.</summary>
    public static Problem? Window(Programme programme, DateOnly today) => programme switch
    {
        { Status: not ProgrammeStatus.Draft } when today > programme.Terms.ClosesOn =>
            ApplicationProblems.DeadlinePassed.With(("closesOn", programme.Terms.ClosesOn), ("today", today)),
        { Status: ProgrammeStatus.Open } when today >= programme.Terms.OpensOn => null,
        _ => ApplicationProblems.ProgrammeNotOpen.With(
            ("programmeStatus", programme.Status), ("opensOn", programme.Terms.OpensOn), ("closesOn", programme.Terms.ClosesOn), ("today", today)),
    };

    /// <summary>What is wrong with a finance plan under these terms; null when nothing is. In this order: cap, sum, categories.</summary>
    public static Problem? Finances(FinancePlan plan, ProgrammeTerms terms)
    {
        if (plan.Requested.Cents > terms.CapPerSite.Cents)
            return ProgrammeProblems.CapExceeded.With(("requested", plan.Requested), ("cap", terms.CapPerSite));
        var funds = plan.Requested.Cents + plan.OwnContribution.Cents + plan.ThirdPartyFunds.Cents;
        var expenditure = plan.Lines.Sum(line => line.Amount.Cents);
        if (funds != expenditure)
            return ApplicationProblems.FinancePlanUnbalanced.With(("funds", new Money(funds)), ("expenditure", new Money(expenditure)));
        var unknown = plan.Lines.FirstOrDefault(line => terms.Categories.All(category => category.Code != line.Category));
        return unknown is null ? null : ApplicationProblems.UnknownCategory.With(("category", unknown.Category));
    }
}
