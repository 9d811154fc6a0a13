using System.Text.Json;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>What a spending report is judged by: its award, as it is now.</summary>
/// <param name="Number">As <c>GA-2018-Z-03</c>.</param>
/// <param name="Amount">What was awarded.</param>
/// <param name="Drawn">What was asked for and not refused.</param>
/// <param name="Paid">What the bank has booked.</param>
/// <param name="Lines">The plan, own contribution and third-party funds included.</param>
/// <param name="Terms">The programme's terms as they were when the award was offered.</param>
/// <param name="StartsOn">First day of the funding period (Bewilligungszeitraum).</param>
/// <param name="EndsOn">Its last day.</param>
sealed record AwardBasis(
    Guid Id, string Number, Money Amount, Money Drawn, Money Paid, IReadOnlyList<PlannedLine> Lines, ProgrammeTerms Terms, DateOnly StartsOn, DateOnly EndsOn)
{
    public static async Task<AwardBasis> Get(Session session, Guid awardId) =>
        (await session.Get<Row>(Select, new { awardId })).ToBasis();

    /// <summary>The award, held until the end of the transaction: nobody pays, returns or draws meanwhile.</summary>
    public static async Task<AwardBasis> Hold(Tx tx, Guid awardId)
    {
        await tx.Execute(Lock, new { awardId });
        return await Get(tx, awardId);
    }

    const string Select = "select Id, Number, AmountCents, DrawnCents, PaidCents, Lines, Terms, StartsOn, EndsOn from Award where Id = @awardId";

    // Changes nothing, and locks the row on both databases without a hint.
    const string Lock = "update Award set Version = Version where Id = @awardId";

    sealed class Row
    {
        public required Guid Id { get; init; }
        public required string Number { get; init; }
        public required long AmountCents { get; init; }
        public required long DrawnCents { get; init; }
        public required long PaidCents { get; init; }
        public required string Lines { get; init; }
        public required string Terms { get; init; }
        public required DateOnly StartsOn { get; init; }
        public required DateOnly EndsOn { get; init; }

        public AwardBasis ToBasis() => new(
            Id, Number, new Money(AmountCents), new Money(DrawnCents), new Money(PaidCents),
            JsonSerializer.Deserialize<List<PlannedLine>>(Lines, Json.Stored)!,
            JsonSerializer.Deserialize<ProgrammeTerms>(Terms, Json.Stored)!,
            StartsOn, EndsOn);
    }
}

/// <summary>A line of the award's plan.</summary>
/// <param name="Category">A budget category of the programme.</param>
/// <param name="Amount">What is planned for it.</param>
sealed record PlannedLine(string Category, Money Amount);
