namespace Auridis.Grants.Api.Features.AuditTrail;

/// <summary>What a verification of the audit trail found.</summary>
/// <param name="Intact">True when every event that was checked is as it was written.</param>
/// <param name="From">The first number that was checked.</param>
/// <param name="To">The last number that was checked.</param>
/// <param name="Checked">How many events agree with the chain, up to the first that does not.</param>
/// <param name="FirstAltered">The number of the first event that is altered or missing; null when there is none.</param>
/// <param name="Finding">What is wrong there; null when nothing is.</param>
/// <param name="HeadHash">
/// The hash of the event <c>to</c>, as it stands in the trail; null when that event is missing. Compare it with the copy in an export run:
/// rewriting the whole chain changes it.
/// </param>
sealed record AuditTrailVerification(
    bool Intact,
    long From,
    long To,
    long Checked,
    long? FirstAltered,
    [property: OneOf(typeof(AuditFinding))] string? Finding,
    string? HeadHash);
