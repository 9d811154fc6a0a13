namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// What an application says: the same shape for a draft and a submitted version. A draft can lack members, or have null there; an item of
/// a list is whole. A submitted version is complete.
/// </summary>
/// <param name="Title">The project's title: one line, up to 200 characters.</param>
/// <param name="Summary">The project in short, up to 2,000 characters.</param>
/// <param name="StartingPosition">Where the network stands today, up to 10,000 characters.</param>
/// <param name="Goals">What the network is to reach, up to 10,000 characters.</param>
/// <param name="TargetArea">The area that the network works for, up to 1,000 characters.</param>
/// <param name="Children">How many children of the programme's ages live there, 1 to 1,000,000.</param>
/// <param name="Partners">The partners of the existing network, up to 200; at submission at least one.</param>
/// <param name="Steering">How the network is steered, up to 5,000 characters.</param>
/// <param name="PoliticalBacking">Who backs it politically, up to 5,000 characters.</param>
/// <param name="Staff">The planned staff, up to 50; empty when the project needs none of its own.</param>
/// <param name="Milestones">What the project is to reach by when, up to 50; at submission at least one.</param>
/// <param name="FinancePlan">What the project costs, and who pays.</param>
sealed record ApplicationContent(
    string? Title = null,
    string? Summary = null,
    string? StartingPosition = null,
    string? Goals = null,
    string? TargetArea = null,
    int? Children = null,
    IReadOnlyList<NetworkPartner>? Partners = null,
    string? Steering = null,
    string? PoliticalBacking = null,
    IReadOnlyList<StaffPost>? Staff = null,
    IReadOnlyList<Milestone>? Milestones = null,
    FinancePlan? FinancePlan = null);

/// <summary>A partner of the existing network.</summary>
/// <param name="Sector">The sector that it comes from.</param>
/// <param name="Name">The institution, not a person: one line, up to 200 characters.</param>
/// <param name="Role">What it does in the network: one line, up to 500 characters.</param>
sealed record NetworkPartner([property: OneOf(typeof(NetworkSector))] string Sector, string Name, string Role);

/// <summary>A planned post.</summary>
/// <param name="Function">What it does: one line, up to 200 characters.</param>
/// <param name="PercentOfFullTime">Its size in percent of a full-time post, 1 to 100.</param>
sealed record StaffPost(string Function, int PercentOfFullTime);

/// <summary>Something that the project is to reach.</summary>
/// <param name="Title">What: one line, up to 200 characters.</param>
/// <param name="DueOn">The day by the end of which it is reached.</param>
sealed record Milestone(string Title, DateOnly DueOn);

/// <summary>The finance plan (Finanzierungsplan). At submission, requested, own and third-party funds equal the sum of its lines.</summary>
/// <param name="Lines">The planned expenditure, up to 30 lines, each category once; at submission at least one.</param>
/// <param name="OwnContribution">What the Jugendamt pays itself (Eigenmittel).</param>
/// <param name="ThirdPartyFunds">What others pay (Drittmittel).</param>
/// <param name="Requested">The amount that is requested; at submission at most the programme's cap per site.</param>
sealed record FinancePlan(
    IReadOnlyList<FinanceLine>? Lines = null,
    Money? OwnContribution = null,
    Money? ThirdPartyFunds = null,
    Money? Requested = null);

/// <summary>A line of a finance plan.</summary>
/// <param name="Category">The code of one of the programme's categories.</param>
/// <param name="Amount">What is planned for it.</param>
sealed record FinanceLine(string Category, Money Amount);
