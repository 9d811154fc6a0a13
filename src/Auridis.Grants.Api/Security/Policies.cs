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
        [CanRead] = (false, [.. Security.Roles.All]),
        [CanManageProgrammes] = (true, [Security.Roles.Caseworker]),
        [CanDrawLot] = (true, [Security.Roles.Decider]),
        [CanPrepareSelections] = (true, [Security.Roles.Caseworker, Security.Roles.Decider]),
        [CanDecideSelections] = (true, [Security.Roles.Decider]),
        [CanReadSelections] = (false, [Security.Roles.Decider, Security.Roles.Caseworker, Security.Roles.Auditor]),
        [CanReadAwards] = (false, [Security.Roles.Applicant, Security.Roles.Caseworker, Security.Roles.Decider, Security.Roles.Finance, Security.Roles.Auditor]),
        [CanAnswerOffers] = (true, [Security.Roles.Applicant]),
        [CanActivateAwards] = (true, [Security.Roles.Caseworker]),
        [CanManageReferenceData] = (true, [Security.Roles.Admin]),
        [CanReadApplications] =
            (false, [Security.Roles.Applicant, Security.Roles.Caseworker, Security.Roles.Reviewer, Security.Roles.Decider, Security.Roles.Finance, Security.Roles.Auditor]),
        // A Jugendamt's own case software may prepare a draft; handing it in is a person's decision.
        [CanWriteApplications] = (false, [Security.Roles.Applicant]),
        [CanSubmitApplications] = (true, [Security.Roles.Applicant]),
        [CanCheckApplications] = (true, [Security.Roles.Caseworker]),
        [CanReadReviews] = (false, [Security.Roles.Caseworker, Security.Roles.Reviewer, Security.Roles.Decider, Security.Roles.Auditor]),
        [CanAssignReviews] = (true, [Security.Roles.Caseworker]),
        [CanReview] = (true, [Security.Roles.Reviewer]),
        [CanReadAuditTrail] = (false, [Security.Roles.Auditor]),
        [CanSetClock] = (false, [.. Security.Roles.All]),
        [CanReadSpendingReports] = (false, [Security.Roles.Applicant, Security.Roles.Caseworker, Security.Roles.Decider, Security.Roles.Finance, Security.Roles.Auditor]),
        [CanWriteSpendingReports] = (false, [Security.Roles.Applicant]),
        [CanSubmitSpendingReports] = (true, [Security.Roles.Applicant]),
        [CanExamineSpendingReports] = (true, [Security.Roles.Finance]),
        [CanAcceptSpendingReports] = (true, [Security.Roles.Finance]),
        [CanReadRepaymentClaims] = (false, [Security.Roles.Applicant, Security.Roles.Caseworker, Security.Roles.Decider, Security.Roles.Finance, Security.Roles.Auditor]),
        [CanRecordRepayments] = (false, [Security.Roles.Finance]),
        [CanEnterBankAccounts] = (true, [Security.Roles.Applicant, Security.Roles.Caseworker]),
        [CanVerifyBankAccounts] = (true, [Security.Roles.Finance]),
        [CanReadPayments] = (false, [Security.Roles.Applicant, Security.Roles.Caseworker, Security.Roles.Decider, Security.Roles.Finance, Security.Roles.Auditor]),
        [CanRequestPayments] = (true, [Security.Roles.Applicant]),
        [CanApprovePayments] = (true, [Security.Roles.Finance]),
        [CanReleasePayments] = (true, [Security.Roles.Finance]),
        [CanSettlePayments] = (true, [Security.Roles.Finance]),
        [CanReadLedger] = (false, [Security.Roles.Accounting, Security.Roles.Finance, Security.Roles.Auditor]),
        [CanReadTrialBalance] = (false, [Security.Roles.Accounting, Security.Roles.Finance, Security.Roles.Funder, Security.Roles.Auditor]),
        [CanReadExports] = (false, [Security.Roles.Accounting, Security.Roles.Finance, Security.Roles.Auditor]),
        [CanRunExports] = (false, [Security.Roles.Accounting]),
        [CanVoidExports] = (true, [Security.Roles.Accounting]),
    };

    public static void Add(AuthorizationOptions options)
    {
        foreach (var (name, (personOnly, roles)) in Table)
        {
            options.AddPolicy(name, policy =>
            {
                policy.RequireAuthenticatedUser().RequireRole(roles);
                if (personOnly)
                    policy.AddRequirements(PersonRequirement.Instance);
            });
        }
        // A route that names no policy is closed, not open. What routing itself answers (404, 405, 415) needs no policy.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint).Build();
    }
}

/// <summary>The caller is a person: a decision is somebody's.</summary>
sealed class PersonRequirement : AuthorizationHandler<PersonRequirement>, IAuthorizationRequirement
{
    public static readonly PersonRequirement Instance = new();

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PersonRequirement requirement)
    {
        if (context.User.IsPerson())
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
