using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Platform.Security;

/// <summary>Who may call what: every route with every role, through HTTP, against one table.</summary>
[TestFixture]
public sealed class PolicyTests() : ApiTests(DatabaseKind.Sqlite)
{
    /// <summary>
    /// Route, then the roles that may call it. <c>anybody</c> needs no token, <c>all</c> is every role; <c>+ person</c> makes it a decision
    /// that a machine with the same role is refused. <c>- office</c> is a step on a youth office, from which who acts for it is excluded.
    /// </summary>
    const string Table = """
        GET    /                                                      anybody
        GET    /amendments/{id:guid}                                  applicant caseworker decider finance treasury auditor
        POST   /amendments/{id:guid}/approve                          decider + person - office
        POST   /amendments/{id:guid}/endorse                          caseworker + person - office
        POST   /amendments/{id:guid}/refuse                           caseworker decider + person - office
        POST   /amendments/{id:guid}/withdraw                         applicant caseworker + person - office
        GET    /applications                                          applicant caseworker reviewer decider finance auditor
        GET    /applications/{id:guid}                                applicant caseworker reviewer decider finance auditor
        PUT    /applications/{id:guid}                                applicant
        PATCH  /applications/{id:guid}                                applicant
        GET    /applications/{id:guid}/attachments                    applicant caseworker reviewer decider finance auditor
        POST   /applications/{id:guid}/attachments                    applicant
        GET    /applications/{id:guid}/completeness                   applicant caseworker reviewer decider finance auditor
        POST   /applications/{id:guid}/formal-check                   caseworker + person - office
        GET    /applications/{id:guid}/letters                        applicant caseworker decider finance auditor
        POST   /applications/{id:guid}/mending-date                   caseworker + person - office
        POST   /applications/{id:guid}/recall                         applicant + person
        POST   /applications/{id:guid}/reopen                         caseworker + person - office
        POST   /applications/{id:guid}/reopen/confirm                 decider + person - office
        POST   /applications/{id:guid}/return                         caseworker + person - office
        POST   /applications/{id:guid}/reviews                        caseworker + person - office
        POST   /applications/{id:guid}/submit                         applicant + person
        GET    /applications/{id:guid}/versions                       applicant caseworker reviewer decider finance auditor
        GET    /applications/{id:guid}/versions/{number:int}          applicant caseworker reviewer decider finance auditor
        GET    /applications/{id:guid}/versions/{number:int}/diff     applicant caseworker reviewer decider finance auditor
        GET    /applications/{id:guid}/versions/{number:int}/print    applicant caseworker reviewer decider finance auditor
        POST   /applications/{id:guid}/withdraw                       applicant + person
        DELETE /attachments/{id:guid}                                 applicant
        GET    /attachments/{id:guid}                                 applicant caseworker reviewer decider finance auditor
        GET    /audit-events                                          auditor
        GET    /audit-events/verify                                   auditor
        GET    /awards                                                applicant caseworker decider finance treasury auditor
        GET    /awards/{id:guid}                                      applicant caseworker decider finance treasury auditor
        POST   /awards/{id:guid}/accept                               applicant + person
        POST   /awards/{id:guid}/activate                             caseworker + person - office
        POST   /awards/{id:guid}/allow-late-use                       caseworker + person - office
        GET    /awards/{id:guid}/amendments                           applicant caseworker decider finance treasury auditor
        POST   /awards/{id:guid}/amendments                           applicant caseworker + person - office
        POST   /awards/{id:guid}/complete                             caseworker + person - office
        POST   /awards/{id:guid}/countersign                          decider + person - office
        POST   /awards/{id:guid}/decline                              applicant + person
        POST   /awards/{id:guid}/disbursements                        applicant + person
        GET    /awards/{id:guid}/notices                              applicant caseworker decider finance treasury auditor
        POST   /awards/{id:guid}/notices                              applicant + person
        GET    /awards/{id:guid}/remedies                             applicant caseworker decider finance treasury auditor
        POST   /awards/{id:guid}/remedies                             caseworker + person - office
        GET    /awards/{id:guid}/versions                             applicant caseworker decider finance treasury auditor
        GET    /awards/{id:guid}/versions/{number:int}                applicant caseworker decider finance treasury auditor
        GET    /awards/{id:guid}/versions/{number:int}/diff           applicant caseworker decider finance treasury auditor
        GET    /awards/{id:guid}/interest                             applicant caseworker decider finance treasury auditor
        POST   /awards/{id:guid}/interest                             finance + person - office
        POST   /awards/{id:guid}/renounce-rest                        applicant + person
        GET    /awards/{id:guid}/repayments                           applicant caseworker decider finance treasury auditor
        POST   /awards/{id:guid}/repayments                           treasury + person - office
        GET    /awards/{id:guid}/terminations                         caseworker decider finance auditor
        POST   /awards/{id:guid}/terminations                         caseworker + person - office
        POST   /awards/{id:guid}/waive-remedies                       applicant + person
        GET    /bank-accounts/{id:guid}                               applicant caseworker decider finance treasury auditor
        POST   /bank-accounts/{id:guid}/block                         finance + person - office
        POST   /bank-accounts/{id:guid}/refuse                        finance + person - office
        POST   /bank-accounts/{id:guid}/verify                        finance + person - office
        GET    /base-rates                                            caseworker decider finance treasury accounting auditor admin
        POST   /base-rates                                            admin + person
        GET    /base-rates/{id:guid}                                  caseworker decider finance treasury accounting auditor admin
        POST   /base-rates/{id:guid}/confirm                          finance + person
        POST   /base-rates/{id:guid}/refuse                           finance admin + person
        GET    /clock                                                 all
        PUT    /clock                                                 all
        GET    /contacts/{id:guid}                                    applicant caseworker decider finance auditor
        PUT    /contacts/{id:guid}                                    applicant caseworker
        POST   /contacts/{id:guid}/replace                            applicant caseworker
        GET    /contributions/{id:guid}                               caseworker decider finance accounting funder auditor
        POST   /contributions/{id:guid}/confirm                       finance + person
        POST   /contributions/{id:guid}/refuse                        finance + person
        GET    /deferrals/{id:guid}                                   applicant caseworker decider finance treasury auditor
        POST   /deferrals/{id:guid}/confirm                           finance + person - office
        POST   /deferrals/{id:guid}/end                               finance + person - office
        POST   /deferrals/{id:guid}/refuse                            finance + person - office
        GET    /disbursements                                         applicant caseworker decider finance treasury auditor
        GET    /disbursements/{id:guid}                               applicant caseworker decider finance treasury auditor
        POST   /disbursements/{id:guid}/approve                       finance + person - office
        POST   /disbursements/{id:guid}/bank-rejection                treasury + person - office
        POST   /disbursements/{id:guid}/cancel                        applicant + person
        POST   /disbursements/{id:guid}/confirm-bank-rejection        treasury + person - office
        POST   /disbursements/{id:guid}/confirm-return                treasury + person - office
        POST   /disbursements/{id:guid}/confirm-settlement            treasury + person - office
        POST   /disbursements/{id:guid}/confirm-stop                  treasury + person - office
        POST   /disbursements/{id:guid}/reject                        finance + person - office
        POST   /disbursements/{id:guid}/release                       finance + person - office
        POST   /disbursements/{id:guid}/return                        treasury + person - office
        POST   /disbursements/{id:guid}/retry                         applicant + person
        POST   /disbursements/{id:guid}/settle                        treasury + person - office
        POST   /disbursements/{id:guid}/stop                          treasury + person - office
        GET    /disbursements/{id:guid}/timeline                      applicant caseworker decider finance treasury auditor
        POST   /disbursements/{id:guid}/withdraw-record               treasury + person - office
        GET    /export-runs                                           accounting finance auditor
        POST   /export-runs                                           accounting
        GET    /export-runs/{id:guid}                                 accounting finance auditor
        POST   /export-runs/{id:guid}/acknowledge                     accounting
        GET    /export-runs/{id:guid}/file                            accounting finance auditor
        POST   /export-runs/{id:guid}/void                            accounting + person
        GET    /interest-calculations/{id:guid}                       applicant caseworker decider finance treasury auditor
        POST   /interest-calculations/{id:guid}/confirm               finance + person - office
        POST   /interest-calculations/{id:guid}/refuse                finance + person - office
        GET    /ledger/accounts                                       accounting finance auditor
        GET    /ledger/accounts/{number}/sheet                        accounting finance auditor
        GET    /ledger/entries                                        accounting finance auditor
        GET    /ledger/periods                                        accounting finance auditor
        GET    /ledger/periods/{month}                                accounting finance auditor
        POST   /ledger/periods/{month}/close                          accounting finance + person
        POST   /ledger/periods/{month}/confirm                        accounting finance + person
        POST   /ledger/periods/{month}/refuse                         accounting finance + person
        GET    /ledger/posting-matrix                                 accounting finance auditor
        GET    /ledger/trial-balance                                  accounting finance funder auditor
        GET    /ledger/verification                                   accounting finance auditor
        GET    /letters/{id:guid}                                     applicant caseworker decider finance auditor
        POST   /letters/{id:guid}/dispatch                            caseworker + person - office
        GET    /letters/{id:guid}/document                            applicant caseworker decider finance auditor
        POST   /letters/{id:guid}/receipt                             caseworker + person - office
        GET    /notes                                                 applicant caseworker decider finance auditor
        POST   /notes                                                 caseworker decider finance + person - office
        GET    /notes/{id:guid}                                       applicant caseworker decider finance auditor
        POST   /notes/{id:guid}/strike                                caseworker decider finance + person - office
        GET    /notices/{id:guid}                                     applicant caseworker decider finance treasury auditor
        POST   /notices/{id:guid}/close                               caseworker + person - office
        GET    /payment-batches                                       caseworker decider finance treasury auditor
        POST   /payment-batches                                       treasury - office
        GET    /payment-batches/{id:guid}                             caseworker decider finance treasury auditor
        GET    /payment-batches/{id:guid}/disbursements               caseworker decider finance treasury auditor
        POST   /payment-batches/{id:guid}/hand-over                   treasury - office
        POST   /payment-batches/{id:guid}/sign                        treasury + person - office
        POST   /payment-batches/{id:guid}/void                        treasury - office
        GET    /problems                                              anybody
        GET    /problems/{code}                                       anybody
        GET    /programme-extensions/{id:guid}                        all
        POST   /programme-extensions/{id:guid}/confirm                caseworker + person
        POST   /programme-extensions/{id:guid}/refuse                 caseworker + person
        GET    /programmes                                            all
        POST   /programmes                                            caseworker + person
        DELETE /programmes/{id:guid}                                  caseworker + person
        GET    /programmes/{id:guid}                                  all
        PUT    /programmes/{id:guid}                                  caseworker + person
        POST   /programmes/{id:guid}/applications                     applicant
        POST   /programmes/{id:guid}/cancel                           decider + person
        POST   /programmes/{id:guid}/complete                         caseworker + person - office
        GET    /programmes/{id:guid}/conflict-declaration             caseworker reviewer decider + person
        PUT    /programmes/{id:guid}/conflict-declaration             caseworker reviewer decider + person
        GET    /programmes/{id:guid}/contributions                    caseworker decider finance accounting funder auditor
        POST   /programmes/{id:guid}/contributions                    finance + person
        POST   /programmes/{id:guid}/copy                             caseworker + person
        POST   /programmes/{id:guid}/extensions                       caseworker + person
        GET    /programmes/{id:guid}/funds                            caseworker decider finance accounting funder auditor
        GET    /programmes/{id:guid}/funnel                           caseworker decider finance funder auditor
        POST   /programmes/{id:guid}/late-exceptions                  caseworker + person - office
        POST   /programmes/{id:guid}/lot                              decider + person - office
        POST   /programmes/{id:guid}/lot/confirm                      decider + person - office
        POST   /programmes/{id:guid}/open                             caseworker + person
        GET    /programmes/{id:guid}/ranking                          decider caseworker auditor
        POST   /programmes/{id:guid}/review-assignments               caseworker + person
        GET    /programmes/{id:guid}/reviewers                        decider caseworker auditor
        POST   /programmes/{id:guid}/selections                       caseworker decider + person - office
        GET    /receipt-imports/{id:guid}                             applicant caseworker decider finance auditor
        POST   /receipt-imports/{id:guid}/apply                       applicant
        POST   /receipt-imports/{id:guid}/discard                     applicant
        GET    /receipt-imports/{id:guid}/faults                      applicant caseworker decider finance auditor
        GET    /remedies/{id:guid}                                    applicant caseworker decider finance treasury auditor
        POST   /remedies/{id:guid}/close                              caseworker + person - office
        POST   /remedies/{id:guid}/strike                             caseworker + person - office
        GET    /repayment-claims                                      applicant caseworker decider finance treasury auditor
        GET    /repayment-claims/{id:guid}                            applicant caseworker decider finance treasury auditor
        GET    /repayment-claims/{id:guid}/deferrals                  applicant caseworker decider finance treasury auditor
        POST   /repayment-claims/{id:guid}/deferrals                  finance + person - office
        GET    /repayment-claims/{id:guid}/receipts                   applicant caseworker decider finance treasury auditor
        POST   /repayment-claims/{id:guid}/interest                   finance + person - office
        POST   /repayment-claims/{id:guid}/receipts                   treasury + person - office
        POST   /repayment-claims/{id:guid}/refund                     treasury + person - office
        GET    /repayment-claims/{id:guid}/waivers                    applicant caseworker decider finance treasury auditor
        POST   /repayment-claims/{id:guid}/waivers                    finance + person - office
        GET    /repayment-claims/{id:guid}/write-offs                 caseworker decider finance treasury auditor
        POST   /repayment-claims/{id:guid}/write-offs                 finance + person - office
        GET    /repayment-receipts/{id:guid}                          applicant caseworker decider finance treasury auditor
        POST   /repayment-receipts/{id:guid}/confirm                  treasury + person - office
        POST   /repayment-receipts/{id:guid}/refuse                   treasury + person - office
        POST   /repayment-receipts/{id:guid}/reverse                  treasury + person - office
        GET    /report-reopenings/{id:guid}                           applicant caseworker decider finance auditor
        POST   /report-reopenings/{id:guid}/confirm                   finance + person - office
        POST   /report-reopenings/{id:guid}/refuse                    finance + person - office
        GET    /reviews                                               caseworker reviewer decider auditor
        GET    /reviews/{id:guid}                                     caseworker reviewer decider auditor
        POST   /reviews/{id:guid}/declare                             reviewer + person
        POST   /reviews/{id:guid}/reassign                            caseworker + person - office
        PUT    /reviews/{id:guid}/scores                              reviewer + person - office
        POST   /reviews/{id:guid}/submit                              reviewer + person - office
        POST   /reviews/{id:guid}/withdraw                            caseworker + person - office
        GET    /selections                                            decider caseworker auditor
        GET    /selections/{id:guid}                                  decider caseworker auditor
        POST   /selections/{id:guid}/confirm                          decider + person - office
        POST   /selections/{id:guid}/decisions                        caseworker decider + person - office
        POST   /selections/{id:guid}/propose                          caseworker decider + person - office
        POST   /selections/{id:guid}/publish                          decider + person - office
        GET    /selections/{id:guid}/ranking                          decider caseworker auditor
        GET    /selections/{id:guid}/verification                     decider caseworker auditor
        POST   /selections/{id:guid}/send-back                        decider + person - office
        GET    /spending-reports                                      applicant caseworker decider finance auditor
        GET    /spending-reports/{id:guid}                            applicant caseworker decider finance auditor
        PUT    /spending-reports/{id:guid}                            applicant
        POST   /spending-reports/{id:guid}/accept                     finance + person - office
        POST   /spending-reports/{id:guid}/examine                    finance + person - office
        POST   /spending-reports/{id:guid}/findings                   finance + person - office
        GET    /spending-reports/{id:guid}/attachments                applicant caseworker decider finance auditor
        POST   /spending-reports/{id:guid}/attachments                applicant
        DELETE /spending-reports/{id:guid}/attachments/{attachmentId:guid} applicant
        GET    /spending-reports/{id:guid}/attachments/{attachmentId:guid} applicant caseworker decider finance auditor
        GET    /spending-reports/{id:guid}/receipt-imports            applicant caseworker decider finance auditor
        POST   /spending-reports/{id:guid}/receipt-imports            applicant
        GET    /spending-reports/{id:guid}/receipts                   applicant caseworker decider finance auditor
        POST   /spending-reports/{id:guid}/receipts                   applicant
        DELETE /spending-reports/{id:guid}/receipts/{receiptId:guid}  applicant
        PUT    /spending-reports/{id:guid}/receipts/{receiptId:guid}  applicant
        POST   /spending-reports/{id:guid}/hearing                    finance + person - office
        POST   /spending-reports/{id:guid}/hearing/reply              applicant finance + person - office
        GET    /spending-reports/{id:guid}/print                      applicant caseworker decider finance auditor
        GET    /spending-reports/{id:guid}/reopenings                 applicant caseworker decider finance auditor
        POST   /spending-reports/{id:guid}/reopenings                 finance + person - office
        POST   /spending-reports/{id:guid}/return                     finance + person - office
        POST   /spending-reports/{id:guid}/sample                     finance + person - office
        GET    /spending-reports/{id:guid}/statement                  applicant caseworker decider finance auditor
        POST   /spending-reports/{id:guid}/submit                     applicant + person
        GET    /spending-reports/{id:guid}/versions                   applicant caseworker decider finance auditor
        GET    /spending-reports/{id:guid}/versions/{number:int}      applicant caseworker decider finance auditor
        GET    /spending-reports/{id:guid}/versions/{number:int}/receipts applicant caseworker decider finance auditor
        GET    /tasks                                                 all
        GET    /terminations/{id:guid}                                caseworker decider finance auditor
        POST   /terminations/{id:guid}/confirm                        decider + person - office
        POST   /terminations/{id:guid}/refuse                         caseworker decider + person - office
        GET    /waivers/{id:guid}                                     applicant caseworker decider finance treasury auditor
        POST   /waivers/{id:guid}/confirm                             finance + person - office
        POST   /waivers/{id:guid}/refuse                              finance + person - office
        GET    /write-offs/{id:guid}                                  caseworker decider finance treasury auditor
        POST   /write-offs/{id:guid}/confirm                          finance + person - office
        POST   /write-offs/{id:guid}/refuse                           finance + person - office
        GET    /youth-offices                                         all
        POST   /youth-offices                                         admin + person
        POST   /youth-offices/import                                  admin + person
        GET    /youth-offices/{id:guid}                               all
        PUT    /youth-offices/{id:guid}                               admin + person
        GET    /youth-offices/{id:guid}/bank-accounts                 applicant caseworker decider finance treasury auditor
        POST   /youth-offices/{id:guid}/bank-accounts                 applicant caseworker + person
        GET    /youth-offices/{id:guid}/contacts                      applicant caseworker decider finance auditor
        POST   /youth-offices/{id:guid}/contacts                      applicant caseworker
        """;

    [Test]
    public void Every_route_stands_in_the_table() =>
        Assert.That(app.Routes.SelectMany(Names).Where(IsOurs), Is.EquivalentTo(Rows().Select(row => row.Route)));

    /// <summary>That they are refused is for <see cref="Features.YouthOffices.ExcludedPersonsTests"/> to see.</summary>
    [Test]
    public void Every_step_on_an_office_is_closed_to_who_acts_for_it() => Assert.That(
        app.Routes.Where(route => route.Metadata.GetMetadata<Refusals>()?.Problems.Contains(YouthOfficeProblems.DeciderConflicted) == true)
            .SelectMany(Names),
        Is.EquivalentTo(Rows().Where(row => row.NotItsOffice).Select(row => row.Route)));

    [Test]
    public async Task Every_role_may_call_what_the_table_says_and_nothing_else()
    {
        var issuer = app.Services.GetRequiredService<DevelopmentIssuer>();
        List<string> differences = [];
        foreach (var row in Rows())
        {
            var nobody = await Call(row.Route, null);
            if (nobody != (row.Anybody ? "allowed" : "unauthenticated"))
                differences.Add($"{row.Route} by nobody: {nobody}");
            foreach (var role in Role.All)
            {
                var may = row.Anybody || row.Roles.Contains(role);
                var person = await Call(row.Route,
                    issuer.TokenFor(new DemoPerson($"{role}-of-the-table", role, [role], role == Role.Applicant ? "05512000" : null)));
                if (person != (may ? "allowed" : "forbidden"))
                    differences.Add($"{row.Route} by {role}: {person}");
                var machine = await Call(row.Route, issuer.TokenFor(new DemoMachine($"{role}-machine", "", [role])));
                if (machine != (!may ? "forbidden" : row.PersonOnly ? "person-required" : "allowed"))
                    differences.Add($"{row.Route} by a machine with {role}: {machine}");
            }
        }
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public async Task A_route_without_a_policy_is_closed()
    {
        await using var careless = await GrantsApp.Start(
            DatabaseKind.Sqlite, extend: api => api.MapGet("/forgotten", () => "secret"));
        (await careless.With(null).Get("/forgotten")).Refused(401, "unauthenticated");
        foreach (var person in DemoPersons.Staff)
            (await careless.As(person.Subject).Get("/forgotten")).Refused(403, "forbidden");
    }

    /// <summary>
    /// What the caller is told before its request is looked at. Ids that do not exist and empty bodies keep it from changing anything.
    /// </summary>
    async Task<string> Call(string route, string? token)
    {
        var (method, path) = (route[..route.IndexOf(' ', StringComparison.Ordinal)],
            route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path));
        using var response = await app.With(token).Http.SendAsync(request);
        if ((int)response.StatusCode is not (401 or 403))
            return "allowed";
        var text = await response.Content.ReadAsStringAsync();
        return System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()!;
    }

    /// <summary>The path with something in place of its parameters.</summary>
    static string Filled(string path) => string.Join('/', path.Split('/').Select(part => part switch
    {
        ['{', ..] when part.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        ['{', ..] => "0",
        _ => part,
    }));

    static IEnumerable<string> Names(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
            .Select(method => $"{method} {route.RoutePattern.RawText}");

    /// <summary>The development issuer's pages exist in Development only, and are open to everyone who tries the product.</summary>
    static bool IsOurs(string route) => !route.Contains(" /development/", StringComparison.Ordinal);

    static IEnumerable<Row> Rows() => Table.Split('\n', StringSplitOptions.TrimEntries).Select(line =>
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (personOnly, notItsOffice) = (words.Contains("+"), words.Contains("-"));
        var roles = words[2..].TakeWhile(word => word is not ("+" or "-")).ToArray();
        return new Row(
            $"{words[0]} {words[1]}", roles is ["anybody"], personOnly, notItsOffice, roles is ["all"] ? [.. Role.All] : [.. roles]);
    });

    sealed record Row(string Route, bool Anybody, bool PersonOnly, bool NotItsOffice, HashSet<string> Roles);
}
