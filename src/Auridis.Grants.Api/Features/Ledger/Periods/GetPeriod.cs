namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Reads a month of the ledger that is closed, or that somebody has proposed to close.</summary>
/// <remarks>As it was proposed last.</remarks>
sealed class GetPeriod : Read<LedgerPeriod>
{
    public override void Configure()
    {
        Get("/ledger/periods/{month}");
        Policies(Can.ReadLedger);
        Refuses(Problems.ValidationFailed, Problems.NotFound);
    }

    protected override async Task<Outcome<LedgerPeriod>> Handle(Session session) =>
        LedgerMonth.FirstDay(Path<string>("month")) is null ? LedgerMonth.WhyNone()
        : await LedgerPeriod.Find(session, Path<string>("month")) is { } period ? period
        : Problems.NotFound;
}
