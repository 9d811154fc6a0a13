namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Reads a write-off of a repayment claim.</summary>
/// <remarks>With its decision. For the funding side: a write-off is internal, and the office is not told.</remarks>
sealed class GetWriteOff : Read<WriteOff>
{
    public override void Configure()
    {
        Get("/write-offs/{id:guid}");
        Policies(Can.ReadWriteOffs);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<WriteOff>> Handle(Session session) =>
        await WriteOff.Find(session, Id) is { } writeOff ? writeOff : Problems.NotFound;
}
