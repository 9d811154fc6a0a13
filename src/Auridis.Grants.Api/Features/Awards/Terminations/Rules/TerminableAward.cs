namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award is terminated while it is offered, accepted or active. Only an active one goes on with less: before, another offer is made.
/// </summary>
static class TerminableAward
{
    /// <summary>Why this award cannot be terminated; null when it can.</summary>
    public static Problem? WhyRefused(Award award, bool inPart) => award.Status switch
    {
        AwardStatus.Active => null,
        AwardStatus.Offered or AwardStatus.Accepted when !inPart => null,
        _ => Problems.WrongState.With(("actual", award.Status), ("expected", inPart ? AwardStatus.Active : States)),
    };

    const string States = $"{AwardStatus.Offered} | {AwardStatus.Accepted} | {AwardStatus.Active}";
}
