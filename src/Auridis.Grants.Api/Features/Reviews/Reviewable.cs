using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>An application as those who assign its reviews see it: all but its content.</summary>
sealed record Reviewable
{
    public required Guid Id { get; init; }

    public required Guid ProgrammeId { get; init; }

    public required string Reference { get; init; }

    public required string OfficeAgs { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string CreatedBy { get; init; }

    public string? SubmittedBy { get; init; }

    public static Reviewable Of(Application application) => new()
    {
        Id = application.Id,
        ProgrammeId = application.ProgrammeId,
        Reference = application.Reference!,
        OfficeAgs = application.OfficeAgs,
        CreatedBy = application.CreatedBy,
        SubmittedBy = application.SubmittedBy,
    };

    /// <summary>The eligible applications of a programme, which the caller has locked; held for the rest of the transaction.</summary>
    public static async Task<List<Reviewable>> LockAll(Tx tx, Guid programmeId)
    {
        await Application.LockEligible(tx, programmeId);
        return await tx.All<Reviewable>(Select, new { ProgrammeId = programmeId });
    }

    const string Select = """
        select Id, ProgrammeId, Reference, OfficeAgs, CreatedBy, SubmittedBy
        from Application where ProgrammeId = @ProgrammeId and Status = 'eligible'
        order by Seq
        """;
}
