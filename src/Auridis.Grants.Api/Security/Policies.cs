using Microsoft.AspNetCore.Authorization;

namespace Auridis.Grants.Api.Security;

/// <summary>Who may do what. Named by what they allow; the only place where roles are given rights.</summary>
static class Policies
{
    public const string CanRead = nameof(CanRead);
    public const string CanManageProgrammes = nameof(CanManageProgrammes);
    public const string CanDrawLot = nameof(CanDrawLot);
    public const string CanPrepareSelections = nameof(CanPrepareSelections);
    public const string CanDecideSelections = nameof(CanDecideSelections);
    public const string CanReadSelections = nameof(CanReadSelections);
    public const string CanReadAwards = nameof(CanReadAwards);
    public const string CanAnswerOffers = nameof(CanAnswerOffers);
    public const string CanActivateAwards = nameof(CanActivateAwards);
    public const string CanManageReferenceData = nameof(CanManageReferenceData);
    public const string CanReadApplications = nameof(CanReadApplications);
    public const string CanWriteApplications = nameof(CanWriteApplications);
    public const string CanSubmitApplications = nameof(CanSubmitApplications);
    public const string CanCheckApplications = nameof(CanCheckApplications);
    public const string CanReadReviews = nameof(CanReadReviews);
    public const string CanAssignReviews = nameof(CanAssignReviews);
    public const string CanReview = nameof(CanReview);
    public const string CanReadAuditTrail = nameof(CanReadAuditTrail);
    public const string CanSetClock = nameof(CanSetClock);
    public const string CanReadSpendingReports = nameof(CanReadSpendingReports);
    public const string CanWriteSpendingReports = nameof(CanWriteSpendingReports);
    public const string CanSubmitSpendingReports = nameof(CanSubmitSpendingReports);
    public const string CanExamineSpendingReports = nameof(CanExamineSpendingReports);
    public const string CanAcceptSpendingReports = nameof(CanAcceptSpendingReports);
    public const string CanReadRepaymentClaims = nameof(CanReadRepaymentClaims);
    public const string CanRecordRepayments = nameof(CanRecordRepayments);
    public const string CanEnterBankAccounts = nameof(CanEnterBankAccounts);
    public const string CanVerifyBankAccounts = nameof(CanVerifyBankAccounts);
    public const string CanReadPayments = nameof(CanReadPayments);
    public const string CanRequestPayments = nameof(CanRequestPayments);
    public const string CanApprovePayments = nameof(CanApprovePayments);
    public const string CanReleasePayments = nameof(CanReleasePayments);
    public const string CanSettlePayments = nameof(CanSettlePayments);
    public const string CanReadLedger = nameof(CanReadLedger);
    public const string CanReadTrialBalance = nameof(CanReadTrialBalance);
    public const string CanReadExports = nameof(CanReadExports);
    public const string CanRunExports = nameof(CanRunExports);
    public const string CanVoidExports = nameof(CanVoidExports);

    /// <summary>Policy → the roles that have it, and whether it is a decision that only a person can make.</summary>
    public static readonly IReadOnlyDictionary<string, (bool PersonOnly, string[] Roles)> Table = new Dictionary<string, (bool, string[])>(StringComparer.Ordinal)
    {
        [CanRead] = (false, [.. Roles.All]),
        [CanManageProgrammes] = (true, [Roles.Caseworker]),
        [CanDrawLot] = (true, [Roles.Decider]),
        [CanPrepareSelections] = (true, [Roles.Caseworker, Roles.Decider]),
        [CanDecideSelections] = (true, [Roles.Decider]),
        [CanReadSelections] = (false, [Roles.Decider, Roles.Caseworker, Roles.Auditor]),
        [CanReadAwards] = (false, [Roles.Applicant, Roles.Caseworker, Roles.Decider, Roles.Finance, Roles.Auditor]),
        [CanAnswerOffers] = (true, [Roles.Applicant]),
        [CanActivateAwards] = (true, [Roles.Caseworker]),
        [CanManageReferenceData] = (true, [Roles.Admin]),
        [CanReadApplications] =
            (false, [Roles.Applicant, Roles.Caseworker, Roles.Reviewer, Roles.Decider, Roles.Finance, Roles.Auditor]),
        // A Jugendamt's own case software may prepare a draft; handing it in is a person's decision.
        [CanWriteApplications] = (false, [Roles.Applicant]),
        [CanSubmitApplications] = (true, [Roles.Applicant]),
        [CanCheckApplications] = (true, [Roles.Caseworker]),
        [CanReadReviews] = (false, [Roles.Caseworker, Roles.Reviewer, Roles.Decider, Roles.Auditor]),
        [CanAssignReviews] = (true, [Roles.Caseworker]),
        [CanReview] = (true, [Roles.Reviewer]),
        [CanReadAuditTrail] = (false, [Roles.Auditor]),
        [CanSetClock] = (false, [.. Roles.All]),
        [CanReadSpendingReports] = (false, [Roles.Applicant, Roles.Caseworker, Roles.Decider, Roles.Finance, Roles.Auditor]),
        [CanWriteSpendingReports] = (false, [Roles.Applicant]),
        [CanSubmitSpendingReports] = (true, [Roles.Applicant]),
        [CanExamineSpendingReports] = (true, [Roles.Finance]),
        [CanAcceptSpendingReports] = (true, [Roles.Finance]),
        [CanReadRepaymentClaims] = (false, [Roles.Applicant, Roles.Caseworker, Roles.Decider, Roles.Finance, Roles.Auditor]),
        [CanRecordRepayments] = (true, [Roles.Finance]),
        [CanEnterBankAccounts] = (true, [Roles.Applicant, Roles.Caseworker]),
        [CanVerifyBankAccounts] = (true, [Roles.Finance]),
        [CanReadPayments] = (false, [Roles.Applicant, Roles.Caseworker, Roles.Decider, Roles.Finance, Roles.Auditor]),
        [CanRequestPayments] = (true, [Roles.Applicant]),
        [CanApprovePayments] = (true, [Roles.Finance]),
        [CanReleasePayments] = (true, [Roles.Finance]),
        [CanSettlePayments] = (true, [Roles.Finance]),
        [CanReadLedger] = (false, [Roles.Accounting, Roles.Finance, Roles.Auditor]),
        [CanReadTrialBalance] = (false, [Roles.Accounting, Roles.Finance, Roles.Funder, Roles.Auditor]),
        [CanReadExports] = (false, [Roles.Accounting, Roles.Finance, Roles.Auditor]),
        [CanRunExports] = (false, [Roles.Accounting]),
        [CanVoidExports] = (true, [Roles.Accounting]),
    };

    /// <param name="personClaim">The claim that only persons' tokens carry.</param>
    public static void Add(AuthorizationOptions options, string personClaim)
    {
        var person = new PersonRequirement(personClaim);
        foreach (var (name, (personOnly, roles)) in Table)
        {
            options.AddPolicy(name, policy =>
            {
                policy.RequireAuthenticatedUser().RequireRole(roles);
                if (personOnly)
                    policy.AddRequirements(person);
            });
        }
        // A route that names no policy is closed, not open. What routing itself answers (404, 405, 415) needs no policy.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();
    }
}

/// <summary>The caller is a person: a decision is somebody's.</summary>
sealed class PersonRequirement(string personClaim) : AuthorizationHandler<PersonRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PersonRequirement requirement)
    {
        if (context.User.IsPerson(personClaim))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
