namespace Auridis.Grants.Api.Features.Tasks;

/// <summary>Something that waits for the caller.</summary>
sealed record OpenTask : IPaged
{
    /// <summary>What waits.</summary>
    [OneOf(typeof(TaskKind))]
    public required string Kind { get; init; }

    /// <summary>The path of what it is about, such as <c>/applications/01926f3a-5c00-7000-8000-000000000006</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>Its reference; the code of a programme, the holder of an account, the first day of a base rate.</summary>
    public required string Reference { get; init; }

    /// <summary>The AGS of the office that it is of; null where it is of none.</summary>
    public required string? OfficeAgs { get; init; }

    /// <summary>Since which day it waits.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The last day for it; null where there is none.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>Whether that day has passed.</summary>
    public required bool Overdue { get; init; }

    long IPaged.Seq => Seq;

    Place IPaged.Place => new(default, Seq, Line);

    internal required long Seq { get; init; }

    /// <summary>The place of its kind among all kinds.</summary>
    internal required int Line { get; init; }
}
