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
        License = new OpenApiLicense { Name = "All rights reserved", Url = new Uri("/swagger/license.txt", UriKind.Relative) },
    };

    const string Text = """
        Runs a funding programme from the call for applications to the last repayment: Jugendämter apply, reviewers score, deciders select
        the sites, finance and treasury pay, the sites account for every euro, and an auditor can follow all of it.

        ## Money
        An amount is `{"amount":"100000.00","currency":"EUR"}`: a string with exactly two decimal places. Anything else is refused,
        never rounded.

        ## Texts
        A text is kept in Unicode's composed form (NFC), whichever form is sent; lengths and positions count its characters (code
        points). A text of one line has no line breaks, no control characters and nothing invisible but blanks. A text of several lines
        has breaks and tabs as well. Neither has characters that turn the direction of writing, and both have something to see. The
        answer to another text names the character and its position. Where words are compared, as the payees of receipts, capitals and
        small letters, `ß` and `ss`, one blank and several are the same.

        ## Versions: ETag and If-Match
        A resource that can change has a version, and its `ETag` is that number in quotes. To change a resource, send the version that
        you saw in `If-Match`. Without it the answer is 428; if somebody else has changed the resource since, the answer is 412 and
        nothing has changed. On a read, `If-None-Match` answers 304 when you have the current version, except where the answer depends
        on who asks or on other resources.

        ## Safe retries: Idempotency-Key
        Send a key of your choice with a POST, and you may repeat the request until you get an answer: it takes effect once, and each
        retry gets the first answer again. Where a second effect could not be taken back, the key is required. The same key with another
        body, or after your roles or your office have changed, is refused with 422. Only successes are kept; a refused request may be
        tried again under the same key. A key is kept for at least 24 hours.

        ## Lists
        `limit` says how many items a page has (1 to 200, 50 by default). To get the next page, send `nextCursor` of this one as
        `cursor`; the header `Link` holds the same as a path. Items that are added meanwhile do not move the items on the pages that
        you have read. A cursor belongs to the path, to what is searched for and to the order.

        With `q`, a list holds what has it: a reference or an AGS from its beginning, the name of an office or the title of a project
        anywhere, capitals or small letters, with ä as ae, ö as oe, ü as ue and ß as ss. With `sort`, it is ordered by a field,
        after `-` in descending order.

        ## Following changes
        Nothing is pushed. Ask a list with `changedSince`, a time: it then holds what got a new version at that time or later, in the order
        of `updatedAt`, and each page says in `changedUntil` what to send as `changedSince` next. That lies five minutes back, because a
        change can be committed a little after its time: some items come again, and none is missed; compare `id` and `version`. Read to
        the last page before you go on. What changes meanwhile comes again at the end. A change that lets you see an item for the first
        time is not always one of the item itself, and what was deleted does not show: only draft programmes, and receipts and files of
        what is not submitted, can be deleted. The journal (`GET /ledger/entries?after=`) and the audit trail give everything new once
        and in commit order.

        ## Versions of this API
        `info.version` of this document is the version of the contract. New operations, new members of answers, new optional members of
        requests, new values of an enumeration in answers and new problem codes are compatible: ignore members that you do not know, and
        treat an unknown code by its status. An enumeration that may grow is marked `x-extensible-enum`, with `enum` beside it for the
        sake of types: do not fail at a value that you do not know. Anything else raises the first number. Paths carry no version. To
        pin one, make your client from the document of a release, and let it check at its start that the first number of
        `info.version` here is still the same.

        What will be removed is marked `deprecated` first, and stays for twelve months at least: its description names the day since
        when, the day from which on it can go, and what to use instead, and each of its answers has `Deprecation` (RFC 9745), `Sunset`
        (RFC 8594) and a `Link` with `rel="deprecation"`. It goes with a new first number only, and not before that day.

        ## Problems
        A refused request changes nothing and answers `application/problem+json` (RFC 9457). Branch on `code`, which is stable; the
        figures of the rule are members beside it, and `errors` says what is wrong with which value: a key that is empty or begins with
        `/` is a JSON pointer into the body, any other is the name of a parameter of the query; `faults` says what is wrong where in a CSV
        file. Each operation lists all codes that it
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
        Dates are written `2018-11-30` and mean Europe/Berlin; a deadline is the end of its day there. Times are UTC with `Z`. A field that
        ends in `At` is a real time: every resource has `createdAt` and `updatedAt`. A field that ends in `On` is a day by the business
        clock, on which a step was taken or is due. Outside Development the two agree.

        ## Names
        `id` is for programs; `reference` is what people cite, in letters, on the telephone and in files. The server gives it when the
        resource is created (of an application, when it is submitted), it never changes, and it holds that of what it belongs to: award
        `GA-2018-A-Z-03`, payment `GA-2018-A-Z-03-P01`, spending report `GA-2018-A-Z-03-V1`, claim `GA-2018-A-Z-03-R1`. A programme has
        the `code` that people chose for it. Elsewhere another resource is named by what it is: `awardId`, `applicationReference`.
        """;

    static readonly (string Name, string Description)[] Groups =
    [
        ("Programmes", "Funding programmes: what a round sets, from the draft to its end."),
        ("Youth offices",
            "The youth welfare offices (Jugendämter) of Westfalen-Lippe, their contact persons, and the bank accounts that they are paid "
            + "to."),
        ("Applications", "Applications for a site: drafted, submitted as a frozen version, checked."),
        ("Reviews", "Reviewers score the applications that are assigned to them."),
        ("Selections", "The ranking, and the decision that two people base on it."),
        ("Letters", "What the offices are told with each decision: frozen, dispatched, and announced."),
        ("Notes", "What the funding side notes on a resource, for the file."),
        ("Tasks", "What waits for the caller, as things stand."),
        ("Awards",
            "What a selected site is promised: offered, accepted or declined, active once it is final, amended, completed or terminated."),
        ("Disbursements", "Payments to a site: requested, approved and released, then settled or returned as the bank booked them."),
        ("Payment batches", "Released payments that are handed to the bank together: created, signed by two people, handed over."),
        ("Spending reports", "What a site spent, receipt by receipt, and what of it is recognised."),
        ("Repayments", "Claims for money that is to be paid back, what has been received, and what is deferred, waived or written off."),
        ("Interest", "The base rates, and the interest on money that was used late or paid back late."),
        ("Funder contributions", "Money that the funder has paid or got back, and what of it is free."),
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
