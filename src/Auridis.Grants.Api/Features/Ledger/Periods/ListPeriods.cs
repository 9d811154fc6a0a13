namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Lists the months of the ledger that are closed, or that somebody has proposed to close.</summary>
/// <remarks>In the order in which they were proposed; one that was refused and proposed again stands twice.</remarks>
sealed class ListPeriods : Page<ListPeriods.Request, LedgerPeriod>
{
    public sealed record Request : ChangesPaging;

    public override void Configure()
    {
        Get("/ledger/periods");
        Policies(Can.ReadLedger);
    }

    protected override async Task<Outcome<ListOf<LedgerPeriod>>> Handle(Session session, Request request) =>
        await request.Of<LedgerPeriod>(session, LedgerPeriod.Select + " where " + request.After() + request.InOrder(), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
        });
}
