namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Reads a selection.</summary>
/// <remarks>Its decisions, who stands by it, and every limit that it touches. Its ranking stands at /selections/{id}/ranking.</remarks>
sealed class GetSelection : Read<Selection>
{
    public override void Configure()
    {
        Get("/selections/{id:guid}");
        Policies(Can.ReadSelections);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Selection>> Handle(Session session) =>
        await Selection.Find(session, Id) is { } selection ? selection : Problems.NotFound;
}
