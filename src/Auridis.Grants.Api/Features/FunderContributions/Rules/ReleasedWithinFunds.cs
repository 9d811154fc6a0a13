using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>
/// What is released in a programme never exceeds what its funder has paid and the sites have paid back, less what went back to the funder.
/// Asked when a payment is released, while the programme's fund is held: of two releases the second counts the first. It is kept from the
/// first contribution on; a programme whose contributions are kept elsewhere has none.
/// </summary>
static class ReleasedWithinFunds
{
    /// <summary>
    /// Why the payment that this transaction has released goes too far; null when it does not. Where the terms only warn, the audit trail
    /// says so instead.
    /// </summary>
    public static async Task<Problem?> WhyRefused(Tx tx, Guid programmeId)
    {
        if (await Lock(tx, programmeId) is not { Received.Cents: > 0 } fund)
            return null;
        var funds = new Money(fund.Received.Cents - fund.Returned.Cents + fund.Repaid.Cents);
        if (fund.Released.Cents <= funds.Cents)
            return null;
        var programme = (await Programme.Find(tx, programmeId))!;
        if (programme.Terms.FunderFunds == FunderFunds.Refuse)
            return ContributionProblems.FunderFundsExceeded.With(("funds", funds), ("released", fund.Released));
        Audit.Append(tx, AuditAction.ProgrammeFundsExceeded, programmeId, programme.Version, new { Funds = funds, fund.Released });
        return null;
    }

    /// <summary>Holds the fund until the commit; null when nobody has recorded a contribution.</summary>
    static Task<Fund?> Lock(Tx tx, Guid programmeId) => tx.ExecuteAndRead<Fund>(LockAndRead, new { ProgrammeId = programmeId });

    // What is paid stands in the awards, net of what the bank returned; what is released and not paid yet, in the payments.
    const string LockAndRead = """
        update Fund set ContributionCount = ContributionCount where ProgrammeId = @ProgrammeId;
        select f.ReceivedCents, f.ReturnedCents,
            (select coalesce(sum(a.RepaidCents), 0) from Award a where a.ProgrammeId = f.ProgrammeId) as RepaidCents,
            (select coalesce(sum(a.PaidCents), 0) from Award a where a.ProgrammeId = f.ProgrammeId)
                + (select coalesce(sum(d.AmountCents), 0) from Disbursement d
                    where d.ProgrammeId = f.ProgrammeId and d.Status in ('released', 'instructed')) as ReleasedCents
        from Fund f
        where f.ProgrammeId = @ProgrammeId
        """;

    sealed record Fund
    {
        public required Money Received { get; init; }
        public required Money Returned { get; init; }
        public required Money Repaid { get; init; }
        public required Money Released { get; init; }
    }
}
