namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Deletes a draft programme.</summary>
/// <remarks>A programme that has been opened cannot be deleted.</remarks>
sealed class DeleteProgramme : Removal
{
    public override void Configure()
    {
        Delete("/programmes/{id:guid}");
        Policies(Can.ManageProgrammes);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Done>> Handle(Tx tx)
    {
        if (await tx.Execute(DeleteRow, new { Id, SeenVersion }) == 0)
            return await Programme.WhyRefused(tx, Id, SeenVersion, ProgrammeStatus.Draft);
        Audit.Append(tx, AuditAction.ProgrammeDeleted, Id, SeenVersion);
        return new Done();
    }

    const string DeleteRow = "delete from Programme where Id = @Id and Version = @SeenVersion and Status = 'draft'";
}
