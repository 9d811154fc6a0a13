namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// Interim reports cover the funding period from its beginning, each of them more than the one before, and the final report all of it: each
/// ends on a later day, and the last of them before the funding period does.
/// </summary>
static class InterimPeriods
{
    public static bool FollowEachOther(IReadOnlyList<InterimReport> reports) =>
        reports.Zip(reports.Skip(1)).All(pair => pair.First.Until < pair.Second.Until);

    public static bool LieWithin(DateOnly startsOn, DateOnly endsOn, IReadOnlyList<InterimReport> reports) =>
        reports.All(report => report.Until >= startsOn && report.Until < endsOn);
}
