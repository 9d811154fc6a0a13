using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>
/// Interest on what the report did not recognise of a payment of February 2019, and on a part of that payment that was used late.
/// </summary>
sealed class InterestExamples : IExamples
{
    static readonly ProposeClaimInterest.Request UpToPayment = new(new DateOnly(2021, 8, 20));

    static readonly ProposeLateUseInterest.Request UsedInMay = new(DisbursementExamples.Id, new Money(5_000_00), new DateOnly(2019, 5, 3));

    static readonly Reasoned Refusal = new("Money that came in is not recorded yet.");

    static readonly DateOnly UseByEnd = new(2019, 4, 8);

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListInterestCalculations>(Example.Page(Confirmed)),
        Example.Of<ProposeClaimInterest>(OnClaim, UpToPayment),
        Example.Of<ProposeLateUseInterest>(OnLateUse, UsedInMay),
        Example.Of<GetInterestCalculation>(Confirmed),
        Example.Of<ConfirmInterest>(Confirmed),
        Example.Of<RefuseInterest>(
            OnClaim with
            {
                Version = 2,
                Status = InterestStatus.Refused,
                RefusalReason = Refusal.Reason,
                DecidedOn = new DateOnly(2021, 8, 24),
                UpdatedAt = Example.At(2021, 8, 24),
            },
            Refusal),
    ];

    static InterestCalculation OnClaim => Proposed(
        InterestKind.LateRepayment, SpendingReportExamples.Examined.Claim!.Value, UpToPayment.Until, Example.At(2021, 8, 23)) with
    {
        RepaymentClaimId = Example.Id(15),
    };

    static InterestCalculation Confirmed => OnClaim with
    {
        Version = 2,
        Status = InterestStatus.Confirmed,
        InterestClaimId = Example.Id(82),
        DecidedOn = new DateOnly(2021, 8, 24),
        UpdatedAt = Example.At(2021, 8, 24),
    };

    static InterestCalculation OnLateUse => Proposed(
        InterestKind.LateUse, UsedInMay.Amount, UsedInMay.UsedOn, Example.At(2019, 6, 3)) with
    {
        Id = Example.Id(83),
        DisbursementId = UsedInMay.DisbursementId,
        Amount = UsedInMay.Amount,
    };

    static InterestCalculation Proposed(string kind, Money sum, DateOnly until, DateTimeOffset at)
    {
        var segments = InterestReckoning.Segments(
            [new SumOwed(UseByEnd, sum)], until, [BaseRateExamples.InForce], AwardExamples.Offered.Terms.InterestSurchargePercent).Value;
        var reckoned = InterestReckoning.Round(InterestReckoning.Exact(segments));
        return new()
        {
            Id = Example.Id(81),
            Version = 1,
            ProgrammeId = AwardExamples.Offered.ProgrammeId,
            AwardId = AwardExamples.Id,
            OfficeAgs = YouthOfficeExamples.Ags,
            Status = InterestStatus.Proposed,
            Kind = kind,
            Until = until,
            NotToBlame = false,
            Segments = segments,
            Reckoned = reckoned,
            Interest = reckoned,
            AskedBefore = new Money(0),
            CreatedAt = at,
            UpdatedAt = at,
        };
    }
}
