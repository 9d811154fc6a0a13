namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Reads the caller's declaration of conflicts of interest.</summary>
/// <remarks>Each person reads their own, and nobody another's.</remarks>
sealed class GetConflictDeclaration(CurrentUser user) : Read<ConflictDeclaration>
{
    public override void Configure()
    {
        Get("/programmes/{id:guid}/conflict-declaration");
        Policies(Can.DeclareConflicts);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ConflictDeclaration>> Handle(Session session) =>
        await ConflictDeclaration.Find(session, Id, user.Actor) is { } declaration ? declaration : Problems.NotFound;
}
