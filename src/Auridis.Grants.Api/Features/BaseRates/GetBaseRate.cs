namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>Reads a base rate.</summary>
/// <remarks>With its decision, and up to which day interest was reckoned with it.</remarks>
sealed class GetBaseRate : Read<BaseRate>
{
    public override void Configure()
    {
        Get("/base-rates/{id:guid}");
        Policies(Can.ReadBaseRates);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<BaseRate>> Handle(Session session) =>
        await BaseRate.Find(session, Id) is { } rate ? rate : Problems.NotFound;
}
