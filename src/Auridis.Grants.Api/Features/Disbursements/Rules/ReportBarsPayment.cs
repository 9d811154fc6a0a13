namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// What an award's final report forbids to draw. Once it is submitted, no more than the expenditure that it and the interim reports before
/// it declare; once it is accepted, no more than the site is entitled to, also while it is examined anew. Accepting a report holds the
/// award too, so ask after touching it.
/// </summary>
static class ReportBarsPayment
{
    /// <summary>Why the report forbids to draw this; null when it does not.</summary>
    /// <param name="drawn">What is drawn of the award, the request included.</param>
    public static async Task<Problem?> WhyRefused(Session session, Guid awardId, Money drawn, Money requested, DateOnly today)
    {
        if (await OverdueReport.WhyRefused(session, awardId, today) is { } overdue)
            return overdue;
        return await session.OneOrNull<Report>(Find, new { AwardId = awardId }) switch
        {
            // Until it is examined, what the site says that it spent is the most it can be entitled to.
            { Status: "submitted" or "in-examination" } report when drawn.Cents > report.Expenditure.Cents =>
                DisbursementProblems.BeyondReportedExpenditure.With(("expenditure", report.Expenditure), ("drawn", drawn)),
            { Entitlement: { } entitlement } report when drawn.Cents > entitlement.Cents =>
                (report.AcceptedOn is null ? DisbursementProblems.FinalReportReopened : DisbursementProblems.FinalReportAccepted).With(
                    ("entitlement", entitlement),
                    ("available", new Money(Math.Max(0, entitlement.Cents - drawn.Cents + requested.Cents))),
                    ("requested", requested)),
            _ => null,
        };
    }

    const string Find = """
        select x.Status, x.EntitlementCents, x.AcceptedOn,
            (select sum(o.ExpenditureCents) from SpendingReport o where o.AwardId = x.AwardId and o.Status <> 'dropped') as ExpenditureCents
        from SpendingReport x
        where x.AwardId = @AwardId and x.Kind = 'final'
        """;

    sealed record Report
    {
        public required string Status { get; init; }
        public required Money Expenditure { get; init; }
        public required Money? Entitlement { get; init; }
        public required DateOnly? AcceptedOn { get; init; }
    }
}
