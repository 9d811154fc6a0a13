namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Lists selections.</summary>
/// <remarks>In the order in which they were created, with their figures. Filter: programmeId.</remarks>
sealed class ListSelections : Page<ListSelections.Request, SelectionSummary>
{
    public sealed record Request : ChangesPaging
    {
        public Guid? ProgrammeId { get; init; }
    }

    public override void Configure()
    {
        Get("/selections");
        Policies(Can.ReadSelections);
    }

    protected override async Task<Outcome<ListOf<SelectionSummary>>> Handle(Session session, Request request) =>
        await request.Of<SelectionSummary>(
            session,
            (Select + request.After("s.")).When(request.ProgrammeId, "s.ProgrammeId = @ProgrammeId") + request.InOrder("s."),
            new { request.AfterSeq, request.AfterTime, request.Take, request.ProgrammeId });

    const string Select = """
        select s.Seq, s.Id, s.Version, s.ProgrammeId, s.Reference, s.Status, s.CreatedAt, s.UpdatedAt,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'select') as Selected,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'waitlist') as Waitlisted,
          (select count(*) from SelectionDecision d where d.SelectionId = s.Id and d.Decision = 'reject') as Rejected,
          (select coalesce(sum(d.AmountCents), 0) from SelectionDecision d where d.SelectionId = s.Id) as AmountCents
        from Selection s
        where
        """ + " ";
}
