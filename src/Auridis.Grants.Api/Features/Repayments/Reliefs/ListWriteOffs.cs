namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Lists the write-offs of a repayment claim.</summary>
/// <remarks>
/// In the order in which they were proposed, also those that were refused. For the funding side: a write-off is internal, and the office is
/// not told.
/// </remarks>
sealed class ListWriteOffs : Page<WriteOff>
{
    public override void Configure()
    {
        Get("/repayment-claims/{id:guid}/write-offs");
        Policies(Can.ReadWriteOffs);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<WriteOff>>> Handle(Session session, Paging request) =>
        await RepaymentClaim.Find(session, Id) is null
            ? Problems.NotFound
            : await request.Of<WriteOff>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = WriteOff.Select + " and RepaymentClaimId = @Id and Seq > @AfterSeq order by Seq";
}
