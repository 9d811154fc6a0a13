namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Who pays what is planned: the other side of an award's budget lines. The three sum to the lines.</summary>
/// <param name="Grant">What is awarded.</param>
/// <param name="Own">What the office itself pays (Eigenmittel).</param>
/// <param name="ThirdParty">What others pay (Drittmittel).</param>
sealed record AwardFinancing(Money Grant, Money Own, Money ThirdParty);
