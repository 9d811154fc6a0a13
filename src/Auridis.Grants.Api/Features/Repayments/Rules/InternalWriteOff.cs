namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A write-off (Niederschlagung, § 59 (1) Nr. 2 LHO NRW) is a step of the administration within itself: the claim stands, and the office
/// that owes it is not told. An office sees its claim as if nothing was written off.
/// </summary>
static class InternalWriteOff
{
    /// <summary>The claim as this caller sees it.</summary>
    public static RepaymentClaim SeenBy(RepaymentClaim claim, CurrentUser user)
    {
        if (user.SeesAllOffices || claim.WrittenOff.Cents == 0)
            return claim;
        var owed = claim.Standing with { WrittenOff = new Money(0) };
        return claim with { WrittenOff = owed.WrittenOff, Status = owed.StatusAfter(ClaimStep.WriteOff, claim.Status) };
    }

    /// <summary>What is open of a claim, as its office is told.</summary>
    public static Money OpenToOffice(RepaymentClaim claim) => (claim.Standing with { WrittenOff = new Money(0) }).Open;

    /// <summary>The status in SQL, as this caller sees it.</summary>
    public static string StatusSeenBy(CurrentUser user) => user.SeesAllOffices ? "Status" : Owed;

    // Something is open where something was written off: all that came in beyond the open sum has taken the write-off back.
    const string Owed = """
        case
            when WrittenOffCents = 0 then Status
            when DeferredUntil is not null then 'deferred'
            when PaidCents > RefundedCents then 'partly-paid'
            else 'claimed'
        end
        """;
}
