using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// Before there is a claim, a site can pay back no more of an award than it has of it: more is money for something else, and is recorded
/// there.
/// </summary>
static class RepaymentWithinPaid
{
    public static Problem? WhyRefused(Award award, Money amount)
    {
        var has = new Money(Math.Max(0, Math.Min(award.Paid.Cents, award.NetPaid.Cents)));
        return amount.Cents > has.Cents ? RepaymentProblems.RepaymentExceedsPaid.With(("paid", has), ("amount", amount)) : null;
    }
}
