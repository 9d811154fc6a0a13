using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Lists the money that has come back on an award before it was claimed.</summary>
/// <remarks>
/// In the order in which it was recorded, also what was reversed since. An applicant sees the receipts on awards of its own office.
/// </remarks>
sealed class ListAwardRepayments(CurrentUser user) : Page<RepaymentReceipt>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}/repayments");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<RepaymentReceipt>>> Handle(Session session, Paging request) =>
        await Award.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<RepaymentReceipt>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select =
        RepaymentReceipt.Select + " where AwardId = @Id and RepaymentClaimId is null and Seq > @AfterSeq order by Seq";
}
