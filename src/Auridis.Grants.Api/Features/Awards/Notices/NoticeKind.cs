namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What an office has to tell of its award without being asked (ANBest-P no. 5).</summary>
static class NoticeKind
{
    /// <summary>Own or third-party money is more or less than planned.</summary>
    public const string FundsChanged = "funds-changed";

    /// <summary>The project begins or ends later, or pauses.</summary>
    public const string Delay = "delay";

    /// <summary>What the money is for has changed.</summary>
    public const string PurposeChanged = "purpose-changed";

    /// <summary>Something else that matters for the award.</summary>
    public const string Other = "other";
}
