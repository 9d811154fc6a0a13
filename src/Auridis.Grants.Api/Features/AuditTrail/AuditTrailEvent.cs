using System.Text.Json;

namespace Auridis.Grants.Api.Features.AuditTrail;

/// <summary>An event of the audit trail.</summary>
sealed record AuditTrailEvent : IPaged
{
    /// <summary>Its number, from 1 without a gap, in commit order.</summary>
    public required long Seq { get; init; }

    /// <summary>Real time of the change.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// The person, <c>issuer#subject</c>; a machine, <c>client:issuer#subject</c>; or <c>system</c> for the product itself.
    /// </summary>
    public required string Actor { get; init; }

    /// <summary>What happened: the kind of the resource, and the step.</summary>
    [OneOf(typeof(AuditAction))]
    public required string Action { get; init; }

    /// <summary>The resource that changed.</summary>
    public required Guid ResourceId { get; init; }

    /// <summary>Its version after the change.</summary>
    public required int ResourceVersion { get; init; }

    /// <summary>
    /// What changed: figures, states and a programme's published terms. A text that may name a person stands here as <c>salt</c> and
    /// <c>sha256</c>: the SHA-256 of both, one after the other in UTF-8.
    /// </summary>
    [StoredAsJson]
    public required JsonElement Details { get; init; }

    /// <summary>The trace id of the request that caused the change.</summary>
    public required string RequestId { get; init; }

    /// <summary>SHA-256 over the hash before it and every field of this event.</summary>
    public required string Hash { get; init; }
}
