
namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Lists selections.</summary>
/// <remarks>
/// In the order in which they were made, with their figures. Filter: programmeId.
/// </remarks>
sealed class ListSelections : Page<ListSelections.Request, ListSelections.Response>
{
    public sealed record Request : Paging
    {
        public Guid? ProgrammeId { get; init; }
    }

    /// <param name="ProgrammeId">The programme that it decides on.</param>
    /// <param name="Selected">How many applications it selects.</param>
    /// <param name="Waitlisted">How many it puts on the waiting list.</param>
    /// <param name="Rejected">How many it rejects.</param>
    /// <param name="Amount">What it awards in all.</param>
    public new sealed record Response(
        Guid Id,
        int Version,
        Guid ProgrammeId,
        [property: OneOf(typeof(SelectionStatus))] string Status,
        int Selected,
        int Waitlisted,
        int Rejected,
        Money Amount) : IResource;

    public override void Configure()
    {
        Get("/selections");
        Policies(Can.ReadSelections);
    }

    protected override async Task<Outcome<ListOf<Response>>> Handle(Session session, Request request) =>
        await request.Of<Row, Response>(session, Select.When(request.ProgrammeId, "s.ProgrammeId = @ProgrammeId") + " order by s.Seq", new
        {
            request.AfterSeq,
            request.Take,
            request.ProgrammeId,
        }, row => row.ToResponse());

    const string Select = """
        select s.Seq, s.Id, s.Version, s.ProgrammeId, s.Status,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'select') as Selected,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'waitlist') as Waitlisted,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'reject') as Rejected,
          (select coalesce(sum(d.AmountCents), 0) from SelectionDecision d where d.SelectionId = s.Id) as AmountCents
        from Selection s
        where s.Seq > @AfterSeq
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
