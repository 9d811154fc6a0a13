using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>A payment that was made.</summary>
sealed record PaidMoney
{
    public required Guid Id { get; init; }
    public required Money Amount { get; init; }
    public required DateOnly BookedOn { get; init; }

    /// <summary>The day on which its money begins to bear interest, itself not counted.</summary>
    public DateOnly StartOf(ProgrammeTerms terms) =>
        terms.InterestStart == InterestStart.Payout ? BookedOn : UseByDate.Of(BookedOn, terms);

    /// <summary>
    /// The payments of an award in the order in which a claim is about them: the latest first, since a site uses the oldest money first;
    /// those that the bank returned last. What the site gave back before anything was claimed is taken off in the same order.
    /// </summary>
    public static async Task<IReadOnlyList<PaidMoney>> OfAward(Session session, Guid awardId)
    {
        var payments = await session.All<PaidMoney>(SelectPaid, new { AwardId = awardId });
        var givenBack = await session.One<long>(SelectGivenBack, new { AwardId = awardId });
        return payments.ConvertAll(payment =>
        {
            var taken = Math.Min(givenBack, payment.Amount.Cents);
            givenBack -= taken;
            return payment with { Amount = new Money(payment.Amount.Cents - taken) };
        });
    }

    const string SelectPaid = """
        select Id, AmountCents, BookedOn from Disbursement
        where AwardId = @AwardId and Kind = 'grant' and Status in ('settled', 'returned')
        order by case when Status = 'returned' then 1 else 0 end, BookedOn desc, Seq desc
        """;

    const string SelectGivenBack = """
        select coalesce(sum(AmountCents), 0) from RepaymentReceipt
        where AwardId = @AwardId and RepaymentClaimId is null and Status <> 'reversed'
        """;
}

/// <summary>Money that was used late, and on which interest is asked for that.</summary>
sealed record LateMoney
{
    public required Guid DisbursementId { get; init; }
    public required Money Amount { get; init; }

    /// <summary>The last day that it bore interest.</summary>
    public required DateOnly UntilOn { get; init; }

    /// <summary>Of the payments of an award, unless it was refused.</summary>
    public static async Task<IReadOnlyList<LateMoney>> OfAward(Session session, Guid awardId) =>
        await session.All<LateMoney>(SelectLate, new { AwardId = awardId });

    const string SelectLate = """
        select DisbursementId, AmountCents, UntilOn from InterestCalculation
        where AwardId = @AwardId and Kind = 'late-use' and Status <> 'refused'
        order by Seq
        """;
}

/// <summary>A claim on money that was paid.</summary>
sealed record ClaimedMoney
{
    public required Guid Id { get; init; }
    public required Money Principal { get; init; }
    public required Money Reduced { get; init; }
    public required DateOnly ClaimedOn { get; init; }

    /// <summary>From when on the award did not stand, for a claim on a revoked one.</summary>
    public required DateOnly? EffectiveOn { get; init; }

    /// <summary>Whether interest on it is proposed or confirmed.</summary>
    public required bool BearsInterest { get; init; }

    /// <summary>The claims on an award, but for interest, the first one first.</summary>
    public static async Task<IReadOnlyList<ClaimedMoney>> OfAward(Session session, Guid awardId) =>
        await session.All<ClaimedMoney>(SelectClaimed, new { AwardId = awardId });

    const string SelectClaimed = """
        select c.Id, c.PrincipalCents, c.ReducedCents, c.ClaimedOn,
            (select max(t.EffectiveOn) from Termination t where t.AwardId = c.AwardId and t.RepaymentClaimId = c.Id) as EffectiveOn,
            case when exists (
                select 1 from InterestCalculation i where i.RepaymentClaimId = c.Id and i.Status <> 'refused'
            ) then 1 else 0 end as BearsInterest
        from RepaymentClaim c
        where c.AwardId = @AwardId and c.Kind <> 'interest'
        order by c.Seq
        """;
}
