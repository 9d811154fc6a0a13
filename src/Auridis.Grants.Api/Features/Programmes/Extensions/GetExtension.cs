namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Reads a proposal to extend an application window.</summary>
/// <remarks>With its decision. It stands among the programme's <c>extensions</c> as well.</remarks>
sealed class GetExtension : Read<ProgrammeExtension>
{
    public override void Configure()
    {
        Get("/programme-extensions/{id:guid}");
        Policies(Can.Read);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ProgrammeExtension>> Handle(Session session) =>
        await ProgrammeExtension.Find(session, Id) is { } extension ? extension : Problems.NotFound;
}
