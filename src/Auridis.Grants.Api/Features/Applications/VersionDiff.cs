namespace Auridis.Grants.Api.Features.Applications;

/// <summary>What two versions of an application, or of an award, say in different ways.</summary>
/// <param name="From">The number of the earlier version; 0 for none.</param>
/// <param name="To">The number of the later version.</param>
/// <param name="Changes">
/// In the order of the content; applied one after the other, they make the later version of the earlier one. Empty when both are equal.
/// </param>
sealed record VersionDiff(int From, int To, IReadOnlyList<MemberChange> Changes);
