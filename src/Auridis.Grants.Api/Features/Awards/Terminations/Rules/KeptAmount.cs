namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// What a site keeps of a terminated award is at most what it has: nothing is paid from it any more. What it keeps of one that goes on is
/// more than nothing, and less than the amount.
/// </summary>
static class KeptAmount
{
    /// <summary>Why a site does not keep this; null when it does.</summary>
    public static Problem? WhyRefused(Award award, Money keeps, bool inPart)
    {
        var (atLeast, atMost) = inPart
            ? (new Money(1), new Money(award.Amount.Cents - 1))
            : (new Money(0), new Money(Math.Max(0, award.NetPaid.Cents)));
        return keeps.Cents < atLeast.Cents || keeps.Cents > atMost.Cents
            ? AwardProblems.KeepsOutOfRange.With(("keeps", keeps), ("atLeast", atLeast), ("atMost", atMost))
            : null;
    }
}
