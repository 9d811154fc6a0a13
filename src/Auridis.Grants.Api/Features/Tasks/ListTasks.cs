using Auridis.Grants.Api.Platform.Agenda;
using Microsoft.AspNetCore.Authorization;

namespace Auridis.Grants.Api.Features.Tasks;

/// <summary>Lists what waits for the caller.</summary>
/// <remarks>
/// By role and person, as things stand now: whoever may not take a step, for their role, for four eyes or for a conflict of interest, has
/// no such task. In the order of the kinds, and within a kind the oldest resource first.
/// </remarks>
sealed class ListTasks(Waiting waiting, CurrentUser user, BusinessClock clock, IAuthorizationService authorization)
    : Page<ListTasks.Request, OpenTask>
{
    public sealed record Request : Paging
    {
        /// <summary>Only what waits for this.</summary>
        [OneOf(typeof(TaskKind))]
        public string? Kind { get; init; }

        /// <summary>True for what has a last day that has passed, false for all else.</summary>
        public bool? Overdue { get; init; }

        /// <summary>Only what is of the office with this AGS.</summary>
        [Ags]
        public string? OfficeAgs { get; init; }
    }

    public override void Configure()
    {
        Get("/tasks");
        Policies(Can.Read);
    }

    protected override async Task<Outcome<ListOf<OpenTask>>> Handle(Session session, Request request)
    {
        List<OpenTask> tasks = [];
        for (var line = request.Place.Line; line < waiting.Kinds.Count && tasks.Count < request.Take; line++)
        {
            var (kind, work) = waiting.Kinds[line];
            if (!CanHold(request, kind, work)
                || !(await authorization.AuthorizeAsync(HttpContext.User, resource: null, work.Policy)).Succeeded)
                continue;
            tasks.AddRange(await Read(session, request, line, request.Take - tasks.Count));
        }
        var (items, next) = request.Cut(tasks);
        return new ListOf<OpenTask>(items, next);
    }

    async Task<IEnumerable<OpenTask>> Read(Session session, Request request, int line, int take)
    {
        var ((kind, work), today) = (waiting.Kinds[line], clock.Today);
        var rows = await session.Top<Row>(Select(request, work), new
        {
            user.Actor,
            user.Office,
            Today = today,
            Day = work.Day?.Invoke(today),
            request.OfficeAgs,
            AfterSeq = line == request.Place.Line ? request.Place.Seq : 0,
            Take = take,
        });
        return rows.Select(row => new OpenTask
        {
            Kind = kind,
            Resource = $"{work.Collection}/{(work.ByReference ? row.Reference : row.Id)}",
            Reference = row.Reference,
            OfficeAgs = row.OfficeAgs,
            Since = row.Since ?? (row.SinceAt is { } at ? BusinessClock.DateOf(at) : work.SinceOf!(row.Document!)),
            DueOn = row.DueOn,
            Overdue = row.DueOn < today,
            Seq = row.Seq,
            Line = line,
        });
    }

    static bool CanHold(Request request, string kind, WaitingWork work) =>
        (request.Kind is null || request.Kind == kind)
        && (request.OfficeAgs is null || work.Office is not null)
        && (request.Overdue is not true || work.DueOn is not null);

    static string Select(Request request, WaitingWork work) => work.Rows
        .When(request.OfficeAgs, $"{work.Office} = @OfficeAgs")
        .When(work.DueOn is null ? null : request.Overdue, $"{work.DueOn} {(request.Overdue is true ? "<" : ">=")} @Today")
        + " and x.Seq > @AfterSeq order by x.Seq";

    /// <summary>A row of work; of the three that say since when it waits, it has one.</summary>
    sealed record Row
    {
        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required string Reference { get; init; }
        public string? OfficeAgs { get; init; }
        public DateOnly? Since { get; init; }
        public DateTimeOffset? SinceAt { get; init; }
        public string? Document { get; init; }
        public DateOnly? DueOn { get; init; }
    }
}
