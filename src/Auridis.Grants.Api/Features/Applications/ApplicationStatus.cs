namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// <c>draft → submitted → eligible | ineligible</c>; <c>submitted → draft</c>, when it is recalled; <c>submitted → returned → submitted |
/// ineligible</c>; <c>eligible → selected | waitlisted | rejected</c>, <c>waitlisted → selected | rejected</c>, <c>selected → lapsed</c>;
/// <c>ineligible | rejected → eligible</c>, when it is reopened; <c>withdrawn</c> from draft, submitted, returned, eligible and
/// waitlisted.
/// </summary>
static class ApplicationStatus
{
    /// <summary>The office is writing it.</summary>
    public const string Draft = "draft";

    /// <summary>The office has submitted it; its content is frozen.</summary>
    public const string Submitted = "submitted";

    /// <summary>The office is to mend it.</summary>
    public const string Returned = "returned";

    /// <summary>It has passed the formal check.</summary>
    public const string Eligible = "eligible";

    /// <summary>It has failed the formal check, or was not mended in time.</summary>
    public const string Ineligible = "ineligible";

    /// <summary>An award was offered for it.</summary>
    public const string Selected = "selected";

    /// <summary>It gets a place when one becomes free.</summary>
    public const string Waitlisted = "waitlisted";

    /// <summary>It gets no place.</summary>
    public const string Rejected = "rejected";

    /// <summary>The award that was offered for it was declined, has expired or was terminated.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>The office has withdrawn it.</summary>
    public const string Withdrawn = "withdrawn";
}
