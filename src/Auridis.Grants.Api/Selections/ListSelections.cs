using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Selections;

/// <summary>Lists selections.</summary>
sealed class ListSelections : IEndpoint
{
    /// <param name="ProgrammeId">The programme that it decides on.</param>
    /// <param name="Selected">How many applications it selects.</param>
    /// <param name="Waitlisted">How many it puts on the waiting list.</param>
    /// <param name="Rejected">How many it rejects.</param>
    /// <param name="Amount">What it awards in all.</param>
    public sealed record Response(
        Guid Id,
        int Version,
        Guid ProgrammeId,
        [property: OneOf(typeof(SelectionStatus))] string Status,
        int Selected,
        int Waitlisted,
        int Rejected,
        Money Amount) : IResource;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/selections", Handle)
        .RequireAuthorization(Policies.CanReadSelections)
        .Describe("listSelections", "Lists selections", "In the order in which they were made, with their figures. Filter: programmeId.");

    static Task<Listed<Response>> Handle([AsParameters] Paging paging, [FromQuery] Guid? programmeId, Db db, CancellationToken cancel) =>
        paging.Read<Row, Response>(db, Select, row => row.ToResponse(), (After, Take) => new { After, Take, programmeId }, cancel);

    const string Select = """
        select s.Seq, s.Id, s.Version, s.ProgrammeId, s.Status,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'select') as Selected,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'waitlist') as Waitlisted,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'reject') as Rejected,
          (select coalesce(sum(d.AmountCents), 0) from SelectionDecision d where d.SelectionId = s.Id) as AmountCents
        from Selection s
        where s.Seq > @After and (@programmeId is null or s.ProgrammeId = @programmeId)
        order by s.Seq
        """;

    sealed class Row : IPaged
    {
        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid ProgrammeId { get; init; }
        public required string Status { get; init; }
        public required int Selected { get; init; }
        public required int Waitlisted { get; init; }
        public required int Rejected { get; init; }
        public required long AmountCents { get; init; }

        public Response ToResponse() => new(Id, Version, ProgrammeId, Status, Selected, Waitlisted, Rejected, new Money(AmountCents));
    }
}
