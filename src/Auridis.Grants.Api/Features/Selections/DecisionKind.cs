namespace Auridis.Grants.Api.Features.Selections;

/// <summary>What is decided on an application.</summary>
static class DecisionKind
{
    /// <summary>It gets a place, and an award is offered.</summary>
    public const string Select = "select";

    /// <summary>It gets a place when one becomes free.</summary>
    public const string Waitlist = "waitlist";

    /// <summary>It gets none.</summary>
    public const string Reject = "reject";
}
