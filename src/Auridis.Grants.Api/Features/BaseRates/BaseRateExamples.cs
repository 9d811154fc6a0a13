using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.BaseRates;

sealed class BaseRateExamples : IExamples
{
    static readonly ProposeBaseRate.Request From2016 = new(new DateOnly(2016, 7, 1), -0.88m);

    static readonly Reasoned Refusal = new("The Bundesbank has announced another one.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListBaseRates>(Example.Page(Confirmed)),
        Example.Of<ProposeBaseRate>(Proposed, From2016),
        Example.Of<GetBaseRate>(Confirmed),
        Example.Of<ConfirmBaseRate>(Confirmed),
        Example.Of<RefuseBaseRate>(
            Proposed with { Version = 2, Status = BaseRateStatus.Refused, RefusalReason = Refusal.Reason }, Refusal),
    ];

    public static Rate InForce => Confirmed.Rate;

    static BaseRate Proposed => new()
    {
        Id = Example.Id(80),
        Version = 1,
        Status = BaseRateStatus.Proposed,
        ValidFrom = From2016.ValidFrom,
        BasisPoints = Rate.BasisPointsOf(From2016.Percent),
        CreatedAt = Example.At(2018, 11, 5),
        UpdatedAt = Example.At(2018, 11, 5),
    };

    static BaseRate Confirmed => Proposed with { Version = 2, Status = BaseRateStatus.Confirmed };
}
