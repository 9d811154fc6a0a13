namespace Auridis.Grants.Api.Features.AuditTrail;

/// <summary>Reads the audit trail.</summary>
/// <remarks>
/// In commit order. Filters: resourceId, actor (in any case) and action (exact). To prove that nothing was altered, call
/// /audit-events/verify.
/// </remarks>
sealed class ListAuditEvents : Page<ListAuditEvents.Request, AuditTrailEvent>
{
    public sealed record Request : Paging
    {
        public Guid? ResourceId { get; init; }

        public string? Actor { get; init; }

        [OneOf(typeof(AuditAction))]
        public string? Action { get; init; }
    }

    public override void Configure()
    {
        Get("/audit-events");
        Policies(Can.ReadAuditTrail);
    }

    protected override async Task<Outcome<ListOf<AuditTrailEvent>>> Handle(Session session, Request request) =>
        await request.Of<AuditTrailEvent>(session, Select(request), new
        {
            request.AfterSeq,
            request.Take,
            request.ResourceId,
            Actor = request.Actor is null ? null : PersonKey.Of(request.Actor),
            request.Action,
        });

    static string Select(Request request) => """
        select Seq, At as CreatedAt, Actor, Action, ResourceId, ResourceVersion, RequestId, Hash, Details
        from AuditEvent
        where Seq > @AfterSeq
        """
        .When(request.ResourceId, "ResourceId = @ResourceId")
        .When(request.Actor, "Actor = @Actor")
        .When(request.Action, "Action = @Action")
        + " order by Seq";
}
