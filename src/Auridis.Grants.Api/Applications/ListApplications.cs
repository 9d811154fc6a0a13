using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Applications;

/// <summary>Lists applications.</summary>
sealed class ListApplications : IEndpoint
{
    /// <summary>An application in short; read it by its id for the rest.</summary>
    /// <param name="Reference">The number that people cite; null until it is handed in.</param>
    /// <param name="Title">The project's title.</param>
    /// <param name="Requested">What is asked for.</param>
    /// <param name="SubmittedAt">When it was handed in, by the business clock; null before.</param>
    public sealed record Response(
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

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/applications", Handle)
        .RequireAuthorization(Policies.CanReadApplications)
        .Describe("listApplications", "Lists applications",
            "Those that the caller may read, in the order in which they were made. Filters: programmeId, status, officeAgs; all that are given must hold.");

    static Task<Listed<Response>> Handle(
        [AsParameters] Paging paging, [FromQuery] Guid? programmeId, [FromQuery, OneOf(typeof(ApplicationStatus))] string? status, [FromQuery, Ags] string? officeAgs,
        Db db, CurrentUser user, CancellationToken cancel) =>
        paging.Read<Row, Response>(db, Select, row => row.ToResponse(), (After, Take) => new
        {
            After,
            Take,
            programmeId,
            status,
            officeAgs,
            user.OwnOffice,
            user.Reviewer,
            user.SeesAllOffices,
        }, cancel);

    const string Select = $"""
        select Seq, Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Reference, Title, RequestedCents, SubmittedAt
        from Application
        where Seq > @After
          and (@programmeId is null or ProgrammeId = @programmeId)
          and (@status is null or Status = @status)
          and (@officeAgs is null or OfficeAgs = @officeAgs)
          and {Application.Visible}
        order by Seq
        """;

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
