namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award is completed when its account is settled: its final report is accepted, or nothing was ever paid; no payment is open; what the
/// site is entitled to was paid, or its office has renounced the rest; and no claim on it is open. Where there is no accepted report, the
/// rest is that of the amount. An award that is not on the way there, with neither a report that was accepted nor a rest that was
/// renounced, is not settled: who looks for those that are need not look at it.
/// </summary>
static class SettledAward
{
    /// <summary>Money was paid, and no final report is accepted.</summary>
    public const string FinalReport = "final-report";

    /// <summary>A payment is neither settled nor has it failed.</summary>
    public const string OpenPayment = "open-payment";

    /// <summary>The site may still draw something, and has not renounced it.</summary>
    public const string Rest = "rest";

    /// <summary>A claim is not paid in full.</summary>
    public const string OpenClaim = "open-claim";

    /// <summary>All that is missing to complete an award; null when it is settled. The caller holds it.</summary>
    public static async Task<Problem?> WhyRefused(Tx tx, Guid awardId)
    {
        var account = await tx.One<Account>(SelectAccount, new { AwardId = awardId });
        List<string> missing = [];
        if (account.NoReport > 0)
            missing.Add(FinalReport);
        if (account.OpenPayments > 0)
            missing.Add(OpenPayment);
        if (account.RestLeft > 0)
            missing.Add(Rest);
        if (account.OpenClaims > 0)
            missing.Add(OpenClaim);
        return missing.Count == 0 ? null : AwardProblems.NotSettled.With(("missing", missing.ToArray()));
    }

    /// <summary>
    /// The final report of an award is accepted, or a payment came back: from now on its account is settled. The caller holds it.
    /// </summary>
    public static Task Begin(Tx tx, Guid awardId) =>
        tx.Execute("update Award set Settling = 1 where Id = @AwardId", new { AwardId = awardId });

    /// <summary>What holds of an award <c>x</c> that is settled.</summary>
    public const string Condition = $"""
        not {HasOpenPayments} and not {HasRest} and not {HasNoReport} and not {HasOpenClaims}
        """;

    /// <summary>
    /// What holds of an award <c>x</c> of which something can still be drawn: neither the office, nor what is kept of it, nor the accepted
    /// report forbids it.
    /// </summary>
    public const string HasRest = $"""
        ({AwardFunds.TakenCents} < x.AmountCents - x.RenouncedCents and (x.KeptCents is null or {AwardFunds.TakenCents} < x.KeptCents)
            and not exists (
                select 1 from SpendingReport r where r.AwardId = x.Id and r.EntitlementCents <= {AwardFunds.TakenCents}))
        """;

    const string HasOpenPayments = "(x.DrawnCents <> x.PaidCents)";

    const string HasNoReport = """
        (not exists (select 1 from SpendingReport r where r.AwardId = x.Id and r.Kind = 'final' and r.AcceptedOn is not null) and exists (
            select 1 from Disbursement d where d.AwardId = x.Id and d.Status in ('settled', 'returned')))
        """;

    const string HasOpenClaims = """
        (exists (select 1 from RepaymentClaim c where c.AwardId = x.Id and c.Status in ('claimed', 'partly-paid', 'deferred', 'overpaid')))
        """;

    const string SelectAccount = $"""
        select case when {HasNoReport} then 1 else 0 end as NoReport, case when {HasOpenPayments} then 1 else 0 end as OpenPayments,
            case when {HasRest} then 1 else 0 end as RestLeft, case when {HasOpenClaims} then 1 else 0 end as OpenClaims
        from Award x
        where x.Id = @AwardId
        """;

    /// <summary>For each thing that can be missing, 1 when it is.</summary>
    sealed record Account
    {
        public required int NoReport { get; init; }
        public required int OpenPayments { get; init; }
        public required int RestLeft { get; init; }
        public required int OpenClaims { get; init; }
    }
}
