using System.Text.Json;

namespace Auridis.Grants.Api.Features.AuditTrail;

/// <summary>Reads the audit trail.</summary>
/// <remarks>
/// In commit order. resourceId, actor (in any case) and action (exact) narrow the list; to know that nothing was altered, ask
/// /audit-events/verify.
/// </remarks>
sealed class ListAuditEvents : Page<ListAuditEvents.Request, ListAuditEvents.Response>
{
    public sealed record Request : Paging
    {
        public Guid? ResourceId { get; init; }

        public string? Actor { get; init; }

        public string? Action { get; init; }
    }

    /// <param name="Seq">Its number, from 1 without a gap, in commit order.</param>
    /// <param name="At">Real time of the change.</param>
    /// <param name="Actor">The person or machine, as <c>issuer#subject</c>; <c>system</c> for the product itself.</param>
    /// <param name="Action">What happened, as <c>application.submitted</c>.</param>
    /// <param name="ResourceId">The resource that changed.</param>
    /// <param name="ResourceVersion">Its version after the change.</param>
    /// <param name="Details">What changed: figures and states, never personal values.</param>
    /// <param name="RequestId">The trace id of the request that made the change.</param>
    /// <param name="Hash">SHA-256 over the hash before it and every field of this event.</param>
    public new sealed record Response(
        long Seq,
        DateTimeOffset At,
        string Actor,
        string Action,
        Guid ResourceId,
        int ResourceVersion,
        JsonElement Details,
        string RequestId,
        string Hash);

    public override void Configure()
    {
        Get("/audit-events");
        Policies(Can.ReadAuditTrail);
    }

    protected override async Task<Outcome<ListOf<Response>>> Handle(Session session, Request request) =>
        await request.Of<AuditEvent, Response>(session, Select(request), new
        {
            request.AfterSeq,
            request.Take,
            request.ResourceId,
            request.Actor,
            request.Action,
        }, Of);

    static Response Of(AuditEvent row) => new(row.Seq, row.At, row.Actor, row.Action, row.ResourceId, row.ResourceVersion,
        StoredJson.Read<JsonElement>(row.Details), row.RequestId, row.Hash);

    static string Select(Request request) => """
        select Seq, At, Actor, Action, ResourceId, ResourceVersion, RequestId, Hash, Details
        from AuditEvent
        where Seq > @AfterSeq
        """
        .When(request.ResourceId, "ResourceId = @ResourceId")
        .When(request.Actor, "Actor = @Actor")
        .When(request.Action, "Action = @Action")
        + " order by Seq";
}
