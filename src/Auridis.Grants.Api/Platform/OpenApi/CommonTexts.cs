namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>What a field or a parameter means wherever it stands. The <c>param</c> text of a record or a handler comes first.</summary>
static class CommonTexts
{
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["applicationId"] = "The application.",
        ["awardId"] = "The award.",
        ["createdAt"] = "When it was created, in real time, UTC.",
        ["id"] = "Identifies the resource permanently: a UUID of version 7.",
        ["officeAgs"] = "The AGS of the Jugendamt, 8 digits.",
        ["programmeId"] = "The programme.",
        ["reason"] = "Why; null where no reason is needed.",
        ["reference"] = "The reference that letters and files cite.",
        ["selectionId"] = "The selection that it results from.",
        ["status"] = "The state of the resource; only the operations named for a step change it.",
        ["updatedAt"] = "When it got its version, in real time, UTC.",
        ["version"] = "Counts the changes from 1. In quotes it is the ETag.",
        ["youthOfficeId"] = "The youth office.",
    };

    /// <summary>By the operation: what its body is, where that is not the resource of the path or the one that was created.</summary>
    public static readonly IReadOnlyDictionary<string, string> Successes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["addReceipts"] = "Added. The body is the report as it is now, and the receipts that were added; "
            + "Location is the list of all its receipts.",
        ["addReportAttachment"] = "Added. The body is the report as it is now, and the file that was added.",
        ["getAccountSheet"] = "A page of the account sheet.",
        ["recordFindings"] = "Recorded. The body is the report as it is now, and the statement that its findings lead to.",
        ["recordRepayment"] = "Recorded. The body is the claim as it is now; Location is the list of its receipts.",
    };

    public static readonly IReadOnlyDictionary<string, string> Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["action"] = "Events of this action, such as `programme.opened`.",
        ["actor"] = "Events of this person, as issuer, `#` and subject, or of this machine: the same after `client:`.",
        ["after"] = "Entries after the one with this `seq`.",
        ["applicationId"] = "Only those of this application (its id).",
        ["attachmentId"] = "The id of the file.",
        ["asOf"] = "The last posting date that counts; today by default.",
        ["awardId"] = "Only those of this award (its id).",
        ["changedSince"] = "Only what was created or changed at this time or later, in the order of `updatedAt`: with its zone, as in "
            + "`2019-02-04T08:00:00Z`. Send `changedUntil` of the answer the next time.",
        ["code"] = "The code of the problem.",
        ["from"] = "The first posting date, included.",
        ["id"] = "The id of the resource.",
        ["month"] = "The month, such as `2018-12`.",
        ["number"] = "The number.",
        ["officeAgs"] = "Only those of the Jugendamt with this AGS, 8 digits.",
        ["overdue"] = "`true`: reports that are still due or a draft after their due date, or returned after their `mendBy`. "
            + "`false`: all others.",
        ["programmeId"] = "Only those of this programme (its id).",
        ["receiptId"] = "The id of the receipt.",
        ["resourceId"] = "Events of the resource with this id.",
        ["sort"] = "The field to sort by, after a hyphen in descending order; what has none there comes first. Not beside `changedSince`.",
        ["status"] = "Only those in this state.",
        ["to"] = "The last posting date, included.",
    };

    /// <summary>Of parameters that must be sent, so that a tester can send them as they stand. What an answer tells has none.</summary>
    public static readonly IReadOnlyDictionary<string, string> ParameterExamples = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["code"] = "stale-version",
        ["from"] = "2019-01-01",
        ["month"] = "2018-12",
        ["to"] = "2019-12-31",
    };
}
