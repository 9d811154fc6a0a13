using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What an amendment can change of an award.</summary>
/// <param name="Amount">What is awarded.</param>
/// <param name="Lines">The budget lines.</param>
/// <param name="Financing">Who pays for them.</param>
/// <param name="StartsOn">First day of the funding period.</param>
/// <param name="EndsOn">Last day of the funding period.</param>
/// <param name="ReportDueOn">When the final report is due.</param>
sealed record AwardPlan(
    Money Amount, IReadOnlyList<FinanceLine> Lines, AwardFinancing Financing, DateOnly StartsOn, DateOnly EndsOn, DateOnly ReportDueOn)
{
    /// <summary>What is planned in all.</summary>
    internal Money Total => new(Lines.Sum(line => line.Amount.Cents));
}
