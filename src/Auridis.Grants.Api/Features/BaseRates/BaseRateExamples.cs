using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.BaseRates;

sealed class BaseRateExamples : IExamples
{
    static readonly ProposeBaseRate.Request From2023 = new(new DateOnly(2023, 1, 1), 1.62m);

    static readonly Reasoned Refusal = new("The Bundesbank has announced another one.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListBaseRates>(Example.Page(Confirmed)),
        Example.Of<ProposeBaseRate>(Proposed, From2023),
        Example.Of<GetBaseRate>(Confirmed),
        Example.Of<ConfirmBaseRate>(Confirmed),
        Example.Of<RefuseBaseRate>(
            Proposed with { Version = 2, Status = BaseRateStatus.Refused, RefusalReason = Refusal.Reason }, Refusal),
    ];

    static BaseRate Proposed => new()
    {
        Id = Example.Id(80),
        Version = 1,
        Status = BaseRateStatus.Proposed,
        ValidFrom = From2023.ValidFrom,
        BasisPoints = Rate.BasisPointsOf(From2023.Percent),
        CreatedAt = Example.At(2023, 1, 2),
        UpdatedAt = Example.At(2023, 1, 2),
    };

    static BaseRate Confirmed => Proposed with { Version = 2, Status = BaseRateStatus.Confirmed };
}
