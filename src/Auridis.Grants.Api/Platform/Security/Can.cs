using Microsoft.AspNetCore.Authorization;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>Who may do what. Named by what they allow; the only place where roles are given rights.</summary>
static class Can
{
    public const string Read = nameof(Read);
    public const string ManageProgrammes = nameof(ManageProgrammes);
    public const string ReadFunnel = nameof(ReadFunnel);
    public const string CancelProgrammes = nameof(CancelProgrammes);
    public const string MendApplications = nameof(MendApplications);
    public const string ConfirmReopenings = nameof(ConfirmReopenings);
    public const string DrawLot = nameof(DrawLot);
    public const string PrepareSelections = nameof(PrepareSelections);
    public const string DecideSelections = nameof(DecideSelections);
    public const string ReadSelections = nameof(ReadSelections);
    public const string ReadAwards = nameof(ReadAwards);
    public const string AnswerOffers = nameof(AnswerOffers);
    public const string ActivateAwards = nameof(ActivateAwards);
    public const string ManageReferenceData = nameof(ManageReferenceData);
    public const string ReadApplications = nameof(ReadApplications);
    public const string WriteApplications = nameof(WriteApplications);
    public const string SubmitApplications = nameof(SubmitApplications);
    public const string CheckApplications = nameof(CheckApplications);
    public const string ReadReviews = nameof(ReadReviews);
    public const string AssignReviews = nameof(AssignReviews);
    public const string Review = nameof(Review);
    public const string ReadAuditTrail = nameof(ReadAuditTrail);
    public const string SetClock = nameof(SetClock);
    public const string ReadSpendingReports = nameof(ReadSpendingReports);
    public const string WriteSpendingReports = nameof(WriteSpendingReports);
    public const string SubmitSpendingReports = nameof(SubmitSpendingReports);
    public const string ExamineSpendingReports = nameof(ExamineSpendingReports);
    public const string AcceptSpendingReports = nameof(AcceptSpendingReports);
    public const string ReadRepaymentClaims = nameof(ReadRepaymentClaims);
    public const string RecordRepayments = nameof(RecordRepayments);
    public const string EnterBankAccounts = nameof(EnterBankAccounts);
    public const string VerifyBankAccounts = nameof(VerifyBankAccounts);
    public const string ReadPayments = nameof(ReadPayments);
    public const string RequestPayments = nameof(RequestPayments);
    public const string ApprovePayments = nameof(ApprovePayments);
    public const string ReleasePayments = nameof(ReleasePayments);
    public const string SettlePayments = nameof(SettlePayments);
    public const string ReadLedger = nameof(ReadLedger);
    public const string ReadTrialBalance = nameof(ReadTrialBalance);
    public const string ReadExports = nameof(ReadExports);
    public const string RunExports = nameof(RunExports);
    public const string VoidExports = nameof(VoidExports);

    /// <summary>Policy → the roles that have it, and whether it is a decision that only a person can make.</summary>
    public static readonly IReadOnlyDictionary<string, (bool PersonOnly, string[] Roles)> Table =
        new Dictionary<string, (bool, string[])>(StringComparer.Ordinal)
        {
            [Read] = (false, [.. Role.All]),
            [ManageProgrammes] = (true, [Role.Caseworker]),
            [ReadFunnel] = (false, [Role.Caseworker, Role.Decider, Role.Finance, Role.Funder, Role.Auditor]),
            [CancelProgrammes] = (true, [Role.Decider]),
            [MendApplications] = (true, [Role.Caseworker]),
            [ConfirmReopenings] = (true, [Role.Decider]),
            [DrawLot] = (true, [Role.Decider]),
            [PrepareSelections] = (true, [Role.Caseworker, Role.Decider]),
            [DecideSelections] = (true, [Role.Decider]),
            [ReadSelections] = (false, [Role.Decider, Role.Caseworker, Role.Auditor]),
            [ReadAwards] = (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            [AnswerOffers] = (true, [Role.Applicant]),
            [ActivateAwards] = (true, [Role.Caseworker]),
            [ManageReferenceData] = (true, [Role.Admin]),
            [ReadApplications] =
                (false, [Role.Applicant, Role.Caseworker, Role.Reviewer, Role.Decider, Role.Finance, Role.Auditor]),
            // A Jugendamt's own case software may prepare a draft; submitting it is a person's decision.
            [WriteApplications] = (false, [Role.Applicant]),
            [SubmitApplications] = (true, [Role.Applicant]),
            [CheckApplications] = (true, [Role.Caseworker]),
            [ReadReviews] = (false, [Role.Caseworker, Role.Reviewer, Role.Decider, Role.Auditor]),
            [AssignReviews] = (true, [Role.Caseworker]),
            [Review] = (true, [Role.Reviewer]),
            [ReadAuditTrail] = (false, [Role.Auditor]),
            [SetClock] = (false, [.. Role.All]),
            [ReadSpendingReports] = (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            [WriteSpendingReports] = (false, [Role.Applicant]),
            [SubmitSpendingReports] = (true, [Role.Applicant]),
            [ExamineSpendingReports] = (true, [Role.Finance]),
            [AcceptSpendingReports] = (true, [Role.Finance]),
            [ReadRepaymentClaims] = (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            [RecordRepayments] = (true, [Role.Finance]),
            [EnterBankAccounts] = (true, [Role.Applicant, Role.Caseworker]),
            [VerifyBankAccounts] = (true, [Role.Finance]),
            [ReadPayments] = (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            [RequestPayments] = (true, [Role.Applicant]),
            [ApprovePayments] = (true, [Role.Finance]),
            [ReleasePayments] = (true, [Role.Finance]),
            [SettlePayments] = (true, [Role.Finance]),
            [ReadLedger] = (false, [Role.Accounting, Role.Finance, Role.Auditor]),
            [ReadTrialBalance] = (false, [Role.Accounting, Role.Finance, Role.Funder, Role.Auditor]),
            [ReadExports] = (false, [Role.Accounting, Role.Finance, Role.Auditor]),
            [RunExports] = (false, [Role.Accounting]),
            [VoidExports] = (true, [Role.Accounting]),
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
