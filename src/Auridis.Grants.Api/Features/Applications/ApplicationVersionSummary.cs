namespace Auridis.Grants.Api.Features.Applications;

/// <summary>A submitted version of an application in short; read it by its number for the content.</summary>
sealed record ApplicationVersionSummary : IPaged
{
    /// <summary>From 1, in the order of submission.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the version's content and files, as the version tells: 64 hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The day on which it was submitted.</summary>
    public required DateOnly SubmittedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    long IPaged.Seq => Number;
}
