namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Why a reviewer does not get an application.</summary>
static class ExclusionReason
{
    /// <summary>The office that applies employs the reviewer.</summary>
    public const string SameOffice = "same-office";

    /// <summary>The reviewer wrote or submitted the application.</summary>
    public const string Author = "author";

    /// <summary>The reviewer has declared a conflict of interest on the office in the programme.</summary>
    public const string DeclaredConflict = "declared-conflict";

    /// <summary>The reviewer has a review of the application, which may be in conflict.</summary>
    public const string Assigned = "assigned";
}
