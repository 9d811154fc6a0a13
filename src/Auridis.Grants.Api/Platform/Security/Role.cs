namespace Auridis.Grants.Api.Platform.Security;

/// <summary>The roles that a token can carry. One person may hold several.</summary>
static class Role
{
    /// <summary>Acts for its own Jugendamt only.</summary>
    public const string Applicant = "applicant";

    /// <summary>Runs the programme at the Landesjugendamt.</summary>
    public const string Caseworker = "caseworker";

    /// <summary>Sees and scores the applications assigned to it.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Selects the sites.</summary>
    public const string Decider = "decider";

    /// <summary>Approves and releases payments, examines money.</summary>
    public const string Finance = "finance";

    /// <summary>Pays and receives (Zahlungsabwicklung): never what it has approved or released.</summary>
    public const string Treasury = "treasury";

    /// <summary>Reads the ledger and runs exports; may be a machine.</summary>
    public const string Accounting = "accounting";

    /// <summary>Reads the figures of its money.</summary>
    public const string Funder = "funder";

    /// <summary>Reads everything.</summary>
    public const string Auditor = "auditor";

    /// <summary>Keeps the reference data, and nothing else.</summary>
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All =
        [Applicant, Caseworker, Reviewer, Decider, Finance, Treasury, Accounting, Funder, Auditor, Admin];

    /// <summary>What each role may do, in a few words for people: the sign-in page says them, and the README.</summary>
    public static readonly IReadOnlyDictionary<string, string> Rights = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Applicant] = "act for their own Jugendamt: apply, accept, request money, report",
        [Caseworker] = "run the programme, check applications, assign reviewers, prepare selections, dispatch letters, complete awards",
        [Reviewer] = "score the applications assigned to them",
        [Decider] = "draw the lot, prepare, confirm and publish selections, approve amendments, confirm terminations",
        [Finance] = "verify accounts, approve and release payments, examine and accept reports, defer and waive claims, ask interest",
        [Treasury] = "make, sign and hand over batches of payments; record and confirm what the bank booked: payments, returns, repayments",
        [Accounting] = "read the ledger, close its months, run exports",
        [Funder] = "read the funds of its programmes and the trial balance",
        [Auditor] = "read everything",
        [Admin] = "keep youth offices and base rates",
    };
}
