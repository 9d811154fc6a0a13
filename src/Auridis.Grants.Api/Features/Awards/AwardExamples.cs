using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Selections;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Awards;

sealed class AwardExamples : IExamples
{
    public static readonly Guid Id = Example.Id(10);

    static readonly Reasoned Decline = new("The council has not approved the city's own contribution.");

    static Money Amount => ApplicationExamples.Content.FinancePlan!.Requested!.Value;

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListAwards>(Example.Page(Paid)),
        Example.Of<GetAward>(Paid),
        Example.Of<AcceptAward>(Accepted, new AcceptAward.Request(WaiveRemedies: false)),
        Example.Of<WaiveRemedies>(Active with { FinalFrom = new DateOnly(2019, 1, 14), UpdatedAt = Example.At(2019, 1, 14) }),
        Example.Of<ActivateAward>(Active),
        Example.Of<AllowLateUse>(
            Paid with { Version = 10, LateUseAmount = Late.Amount, LateUseEndsOn = Late.EndsOn, LateUseReason = Late.Reason }, Late),
        Example.Of<CountersignAward>(Countersigned),
        Example.Of<RenounceRest>(Renounced),
        Example.Of<CompleteAward>(Renounced with
        {
            Version = 19,
            Status = AwardStatus.Completed,
            Committed = Paid.Paid,
            CompletedOn = new DateOnly(2021, 5, 10),
            UpdatedAt = Example.At(2021, 5, 10),
        }),
        Example.Of<ListTerminations>(Example.Page(Confirmed)),
        Example.Of<ProposeTermination>(Proposed, new ProposeTermination.Request(
            Proposed.LegalBasis, Proposed.EffectiveOn, Proposed.KnownSince, Proposed.Keeps, Proposed.Reason)),
        Example.Of<GetTermination>(Confirmed),
        Example.Of<ConfirmTermination>(Confirmed),
        Example.Of<RefuseTermination>(
            Proposed with
            {
                Version = 2,
                Status = TerminationStatus.Refused,
                RefusalReason = Refusal.Reason,
                DecidedOn = new DateOnly(2021, 7, 16),
                UpdatedAt = Example.At(2021, 7, 16),
            },
            Refusal),
        Example.Of<DeclineAward>(Offered with { Version = 2, Status = AwardStatus.Declined, DeclineReason = Decline.Reason }, Decline),
    ];

    public static Award Offered => new()
    {
        Id = Id,
        Version = 1,
        Reference = "GA-2018-A-Z-01",
        ProgrammeId = ProgrammeExamples.Id,
        ApplicationId = ApplicationExamples.Id,
        SelectionId = SelectionExamples.Id,
        YouthOfficeId = YouthOfficeExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = AwardStatus.Offered,
        Amount = Amount,
        Lines = ApplicationExamples.Content.FinancePlan!.Lines!,
        Financing = new AwardFinancing(
            Amount, ApplicationExamples.Content.FinancePlan!.OwnContribution!.Value,
            ApplicationExamples.Content.FinancePlan!.ThirdPartyFunds!.Value),
        Terms = ReferenceData.PressRelease,
        StartsOn = ReferenceData.PressRelease.FundingStartsOn,
        EndsOn = ReferenceData.PressRelease.FundingEndsOn,
        ReportDueOn = ReportDueDate.Of(ReferenceData.PressRelease),
        Drawn = new Money(0),
        Paid = new Money(0),
        Repaid = new Money(0),
        Renounced = new Money(0),
        Committed = Amount,
        OfferedOn = new DateOnly(2018, 12, 14),
        AcceptBy = new DateOnly(2019, 1, 14),
        CreatedAt = Example.At(2018, 12, 14),
        UpdatedAt = Example.At(2018, 12, 14),
    };

    static Award Accepted => Offered with
    {
        Version = 3,
        Status = AwardStatus.Accepted,
        AcceptedOn = new DateOnly(2019, 1, 7),
        UpdatedAt = Example.At(2019, 1, 7),
        // Its letter went out on the day of the offer.
        FinalFrom = new DateOnly(2019, 1, 18),
    };

    static readonly AllowLateUse.Request Late =
        new(new Money(5_000_00), new DateOnly(2019, 6, 30), "The coordinator begins two months later; the rest of the plan stands.");

    static Award Active => Accepted with { Version = 4, UpdatedAt = Example.At(2019, 1, 18), Status = AwardStatus.Active };

    /// <summary>As it is where the programme makes contracts; the announcement of its letter changes nothing.</summary>
    static Award Countersigned => Active with
    {
        Version = 3,
        Terms = ReferenceData.PressRelease with { LegalForm = LegalForm.PublicContract, Remedy = Remedy.None },
        CountersignedOn = new DateOnly(2019, 1, 10),
        FinalFrom = new DateOnly(2019, 1, 10),
        UpdatedAt = Example.At(2019, 1, 10),
    };

    /// <summary>After the first payment.</summary>
    public static Award Paid => Active with
    {
        Version = 9,
        Drawn = new Money(20_000_00),
        Paid = new Money(20_000_00),
        UpdatedAt = Example.At(2019, 2, 8),
    };

    static readonly Reasoned Refusal = new("The money was used for the network after all.");

    static Termination Proposed => new()
    {
        Id = Example.Id(31),
        Version = 1,
        ProgrammeId = ProgrammeExamples.Id,
        AwardId = Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = TerminationStatus.Proposed,
        InPart = false,
        LegalBasis = "§ 47 (2) Satz 1 Nr. 1 SGB X",
        EffectiveOn = new DateOnly(2021, 4, 12),
        KnownSince = new DateOnly(2021, 4, 12),
        Keeps = new Money(12_000_00),
        Reason = "A part of the money was not used for the network.",
        CreatedAt = Example.At(2021, 7, 15),
        UpdatedAt = Example.At(2021, 7, 15),
    };

    static Termination Confirmed => Proposed with
    {
        Version = 2,
        Status = TerminationStatus.Confirmed,
        RepaymentClaimId = Example.Id(15),
        DecidedOn = new DateOnly(2021, 7, 16),
        UpdatedAt = Example.At(2021, 7, 16),
    };

    static Award Renounced => Paid with
    {
        Version = 18,
        Renounced = new Money(Amount.Cents - Paid.Paid.Cents),
        UpdatedAt = Example.At(2021, 5, 3),
    };
}
