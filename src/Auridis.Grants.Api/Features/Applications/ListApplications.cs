namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Lists applications.</summary>
/// <remarks>
/// Those that the caller may read, in the order in which they were created. Filters: programmeId, status, officeAgs; all that are given
/// must hold.
/// </remarks>
sealed class ListApplications(CurrentUser user) : Page<ListApplications.Request, ApplicationSummary>
{
    public sealed record Request : ChangesPaging
    {
        public Guid? ProgrammeId { get; init; }

        [OneOf(typeof(ApplicationStatus))]
        public string? Status { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }
    }

    public override void Configure()
    {
        Get("/applications");
        Policies(Can.ReadApplications);
    }

    protected override async Task<Outcome<ListOf<ApplicationSummary>>> Handle(Session session, Request request) =>
        await request.Of<ApplicationSummary>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.ProgrammeId,
            request.Status,
            request.OfficeAgs,
            user.OwnOffice,
            user.Reviewer,
        });

    string Select(Request request) => $"""
        select Seq, Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Reference, Title, RequestedCents, SubmittedOn,
            CreatedAt, UpdatedAt
        {ApplicationVisibility.Visible(user)} and {request.After()}
        """
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.Status, "Status = @Status")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        + request.InOrder();
}
