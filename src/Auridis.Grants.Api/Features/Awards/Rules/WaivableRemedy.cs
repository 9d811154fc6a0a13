using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// A contract knows no remedy that could be waived: it is final when it is countersigned, and not by its office alone. What was filed is
/// not waived but withdrawn.
/// </summary>
static class WaivableRemedy
{
    /// <summary>Why the office waives nothing; null when there is a remedy, and none was filed. The caller holds the award.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Award award) => RemedyOfLegalForm.Of(award.Terms) == Remedy.None
        ? AwardProblems.NoRemedy
        : await PendingRemedy.WhyRefused(session, award.Id);
}
