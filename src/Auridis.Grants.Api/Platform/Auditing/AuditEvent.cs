namespace Auridis.Grants.Api.Platform.Auditing;

/// <summary>A row of the audit trail.</summary>
sealed record AuditEvent : IPaged
{
    public required long Seq { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string Action { get; init; }
    public required Guid ResourceId { get; init; }
    public required int ResourceVersion { get; init; }
    public required string Details { get; init; }
    public required string RequestId { get; init; }
    public required string Hash { get; init; }
}
