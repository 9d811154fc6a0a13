using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Deletes a draft. Nothing else in the product is ever deleted.</summary>
sealed class DeleteProgramme : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/programmes/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanManageProgrammes)
        .NeedsIfMatch()
        .Describe("deleteProgramme", "Deletes a draft", "A programme that was opened once stays for good.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);

    static Task<Deleted> Handle(Guid id, Change change) => change.Delete(async tx =>
    {
        if (await tx.Execute(Delete, new { id, change.Version }) == 0)
            return await Programme.WhyRefused(tx, id, change.Version, ProgrammeStatus.Draft);
        Audit.Append(tx, "programme.deleted", id, change.Version);
        return true;
    });

    const string Delete = "delete from Programme where Id = @id and Version = @Version and Status = 'draft'";
}
