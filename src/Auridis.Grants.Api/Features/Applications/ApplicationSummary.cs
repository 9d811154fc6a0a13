namespace Auridis.Grants.Api.Features.Applications;

/// <summary>An application in short; read it by its id for the rest.</summary>
sealed record ApplicationSummary : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that the office applies to.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The Jugendamt that applies.</summary>
    public required Guid YouthOfficeId { get; init; }

    /// <summary>The official municipality key of that office.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(ApplicationStatus))]
    public required string Status { get; init; }

    /// <summary>The reference, such as <c>GA-2018-A-0007</c>; null until the application is submitted.</summary>
    public string? Reference { get; init; }

    /// <summary>The project's title; null while a draft has none.</summary>
    public string? Title { get; init; }

    /// <summary>The amount that is requested; null while a draft has none.</summary>
    public Money? Requested { get; init; }

    /// <summary>The day on which the latest version was submitted; null before.</summary>
    public DateOnly? SubmittedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
}
