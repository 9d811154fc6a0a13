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

    public static Award Offered => new(
        Id, 1, "GA-2018-A-Z-01", ProgrammeExamples.Id, ApplicationExamples.Id, SelectionExamples.Id, YouthOfficeExamples.Id, YouthOfficeExamples.Ags,
        AwardStatus.Offered, Amount, ApplicationExamples.Content.FinancePlan.Lines, ReferenceData.PressRelease,
        ReferenceData.PressRelease.FundingStartsOn, ReferenceData.PressRelease.FundingEndsOn, new DateOnly(2021, 6, 30), new Money(0), new Money(0),
        Example.At(2018, 12, 14), null, null, null);

    static Award Accepted => Offered with
    {
        Version = 2,
        Status = AwardStatus.Accepted,
        AcceptedOn = new DateOnly(2019, 1, 7),
        FinalFrom = RemedyPeriod.FinalFrom(new DateOnly(2019, 1, 7), ReferenceData.PressRelease.RemedyDays),
    };

    static Award Active => Accepted with { Version = 3, Status = AwardStatus.Active };

    /// <summary>After the first payment.</summary>
    public static Award Paid => Active with { Drawn = new Money(20_000_00), Paid = new Money(20_000_00) };
}
