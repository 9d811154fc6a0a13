using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A line of the plan and what became of it.</summary>
sealed record StatementLine
{
    /// <summary>The budget category.</summary>
    public required string Category { get; init; }

    /// <summary>What was planned.</summary>
    public required Money Plan { get; init; }

    /// <summary>The sum of its receipts, or its total.</summary>
    public required Money Spent { get; init; }

    /// <summary>
    /// What the receipts sum to that the examiner has asked for, of a line that is stated by its total; null elsewhere. What the total has
    /// beyond them is not recognised.
    /// </summary>
    public required Money? Evidenced { get; init; }

    /// <summary>Spent less plan: negative when the line saved.</summary>
    public required Money Deviation { get; init; }

    /// <summary>What the examiner disallowed of its receipts, or what those that were asked for do not show.</summary>
    public required Money Disallowed { get; init; }

    /// <summary>
    /// The most by which it may exceed its plan, when other lines save as much; null with <c>fixed-amount</c>, where the plan limits
    /// nothing, where it is lifted, and in an interim report, which judges none.
    /// </summary>
    public required Money? Tolerance { get; init; }

    /// <summary>Why the examiner has lifted the tolerance, so that savings alone limit the line; null when they have not.</summary>
    public required string? LiftedReason { get; init; }

    /// <summary>What goes beyond the tolerance, or beyond what other lines save; not recognised.</summary>
    public required Money OverrunNotCovered { get; init; }

    /// <summary>Spent less disallowed less overrun not covered.</summary>
    public required Money Recognised { get; init; }

    public static StatementLine Of(FinanceLine plan, Statement.CategorySum sum, ToleratedLine judged, string? liftedReason) => new()
    {
        Category = plan.Category,
        Plan = plan.Amount,
        Spent = sum.Spent,
        Evidenced = sum.Evidenced,
        Deviation = new Money(sum.Spent.Cents - plan.Amount.Cents),
        Disallowed = new Money(sum.Spent.Cents - sum.Examined.Cents),
        Tolerance = judged.Tolerance is { } tolerance ? new Money(tolerance) : null,
        LiftedReason = liftedReason,
        OverrunNotCovered = new Money(judged.OverrunNotCovered),
        Recognised = new Money(judged.Recognised),
    };
}
