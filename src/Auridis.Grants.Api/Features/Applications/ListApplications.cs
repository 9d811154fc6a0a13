
namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Lists applications.</summary>
/// <remarks>
/// Those that the caller may read, in the order in which they were made. Filters: programmeId, status, officeAgs; all that are given
/// must hold.
/// </remarks>
sealed class ListApplications(CurrentUser user) : Page<ListApplications.Request, ListApplications.Response>
{
    public sealed record Request : Paging
    {
        public Guid? ProgrammeId { get; init; }

        [OneOf(typeof(ApplicationStatus))]
        public string? Status { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }
    }

    /// <summary>An application in short; read it by its id for the rest.</summary>
    /// <param name="Reference">The number that people cite; null until it is handed in.</param>
    /// <param name="Title">The project's title.</param>
    /// <param name="Requested">What is asked for.</param>
    /// <param name="SubmittedAt">When it was handed in, by the business clock; null before.</param>
    public new sealed record Response(
        Guid Id,
        int Version,
        Guid ProgrammeId,
        Guid YouthOfficeId,
        string OfficeAgs,
        [property: OneOf(typeof(ApplicationStatus))] string Status,
        string? Reference,
        string Title,
        Money Requested,
        DateTimeOffset? SubmittedAt) : IResource;

    public override void Configure()
    {
        Get("/applications");
        Policies(Can.ReadApplications);
    }

    protected override async Task<Outcome<ListOf<Response>>> Handle(Session session, Request request) =>
        await request.Of<Row, Response>(session, Select(request), new
        {
            request.AfterSeq,
            request.Take,
            request.ProgrammeId,
            request.Status,
            request.OfficeAgs,
            user.OwnOffice,
            user.Reviewer,
            user.SeesAllOffices,
        }, row => row.ToResponse());

    static string Select(Request request) => $"""
        select Seq, Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Reference, Title, RequestedCents, SubmittedAt
        from Application
        where Seq > @AfterSeq and {Application.Visible}
        """
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.Status, "Status = @Status")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        + " order by Seq";

    sealed class Row : IPaged
    {
        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid ProgrammeId { get; init; }
        public required Guid YouthOfficeId { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Status { get; init; }
        public required string? Reference { get; init; }
        public required string Title { get; init; }
        public required long RequestedCents { get; init; }
        public required DateTimeOffset? SubmittedAt { get; init; }

        public Response ToResponse() => new(
            Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Reference, Title, new Money(RequestedCents), SubmittedAt);
    }
}
