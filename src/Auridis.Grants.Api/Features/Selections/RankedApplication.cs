namespace Auridis.Grants.Api.Features.Selections;

/// <summary>An application with its place in the ranking.</summary>
sealed record RankedApplication
{
    /// <summary>1 is the best.</summary>
    public required int Rank { get; init; }

    /// <summary>The application.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The office that applies.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>The amount that it requests.</summary>
    public required Money Requested { get; init; }

    /// <summary>
    /// The mean total, 0 to 100 points, rounded to two decimals for reading; the order is made from the exact fractions. Null for a reader
    /// who is to review it and has not submitted yet.
    /// </summary>
    public required decimal? Score { get; init; }

    /// <summary>The highest total less the lowest, in points with at most one decimal; null for the same reader.</summary>
    public required decimal? Spread { get; init; }

    /// <summary>The spread is above the programme's limit: to be discussed. False for the same reader.</summary>
    public required bool SpreadFlagged { get; init; }

    /// <summary>What its office drew in the lot, 64 hexadecimal digits; null when the lot is not drawn.</summary>
    public required string? Draw { get; init; }

    /// <summary>Only the lot could order it and a neighbour, and the lot is not drawn.</summary>
    public required bool Tied { get; init; }

    /// <summary>The reviews that the score was made from; null for the same reader.</summary>
    public required IReadOnlyList<ReviewScore>? Reviews { get; init; }

    /// <summary>Its place on the programme's waiting list, from 1; null when it is not on it. The waiting list gets places first.</summary>
    public required int? WaitlistPlace { get; init; }
}

/// <summary>An application that cannot be ranked yet.</summary>
/// <param name="Id">The application.</param>
/// <param name="Reference">Its reference.</param>
/// <param name="OfficeAgs">The office that applies.</param>
/// <param name="Requested">The amount that it requests.</param>
/// <param name="Reviews">The reviews that it has; null for a reader who is to review it and has not submitted yet.</param>
/// <param name="Code">Why not: <c>quorum-not-met</c>.</param>
sealed record UnrankedApplication(
    Guid Id, string Reference, string OfficeAgs, Money Requested, IReadOnlyList<ReviewScore>? Reviews, string Code);
