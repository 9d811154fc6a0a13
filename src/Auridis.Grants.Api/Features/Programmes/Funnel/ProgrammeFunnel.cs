namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Where a programme stands, in figures of one moment.</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="ByStatus">Applications by their status.</param>
/// <param name="ByGovernmentDistrict">Applications by the Regierungsbezirk of their offices.</param>
/// <param name="ByKind">Applications by the kind of their offices.</param>
/// <param name="Reviews">Reviews by their status.</param>
/// <param name="ReviewsMissing">How many more reviews the eligible applications need to reach the quorum.</param>
/// <param name="SiteLimit">The most sites.</param>
/// <param name="Selected">How many sites hold a place.</param>
/// <param name="Quotas">The quotas, and how many places each has given.</param>
/// <param name="Requested">What the submitted applications request, without those withdrawn.</param>
/// <param name="RequestedBySelected">What the selected ones of them request.</param>
/// <param name="Budget">The most that all sites together can get.</param>
/// <param name="Committed">The money that is promised.</param>
sealed record ProgrammeFunnel(
    Guid ProgrammeId,
    IReadOnlyList<FunnelStage> ByStatus,
    IReadOnlyList<FunnelStage> ByGovernmentDistrict,
    IReadOnlyList<FunnelStage> ByKind,
    IReadOnlyList<FunnelReviews> Reviews,
    int ReviewsMissing,
    int SiteLimit,
    int Selected,
    IReadOnlyList<FunnelQuota> Quotas,
    Money Requested,
    Money RequestedBySelected,
    Money Budget,
    Money Committed);

/// <summary>Applications that have something in common.</summary>
/// <param name="Value">A status, a Regierungsbezirk, or a kind of office.</param>
/// <param name="Applications">How many there are.</param>
/// <param name="Requested">What they request. What a draft says that was never submitted is its office's alone, and counts as 0.00.</param>
sealed record FunnelStage(string Value, int Applications, Money Requested);

/// <summary>Reviews in one status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Count">How many there are.</param>
sealed record FunnelReviews(string Status, int Count);

/// <summary>A quota and what is left of it.</summary>
/// <param name="By">What the sites are counted by.</param>
/// <param name="Value">The Regierungsbezirk, or the kind of office.</param>
/// <param name="Most">The most sites with this value.</param>
/// <param name="Selected">How many of them hold a place.</param>
sealed record FunnelQuota([property: OneOf(typeof(QuotaBy))] string By, string Value, int Most, int Selected);
