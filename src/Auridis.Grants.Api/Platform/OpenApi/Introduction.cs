using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>What a reader of the document sees first: what this is, what holds for every operation, and the groups.</summary>
static class Introduction
{
    public static OpenApiInfo Info => new()
    {
        Title = "Auridis.Grants",
        Version = typeof(Introduction).Assembly.GetName().Version!.ToString(3),
        Summary = "Grants for the networks of youth welfare offices: applications, selection, payments, spending reports and accounting.",
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
        A resource that can change has a version, and its `ETag` is that number in quotes. To change a resource, send the version that
        you saw in `If-Match`. Without it the answer is 428; if somebody else has changed the resource since, the answer is 412 and
        nothing has changed. On a read, `If-None-Match` answers 304 when you have the current version, except where the answer depends
        on who asks or on other resources.

        ## Safe retries: Idempotency-Key
        Send a key of your choice with a POST, and you may repeat the request until you get an answer: it takes effect once, and each
        retry gets the first answer again. Where a second effect could not be taken back, the key is required. The same key with another
        body is refused with 422. Only successes are kept; a refused request may be tried again under the same key. A key is kept for at
        least 24 hours.

        ## Lists
        `limit` says how many items a page has (1 to 200, 50 by default). To get the next page, send `nextCursor` of this one as
        `cursor`; the header `Link` holds the same as a path. Items that are added meanwhile do not move the items on the pages that
        you have read.

        ## Following changes
        Nothing is pushed. The journal (`GET /ledger/entries?after=`) gives everything new, once and in commit order. The audit trail
        and all other lists are in the order in which their items were created: ask for the last page again, with the cursor that led
        to it, and new items are at its end. To see what has changed in an item that you know, read it again: the item with
        `If-None-Match`, or a list by its `status`.

        ## Versions of this API
        `info.version` of this document is the version of the contract. New operations, new members of answers, new optional members of
        requests, new values of an enumeration in answers and new problem codes are compatible: ignore members that you do not know, and
        treat an unknown code by its status. Anything else raises the first number. Paths carry no version. To pin one, make your client
        from the document of a release, and let it check at its start that the first number of `info.version` here is still the same.

        What will be removed is marked `deprecated` first, and stays for twelve months at least: its description names the day since
        when, the day from which on it can go, and what to use instead, and each of its answers has `Deprecation` (RFC 9745), `Sunset`
        (RFC 8594) and a `Link` with `rel="deprecation"`. It goes with a new first number only, and not before that day.

        ## Problems
        A refused request changes nothing and answers `application/problem+json` (RFC 9457). Branch on `code`, which is stable; the
        figures of the rule are members beside it, and `errors` says what is wrong with which value: a key that is empty or begins with
        `/` is a JSON pointer into the body, any other is the name of a parameter of the query. Each operation lists all codes that it
        can answer, by status. When several rules refuse, the first in this order answers: rate limit, another Content-Type, sign-in and
        role, Accept, charset and Content-Encoding, Idempotency-Key, If-Match, body and parameters, existence, rights to this one
        resource, version, state, the operation's own rules. A resource that you may not see answers 404.

        ## Following a request
        Every answer of an operation, also a success, has `X-Request-Id`: a problem names the same id as `traceId`, the audit trail as
        `requestId`, and the operator finds the request by it. To have your own id there, send `traceparent` (W3C Trace Context): its
        trace id becomes the id of the request.

        ## Languages
        Titles and details of problems are in English, or in German with `Accept-Language: de`. Codes and field names are the same in
        both.

        ## Times
        Dates are written `2018-11-30` and mean Europe/Berlin; a deadline is the end of its day there. Times are UTC with `Z`.
        """;

    static readonly (string Name, string Description)[] Groups =
    [
        ("Programmes", "Funding programmes: what a round sets, from the draft to its closing."),
        ("Youth offices", "The youth welfare offices (Jugendämter) of Westfalen-Lippe, and the bank accounts that they are paid to."),
        ("Applications", "Applications for a site: drafted, submitted as a frozen version, checked."),
        ("Reviews", "Reviewers score the applications that are assigned to them."),
        ("Selections", "The ranking, and the decision that two people base on it."),
        ("Awards", "What a selected site is promised: offered, accepted or declined, and active once it is final."),
        ("Disbursements", "Payments to a site: requested, approved and released, then settled or returned as the bank booked them."),
        ("Spending reports", "What a site spent, receipt by receipt, and what of it is recognised."),
        ("Repayments", "Claims for money that is to be paid back, and what has been received."),
        ("Ledger", "The journal: append-only, balanced, in commit order."),
        ("Export runs", "Numbered, hashed files for the accounting system; each entry is in exactly one."),
        ("Audit", "Who did what, when, and proof that nothing was altered."),
        ("Problems", "What each problem code means."),
        ("Clock", "The business clock, by which application windows and due dates are judged."),
        ("Health", "Whether the server is up and its database answers."),
    ];

    /// <summary>The groups that the operations use, in the order of a funding round.</summary>
    public static HashSet<OpenApiTag> Tags(IEnumerable<string> used)
    {
        var names = used.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Groups.Where(group => names.Contains(group.Name))
                .Select(group => new OpenApiTag { Name = group.Name, Description = group.Description }),
        ];
    }
}
