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

    static Money Amount => ApplicationExamples.Content.FinancePlan.Requested;

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListAwards>(Example.Page(Paid)),
        Example.Of<GetAward>(Paid),
        Example.Of<AcceptAward>(Accepted, new AcceptAward.Request(WaiveRemedies: false)),
        Example.Of<WaiveRemedies>(Active with { FinalFrom = new DateOnly(2019, 1, 14) }),
        Example.Of<ActivateAward>(Active),
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
        Lines = ApplicationExamples.Content.FinancePlan.Lines,
        Terms = ReferenceData.PressRelease,
        StartsOn = ReferenceData.PressRelease.FundingStartsOn,
        EndsOn = ReferenceData.PressRelease.FundingEndsOn,
        ReportDueOn = ReportDueDate.Of(ReferenceData.PressRelease),
        Drawn = new Money(0),
        Paid = new Money(0),
        OfferedOn = new DateOnly(2018, 12, 14),
        CreatedAt = Example.At(2018, 12, 14),
        UpdatedAt = Example.At(2018, 12, 14),
    };

    static Award Accepted => Offered with
    {
        Version = 2,
        Status = AwardStatus.Accepted,
        AcceptedOn = new DateOnly(2019, 1, 7),
        UpdatedAt = Example.At(2019, 1, 7),
        FinalFrom = RemedyPeriod.FinalFrom(new DateOnly(2019, 1, 7), ReferenceData.PressRelease.RemedyDays),
    };

    static Award Active => Accepted with { Version = 3, UpdatedAt = Example.At(2019, 1, 14), Status = AwardStatus.Active };

    /// <summary>After the first payment.</summary>
    public static Award Paid => Active with
    {
        Version = 8,
        Drawn = new Money(20_000_00),
        Paid = new Money(20_000_00),
        UpdatedAt = Example.At(2019, 2, 8),
    };
}
