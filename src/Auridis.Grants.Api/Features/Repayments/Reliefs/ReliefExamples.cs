using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>A claim is deferred, and parts of it are waived and written off.</summary>
sealed class ReliefExamples : IExamples
{
    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListDeferrals>(Example.Page(Deferred)),
        Example.Of<ProposeDeferral>(ToDefer, new ProposeDeferral.Request(ToDefer.Until, ToDefer.Reason)),
        Example.Of<GetDeferral>(Deferred),
        Example.Of<ConfirmDeferral>(Deferred),
        Example.Of<RefuseDeferral>(
            ToDefer with
            {
                Version = 2,
                Status = DeferralStatus.Refused,
                RefusalReason = Refusal.Reason,
                DecidedOn = DecidedOn,
                UpdatedAt = DecidedAt,
            },
            Refusal),
        Example.Of<EndDeferral>(
            Deferred with
            {
                Version = 3,
                Status = DeferralStatus.Ended,
                EndedOn = new DateOnly(2021, 10, 4),
                EndReason = Recovered.Reason,
                UpdatedAt = Example.At(2021, 10, 4),
            },
            Recovered),
        Example.Of<ListWaivers>(Example.Page(Waived)),
        Example.Of<ProposeWaiver>(ToWaive, new ProposeWaiver.Request(ToWaive.Reason, ToWaive.Amount, ToWaive.LegalBasis)),
        Example.Of<GetWaiver>(Waived),
        Example.Of<ConfirmWaiver>(Waived),
        Example.Of<RefuseWaiver>(
            ToWaive with
            {
                Version = 2,
                Status = ReliefStatus.Refused,
                LegalBasis = null,
                RefusalReason = Refusal.Reason,
                DecidedOn = DecidedOn,
                UpdatedAt = DecidedAt,
            },
            Refusal),
        Example.Of<ListWriteOffs>(Example.Page(WrittenOff)),
        Example.Of<ProposeWriteOff>(ToWriteOff, new ProposeWriteOff.Request(ToWriteOff.Reason, ToWriteOff.Amount)),
        Example.Of<GetWriteOff>(WrittenOff),
        Example.Of<ConfirmWriteOff>(WrittenOff),
        Example.Of<RefuseWriteOff>(
            ToWriteOff with
            {
                Version = 2,
                Status = ReliefStatus.Refused,
                RefusalReason = Refusal.Reason,
                DecidedOn = DecidedOn,
                UpdatedAt = DecidedAt,
            },
            Refusal),
    ];

    static readonly Reasoned Refusal = new("The office can pay.");

    static readonly Reasoned Recovered = new("The supplementary budget has passed.");

    static readonly DateOnly DecidedOn = new(2021, 8, 24);

    static readonly DateTimeOffset DecidedAt = Example.At(2021, 8, 24);

    static Deferral ToDefer => new()
    {
        Id = Example.Id(60),
        Version = 1,
        ProgrammeId = AwardExamples.Offered.ProgrammeId,
        AwardId = AwardExamples.Id,
        RepaymentClaimId = Example.Id(15),
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = DeferralStatus.Proposed,
        Until = new DateOnly(2021, 11, 30),
        Reason = "The office can pay after its supplementary budget.",
        CreatedAt = Example.At(2021, 8, 23),
        UpdatedAt = Example.At(2021, 8, 23),
    };

    static Deferral Deferred => ToDefer with
    {
        Version = 2,
        Status = DeferralStatus.Confirmed,
        DecidedOn = DecidedOn,
        UpdatedAt = DecidedAt,
    };

    static Waiver ToWaive => new()
    {
        Id = Example.Id(61),
        Version = 1,
        ProgrammeId = AwardExamples.Offered.ProgrammeId,
        AwardId = AwardExamples.Id,
        RepaymentClaimId = Example.Id(15),
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = ReliefStatus.Proposed,
        Amount = new Money(100_00),
        LegalBasis = "§ 59 (1) Nr. 3 LHO NRW",
        Reason = "To claim this part would be unfair in this case.",
        CreatedAt = Example.At(2021, 8, 23),
        UpdatedAt = Example.At(2021, 8, 23),
    };

    static Waiver Waived => ToWaive with
    {
        Version = 2,
        Status = ReliefStatus.Confirmed,
        DecidedOn = DecidedOn,
        UpdatedAt = DecidedAt,
    };

    static WriteOff ToWriteOff => new()
    {
        Id = Example.Id(62),
        Version = 1,
        ProgrammeId = AwardExamples.Offered.ProgrammeId,
        AwardId = AwardExamples.Id,
        RepaymentClaimId = Example.Id(15),
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = ReliefStatus.Proposed,
        Amount = new Money(50_00),
        Reason = "To collect this part would cost more than it brings.",
        CreatedAt = Example.At(2021, 8, 23),
        UpdatedAt = Example.At(2021, 8, 23),
    };

    static WriteOff WrittenOff => ToWriteOff with
    {
        Version = 2,
        Status = ReliefStatus.Confirmed,
        DecidedOn = DecidedOn,
        UpdatedAt = DecidedAt,
    };
}
