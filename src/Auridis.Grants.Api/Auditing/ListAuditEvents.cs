using System.Text.Json;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Auditing;

/// <summary>Reads the audit trail.</summary>
sealed class ListAuditEvents : IEndpoint
{
    /// <param name="Seq">Its number, from 1 without a gap, in commit order.</param>
    /// <param name="At">Real time of the change.</param>
    /// <param name="Actor">The person or machine, as <c>issuer#subject</c>; <c>system</c> for the product itself.</param>
    /// <param name="Action">What happened, as <c>application.submitted</c>.</param>
    /// <param name="ResourceId">The resource that changed.</param>
    /// <param name="ResourceVersion">Its version after the change.</param>
    /// <param name="Details">What changed: figures and states, never personal values.</param>
    /// <param name="RequestId">The trace id of the request that made the change.</param>
    /// <param name="Hash">SHA-256 over the hash before it and every field of this event.</param>
    public sealed record Response(
        long Seq,
        DateTimeOffset At,
        string Actor,
        string Action,
        Guid ResourceId,
        int ResourceVersion,
        JsonElement Details,
        string RequestId,
        string Hash);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/audit-events", Handle)
        .RequireAuthorization(Policies.CanReadAuditTrail)
        .Describe("listAuditEvents", "Reads the audit trail",
            "In commit order. resourceId, actor (in any case) and action (exact) narrow the list; to know that nothing was altered, ask /audit-events/verify.");

    static Task<Listed<Response>> Handle([AsParameters] Paging paging, Guid? resourceId, string? actor, string? action, Db db, CancellationToken cancel) =>
        paging.Read<AuditEvent, Response>(db, Select(resourceId, actor, action), Of, (After, Take) => new { After, Take, resourceId, actor, action }, cancel);

    static Response Of(AuditEvent row) => new(row.Seq, row.At, row.Actor, row.Action, row.ResourceId, row.ResourceVersion,
        JsonSerializer.Deserialize<JsonElement>(row.Details, Json.Stored), row.RequestId, row.Hash);

    // The long text comes last, as in VerifyAuditTrail. Only the filters that are given stand in the text: "or @x is null" would cost the index on SQL Server.
    static string Select(Guid? resourceId, string? actor, string? action) =>
        "select Seq, At, Actor, Action, ResourceId, ResourceVersion, RequestId, Hash, Details from AuditEvent where Seq > @After"
        + (resourceId is null ? "" : " and ResourceId = @resourceId")
        + (actor is null ? "" : " and Actor = @actor")
        + (action is null ? "" : " and Action = @action")
        + " order by Seq";
}
