namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Reads a payment.</summary>
/// <remarks>The IBAN is in full for finance and the office itself, and masked for others.</remarks>
sealed class GetDisbursement(CurrentUser user) : Read<Disbursement>
{
    public override void Configure()
    {
        Get("/disbursements/{id:guid}");
        Policies(Can.ReadPayments);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Session session) =>
        await Disbursement.FindFor(session, Id, user) is { } payment ? payment : Problems.NotFound;
}
