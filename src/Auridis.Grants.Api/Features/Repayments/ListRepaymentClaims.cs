namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Lists repayment claims.</summary>
/// <remarks>
/// In the order in which they were created; an applicant sees those on its own office. Filters: programmeId, awardId, status, officeAgs;
/// all that are given must hold.
/// </remarks>
sealed class ListRepaymentClaims(CurrentUser user) : Page<ListRepaymentClaims.Request, RepaymentClaim>
{
    public sealed record Request : ChangesPaging
    {
        public Guid? ProgrammeId { get; init; }

        public Guid? AwardId { get; init; }

        [OneOf(typeof(RepaymentClaimStatus))]
        public string? Status { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }
    }

    public override void Configure()
    {
        Get("/repayment-claims");
        Policies(Can.ReadRepaymentClaims);
    }

    protected override async Task<Outcome<ListOf<RepaymentClaim>>> Handle(Session session, Request request) =>
        await request.Of<RepaymentClaim>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.ProgrammeId,
            request.AwardId,
            request.Status,
            request.OfficeAgs,
            user.OwnOffice,
        });

    string Select(Request request) => (RepaymentClaim.Select + " where " + request.After())
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.Status, "Status = @Status")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .SeenBy(user)
        + request.InOrder();
}
