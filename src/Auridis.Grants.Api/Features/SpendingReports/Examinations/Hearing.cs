namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// The hearing of an office on what is to be claimed back (Anhörung, § 28 VwVfG NRW, § 24 SGB X).
/// </summary>
/// <param name="SentOn">The day on which the office was asked.</param>
/// <param name="ReplyBy">The last day for its reply.</param>
/// <param name="DraftClaim">The sum that it was heard on.</param>
/// <param name="Reply">What the office says; null until its reply has come.</param>
/// <param name="RepliedOn">The day on which its reply came.</param>
sealed record Hearing(DateOnly SentOn, DateOnly ReplyBy, Money DraftClaim, string? Reply = null, DateOnly? RepliedOn = null)
{
    /// <summary>From which day on nothing is waited for: the reply has come, or its last day has passed.</summary>
    internal DateOnly OverOn => RepliedOn ?? ReplyBy.AddDays(1);
}
