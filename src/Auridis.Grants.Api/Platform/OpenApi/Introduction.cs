using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>What a reader of the document sees first: what this is, what holds for every operation, and the groups.</summary>
static class Introduction
{
    public static OpenApiInfo Info => new()
    {
        Title = "Auridis.Grants",
        Version = typeof(Introduction).Assembly.GetName().Version!.ToString(3),
        Summary = "Grants for the networks of youth welfare offices: applications, selection, payments, spending reports, accounting.",
        Description = Prose.Unwrap(Text),
        Contact = new OpenApiContact { Name = "LWL-Landesjugendamt Westfalen", Url = new Uri("https://www.lwl-landesjugendamt.de/") },
        License = new OpenApiLicense { Name = "All rights reserved", Identifier = "LicenseRef-All-Rights-Reserved" },
    };

    const string Text = """
        Runs a funding programme from the call to the accepted spending report: Jugendämter apply, reviewers score, deciders select the
        sites, finance pays, the sites account for every euro, and an auditor can follow all of it.

        ## Money
        An amount is `{"amount":"100000.00","currency":"EUR"}`: a string with exactly two decimal places. Anything else is refused,
        never rounded.

        ## Versions: ETag and If-Match
        Every resource has a version, and its `ETag` is that number in quotes. A change of a resource says in `If-Match` which version you
        saw. Without it the answer is 428; when somebody else was faster, it is 412 and nothing has changed. `If-None-Match` on a read answers
        304 when you have the current version; not where an answer shows more than the version says, as what only some callers may see.

        ## Safe retries: Idempotency-Key
        Send a key of your own with a POST, and you may repeat the request until you get an answer: it takes effect once, and each
        retry gets the first answer again. Where money moves, the key is required. The same key with another body is refused with 422. Only
        successes are kept; a refused request may be tried again under the same key. A key is kept for 24 hours at least.

        ## Lists
        `limit` says how many items a page has (1 to 200, 50 when not given). `nextCursor` of a page, sent as `cursor`, gets the next one; the
        header `Link` holds the same as a path. What is added meanwhile moves nothing on the pages that you have.

        ## Following changes
        Nothing is pushed. The journal (`GET /ledger/entries?after=`) gives everything new, once and in commit order. The audit trail and all other lists are
        in the order in which their items were made: ask for the last page again, with the cursor that led to it, and what was added stands at its end. What has
        changed in an item that you know shows only when you read it again: the item with `If-None-Match`, or a list by its `status`.

        ## What may change
        New operations, new members of answers, new optional members of requests, new values of an enumeration in answers and new problem codes are
        compatible: ignore members that you do not know, and take an unknown code by its status. Anything else raises the first number of this
        document's version. What is to go is marked `deprecated` here before it goes.

        ## Problems
        A refused request changes nothing, and answers `application/problem+json` (RFC 9457). Branch on `code`, which is stable; the figures
        of the rule are members beside it, and `errors` names the fields by JSON pointer. Each operation lists all codes that it can answer, by
        status. When several rules refuse, the first in this order answers: rate limit, Content-Type, sign-in and role, Accept,
        Idempotency-Key, If-Match, body and parameters, existence, rights to this one resource, version, state, the rule's own. A resource
        that you may not see is 404.

        ## Languages
        Titles and details of problems are English, or German with `Accept-Language: de`. Codes and field names are the same in both.

        ## Times
        Dates are `2018-11-30` and mean Europe/Berlin; a deadline is the end of its day there. Times are UTC with `Z`.
        """;

    static readonly (string Name, string Description)[] Groups =
    [
        ("Programmes", "Funding programmes: what a round sets, from the draft to its closing."),
        ("Youth offices", "The youth welfare offices (Jugendämter) of Westfalen-Lippe, and the bank accounts that they are paid on."),
        ("Applications", "Site applications: drafted, submitted as a frozen version, checked."),
        ("Reviews", "Reviewers score the applications that are assigned to them."),
        ("Selections", "The ranking, and the decision that two people make from it."),
        ("Awards", "What a selected site is promised: offered, accepted or declined, and active when it is final."),
        ("Disbursements", "Payments to a site: requested, approved, released; settled and returned by two people each, from what the bank booked."),
        ("Spending reports", "What a site spent, receipt by receipt, and what of it is recognised."),
        ("Repayments", "Claims for money that goes back, and what has come of it."),
        ("Ledger", "The journal: append-only, balanced, in commit order."),
        ("Export runs", "Numbered, hashed files for the accounting; each entry in exactly one."),
        ("Audit", "Who did what, when, and proof that nothing was altered."),
        ("Problems", "What each problem code means."),
        ("Clock", "The business clock, which windows and due dates are judged by."),
        ("Health", "Whether the server is up and its database answers."),
    ];

    /// <summary>The groups that the operations use, in the order of a funding round.</summary>
    public static HashSet<OpenApiTag> Tags(IEnumerable<string> used)
    {
        var names = used.ToHashSet(StringComparer.Ordinal);
        return [.. Groups.Where(group => names.Contains(group.Name)).Select(group => new OpenApiTag { Name = group.Name, Description = group.Description })];
    }
}
