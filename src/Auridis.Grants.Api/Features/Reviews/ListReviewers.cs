using Auridis.Grants.Api.Features.Programmes;
using FastEndpoints;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Lists the reviewers of a programme with what they have to do.</summary>
/// <remarks>Everybody who has a review there that is not withdrawn, by their key; all on one page.</remarks>
sealed class ListReviewers : Slice<EmptyRequest, Listed<ReviewerWork>>
{
    public override void Configure()
    {
        Get("/programmes/{id:guid}/reviewers");
        Policies(Can.ReadReviewers);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Listed<ReviewerWork>> Answer(EmptyRequest request, CancellationToken cancel) =>
        await Db.Read(Handle, cancel);

    async Task<Outcome<ListOf<ReviewerWork>>> Handle(Session session) =>
        await Programme.Find(session, Id) is null
            ? Problems.NotFound
            : new ListOf<ReviewerWork>(await session.All<ReviewerWork>(Select, new { Id }), null);

    const string Select = """
        select Reviewer,
            sum(case when Status = 'assigned' then 1 else 0 end) as Assigned,
            sum(case when Status = 'in-progress' then 1 else 0 end) as InProgress,
            sum(case when Status = 'submitted' then 1 else 0 end) as Submitted,
            sum(case when Status = 'conflicted' then 1 else 0 end) as Conflicted,
            min(case when Status in ('assigned', 'in-progress') then AssignedOn end) as OldestAssignedOn
        from Review
        where ProgrammeId = @Id and Status <> 'withdrawn'
        group by Reviewer
        order by Reviewer
        """;
}

/// <summary>What a reviewer has to do in a programme.</summary>
sealed record ReviewerWork
{
    /// <summary>Who reviews, as issuer#subject.</summary>
    public required string Reviewer { get; init; }

    /// <summary>Reviews that wait for the declaration on conflicts of interest.</summary>
    public required int Assigned { get; init; }

    /// <summary>Reviews that wait to be scored and submitted.</summary>
    public required int InProgress { get; init; }

    /// <summary>Reviews that are submitted.</summary>
    public required int Submitted { get; init; }

    /// <summary>Reviews that the reviewer is excluded from.</summary>
    public required int Conflicted { get; init; }

    /// <summary>The day on which the oldest review was assigned that is not submitted yet; null when there is none.</summary>
    public required DateOnly? OldestAssignedOn { get; init; }
}
