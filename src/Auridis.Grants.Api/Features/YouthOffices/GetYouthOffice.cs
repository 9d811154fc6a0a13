namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Reads a youth office.</summary>
/// <remarks>Its key, name and kind. This is public knowledge: every caller may read it.</remarks>
sealed class GetYouthOffice : Read<YouthOffice>
{
    public override void Configure()
    {
        Get("/youth-offices/{id:guid}");
        Policies(Can.Read);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<YouthOffice>> Handle(Session session) =>
        await YouthOffice.Find(session, Id) is { } office ? office : Problems.NotFound;
}
