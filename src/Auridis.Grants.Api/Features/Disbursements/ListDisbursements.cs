namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Lists payments.</summary>
/// <remarks>
/// In the order in which they were requested; an applicant sees the payments to its own office. Filters: programmeId, awardId, status,
/// officeAgs; all that are given must hold.
/// </remarks>
sealed class ListDisbursements(CurrentUser user) : Page<ListDisbursements.Request, Disbursement>
{
    public sealed record Request : ChangesPaging
    {
        public Guid? ProgrammeId { get; init; }

        public Guid? AwardId { get; init; }

        [OneOf(typeof(DisbursementStatus))]
        public string? Status { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }
    }

    public override void Configure()
    {
        Get("/disbursements");
        Policies(Can.ReadPayments);
    }

    protected override async Task<Outcome<ListOf<Disbursement>>> Handle(Session session, Request request) =>
        await request.Of<Disbursement, Disbursement>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.ProgrammeId,
            request.AwardId,
            request.Status,
            request.OfficeAgs,
            user.OwnOffice,
        }, payment => payment.For(user));

    string Select(Request request) => (Disbursement.Select + " where " + request.After())
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.Status, "Status = @Status")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .SeenBy(user)
        + request.InOrder();
}
