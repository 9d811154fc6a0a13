namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>Lists the base rates.</summary>
/// <remarks>In the order in which they were proposed, also those that were refused or replaced. Filter: status.</remarks>
sealed class ListBaseRates : Page<ListBaseRates.Request, BaseRate>
{
    public sealed record Request : ChangesPaging
    {
        [OneOf(typeof(BaseRateStatus))]
        public string? Status { get; init; }
    }

    public override void Configure()
    {
        Get("/base-rates");
        Policies(Can.ReadBaseRates);
    }

    protected override async Task<Outcome<ListOf<BaseRate>>> Handle(Session session, Request request) =>
        await request.Of<BaseRate>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.Status,
        });

    static string Select(Request request) => (BaseRate.Select + " where " + request.After())
        .When(request.Status, "Status = @Status")
        + request.InOrder();
}
