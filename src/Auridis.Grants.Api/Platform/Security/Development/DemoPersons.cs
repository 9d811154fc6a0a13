using System.Text.RegularExpressions;

namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>Enough people of each role that four eyes can look.</summary>
static partial class DemoPersons
{
    public static readonly IReadOnlyList<DemoPerson> Staff =
    [
        new("caseworker-1", "Caseworker 1", [Role.Caseworker]),
        new("caseworker-2", "Caseworker 2", [Role.Caseworker]),
        new("reviewer-1", "Reviewer 1", [Role.Reviewer]),
        new("reviewer-2", "Reviewer 2", [Role.Reviewer]),
        new("reviewer-3", "Reviewer 3", [Role.Reviewer]),
        new("decider-1", "Decider 1", [Role.Decider]),
        new("decider-2", "Decider 2", [Role.Decider]),
        new("finance-1", "Finance 1", [Role.Finance]),
        new("finance-2", "Finance 2", [Role.Finance]),
        new("finance-3", "Finance 3", [Role.Finance]),
        new("treasury-1", "Treasury 1", [Role.Treasury]),
        new("treasury-2", "Treasury 2", [Role.Treasury]),
        new("treasury-3", "Treasury 3", [Role.Treasury]),
        new("accounting-1", "Accounting 1", [Role.Accounting]),
        new("funder-1", "Funder 1", [Role.Funder], Funder: "Auridis gGmbH"),
        new("auditor-1", "Auditor 1", [Role.Auditor]),
        new("admin-1", "Admin 1", [Role.Admin]),
    ];

    public static readonly DemoMachine ExportJob = new("export-job", "development-only", [Role.Accounting]);

    /// <summary>A person of the staff, or <c>applicant-</c> and the AGS of an office; null for any other name.</summary>
    public static DemoPerson? Find(string subject) =>
        Staff.FirstOrDefault(person => person.Subject == subject)
        ?? (Applicant().Match(subject) is { Success: true } match
            ? new DemoPerson(subject, $"Applicant {match.Groups["ags"].Value}", [Role.Applicant], match.Groups["ags"].Value)
            : null);

    [GeneratedRegex(
        @"^applicant-(?<ags>[0-9]{8})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Applicant();
}
