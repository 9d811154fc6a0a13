using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// An administrative act that claims money back needs a hearing first (§ 28 VwVfG NRW, § 24 SGB X): the office was asked about at least
/// this sum, and its reply has come or the day for it has passed. A contract needs none.
/// </summary>
static class HeardBeforeClaim
{
    public static Problem? WhyRefused(Award award, Hearing? hearing, Money claim, DateOnly today) =>
        claim.Cents == 0 || award.Terms.LegalForm is not (LegalForm.ActSocialCode or LegalForm.ActGeneral) ? null
        : hearing is null || hearing.DraftClaim.Cents < claim.Cents
            ? SpendingReportProblems.HearingOpen.With(("claim", claim), ("heard", hearing?.DraftClaim ?? new Money(0)))
        : hearing.OverOn <= today ? null
        : SpendingReportProblems.HearingOpen.With(("claim", claim), ("heard", hearing.DraftClaim), ("replyBy", hearing.ReplyBy));
}
