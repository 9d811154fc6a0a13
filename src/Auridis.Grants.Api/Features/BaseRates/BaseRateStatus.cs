namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary><c>proposed → confirmed | refused</c>; <c>confirmed → replaced</c> as long as no interest was reckoned with it.</summary>
static class BaseRateStatus
{
    /// <summary>It waits for a second person, and holds on no day yet.</summary>
    public const string Proposed = "proposed";

    /// <summary>It holds from its day to the day before the next confirmed one.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>It was entered by mistake.</summary>
    public const string Refused = "refused";

    /// <summary>Another one for the same day was confirmed, before any interest was reckoned with this one.</summary>
    public const string Replaced = "replaced";
}
