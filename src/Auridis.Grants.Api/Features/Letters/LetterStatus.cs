namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// <c>created → dispatched → announced</c>; <c>dispatched → unread → dispatched</c> in the portal. Days pass by themselves: the state
/// follows from what is stored and from the business date.
/// </summary>
static class LetterStatus
{
    /// <summary>It is still in the house: the office does not see it.</summary>
    public const string Created = "created";

    /// <summary>It is on its way, or waits in the portal.</summary>
    public const string Dispatched = "dispatched";

    /// <summary>The day of its announcement has come.</summary>
    public const string Announced = "announced";

    /// <summary>
    /// The office has not read it in the portal in time: it is not announced, is provided no longer, and can be dispatched again.
    /// </summary>
    public const string Unread = "unread";
}
