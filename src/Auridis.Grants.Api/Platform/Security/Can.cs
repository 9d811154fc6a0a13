using Microsoft.AspNetCore.Authorization;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>Who may do what. Named by what they allow; the only place where roles are given rights.</summary>
static class Can
{
    public const string Read = nameof(Read);
    public const string ManageProgrammes = nameof(ManageProgrammes);
    public const string ReadFunnel = nameof(ReadFunnel);
    public const string CancelProgrammes = nameof(CancelProgrammes);
    public const string CompleteProgrammes = nameof(CompleteProgrammes);
    public const string MendApplications = nameof(MendApplications);
    public const string ConfirmReopenings = nameof(ConfirmReopenings);
    public const string DrawLot = nameof(DrawLot);
    public const string DeclareConflicts = nameof(DeclareConflicts);
    public const string PrepareSelections = nameof(PrepareSelections);
    public const string DecideSelections = nameof(DecideSelections);
    public const string ReadSelections = nameof(ReadSelections);
    public const string ReadLetters = nameof(ReadLetters);
    public const string DispatchLetters = nameof(DispatchLetters);
    public const string ReadNotes = nameof(ReadNotes);
    public const string WriteNotes = nameof(WriteNotes);
    public const string ReadAwards = nameof(ReadAwards);
    public const string AllowLateUse = nameof(AllowLateUse);
    public const string AnswerOffers = nameof(AnswerOffers);
    public const string ActivateAwards = nameof(ActivateAwards);
    public const string CountersignAwards = nameof(CountersignAwards);
    public const string RecordRemedies = nameof(RecordRemedies);
    public const string GiveNotices = nameof(GiveNotices);
    public const string CloseNotices = nameof(CloseNotices);
    public const string ProposeAmendments = nameof(ProposeAmendments);
    public const string EndorseAmendments = nameof(EndorseAmendments);
    public const string ApproveAmendments = nameof(ApproveAmendments);
    public const string RefuseAmendments = nameof(RefuseAmendments);
    public const string RenounceRests = nameof(RenounceRests);
    public const string CompleteAwards = nameof(CompleteAwards);
    public const string ReadTerminations = nameof(ReadTerminations);
    public const string ProposeTerminations = nameof(ProposeTerminations);
    public const string ConfirmTerminations = nameof(ConfirmTerminations);
    public const string RefuseTerminations = nameof(RefuseTerminations);
    public const string ManageReferenceData = nameof(ManageReferenceData);
    public const string ReadApplications = nameof(ReadApplications);
    public const string WriteApplications = nameof(WriteApplications);
    public const string SubmitApplications = nameof(SubmitApplications);
    public const string CheckApplications = nameof(CheckApplications);
    public const string ReadReviews = nameof(ReadReviews);
    public const string AssignReviews = nameof(AssignReviews);
    public const string ReadReviewers = nameof(ReadReviewers);
    public const string Review = nameof(Review);
    public const string ReadAuditTrail = nameof(ReadAuditTrail);
    public const string SetClock = nameof(SetClock);
    public const string ReadSpendingReports = nameof(ReadSpendingReports);
    public const string WriteSpendingReports = nameof(WriteSpendingReports);
    public const string SubmitSpendingReports = nameof(SubmitSpendingReports);
    public const string ExamineSpendingReports = nameof(ExamineSpendingReports);
    public const string AcceptSpendingReports = nameof(AcceptSpendingReports);
    public const string ReplyToHearings = nameof(ReplyToHearings);
    public const string ReadRepaymentClaims = nameof(ReadRepaymentClaims);
    public const string RecordRepayments = nameof(RecordRepayments);
    public const string RefundCredits = nameof(RefundCredits);
    public const string RelieveClaims = nameof(RelieveClaims);
    public const string ReadWriteOffs = nameof(ReadWriteOffs);
    public const string AskInterest = nameof(AskInterest);
    public const string ReadBaseRates = nameof(ReadBaseRates);
    public const string ProposeBaseRates = nameof(ProposeBaseRates);
    public const string ConfirmBaseRates = nameof(ConfirmBaseRates);
    public const string RefuseBaseRates = nameof(RefuseBaseRates);
    public const string EnterBankAccounts = nameof(EnterBankAccounts);
    public const string VerifyBankAccounts = nameof(VerifyBankAccounts);
    public const string BlockAccounts = nameof(BlockAccounts);
    public const string ReadContacts = nameof(ReadContacts);
    public const string WriteContacts = nameof(WriteContacts);
    public const string ReadPayments = nameof(ReadPayments);
    public const string RequestPayments = nameof(RequestPayments);
    public const string ApprovePayments = nameof(ApprovePayments);
    public const string ReleasePayments = nameof(ReleasePayments);
    public const string SettlePayments = nameof(SettlePayments);
    public const string ReadBatches = nameof(ReadBatches);
    public const string MakeBatches = nameof(MakeBatches);
    public const string SignBatches = nameof(SignBatches);
    public const string ReadFunds = nameof(ReadFunds);
    public const string RecordContributions = nameof(RecordContributions);
    public const string ReadLedger = nameof(ReadLedger);
    public const string ClosePeriods = nameof(ClosePeriods);
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
            [CompleteProgrammes] = (true, [Role.Caseworker]),
            [MendApplications] = (true, [Role.Caseworker]),
            [ConfirmReopenings] = (true, [Role.Decider]),
            [DrawLot] = (true, [Role.Decider]),
            [DeclareConflicts] = (true, [Role.Caseworker, Role.Reviewer, Role.Decider]),
            [PrepareSelections] = (true, [Role.Caseworker, Role.Decider]),
            [DecideSelections] = (true, [Role.Decider]),
            [ReadSelections] = (false, [Role.Decider, Role.Caseworker, Role.Auditor]),
            [ReadLetters] = (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            [DispatchLetters] = (true, [Role.Caseworker]),
            // An applicant is let in, and finds none.
            [ReadNotes] = (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            [WriteNotes] = (true, [Role.Caseworker, Role.Decider, Role.Finance]),
            [ReadAwards] =
                (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Treasury, Role.Auditor]),
            [AllowLateUse] = (true, [Role.Caseworker]),
            [AnswerOffers] = (true, [Role.Applicant]),
            [ActivateAwards] = (true, [Role.Caseworker]),
            [CountersignAwards] = (true, [Role.Decider]),
            [RecordRemedies] = (true, [Role.Caseworker]),
            [GiveNotices] = (true, [Role.Applicant]),
            [CloseNotices] = (true, [Role.Caseworker]),
            [ProposeAmendments] = (true, [Role.Applicant, Role.Caseworker]),
            [EndorseAmendments] = (true, [Role.Caseworker]),
            [ApproveAmendments] = (true, [Role.Decider]),
            [RefuseAmendments] = (true, [Role.Caseworker, Role.Decider]),
            [RenounceRests] = (true, [Role.Applicant]),
            [CompleteAwards] = (true, [Role.Caseworker]),
            // The office gets a letter.
            [ReadTerminations] = (false, [Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            [ProposeTerminations] = (true, [Role.Caseworker]),
            [ConfirmTerminations] = (true, [Role.Decider]),
            [RefuseTerminations] = (true, [Role.Caseworker, Role.Decider]),
            [ManageReferenceData] = (true, [Role.Admin]),
            [ReadApplications] =
                (false, [Role.Applicant, Role.Caseworker, Role.Reviewer, Role.Decider, Role.Finance, Role.Auditor]),
            // A Jugendamt's own case software may prepare a draft; submitting it is a person's decision.
            [WriteApplications] = (false, [Role.Applicant]),
            [SubmitApplications] = (true, [Role.Applicant]),
            [CheckApplications] = (true, [Role.Caseworker]),
            [ReadReviews] = (false, [Role.Caseworker, Role.Reviewer, Role.Decider, Role.Auditor]),
            [AssignReviews] = (true, [Role.Caseworker]),
            [ReadReviewers] = (false, [Role.Caseworker, Role.Decider, Role.Auditor]),
            [Review] = (true, [Role.Reviewer]),
            [ReadAuditTrail] = (false, [Role.Auditor]),
            [SetClock] = (false, [.. Role.All]),
            [ReadSpendingReports] = (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            [WriteSpendingReports] = (false, [Role.Applicant]),
            [SubmitSpendingReports] = (true, [Role.Applicant]),
            [ExamineSpendingReports] = (true, [Role.Finance]),
            [AcceptSpendingReports] = (true, [Role.Finance]),
            // By its examiner, where the reply came in another way.
            [ReplyToHearings] = (true, [Role.Applicant, Role.Finance]),
            [ReadRepaymentClaims] =
                (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Treasury, Role.Auditor]),
            [RecordRepayments] = (true, [Role.Treasury]),
            [RefundCredits] = (true, [Role.Treasury]),
            [RelieveClaims] = (true, [Role.Finance]),
            // Internal: the office is not told.
            [ReadWriteOffs] = (false, [Role.Caseworker, Role.Decider, Role.Finance, Role.Treasury, Role.Auditor]),
            [AskInterest] = (true, [Role.Finance]),
            [ReadBaseRates] =
                (false, [Role.Caseworker, Role.Decider, Role.Finance, Role.Treasury, Role.Accounting, Role.Auditor, Role.Admin]),
            [ProposeBaseRates] = (true, [Role.Admin]),
            [ConfirmBaseRates] = (true, [Role.Finance]),
            [RefuseBaseRates] = (true, [Role.Finance, Role.Admin]),
            [EnterBankAccounts] = (true, [Role.Applicant, Role.Caseworker]),
            [VerifyBankAccounts] = (true, [Role.Finance]),
            [BlockAccounts] = (true, [Role.Finance]),
            // Personal data: never for reviewers and the funder.
            [ReadContacts] = (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Auditor]),
            // An office's own software may keep its contacts up to date: it is no decision.
            [WriteContacts] = (false, [Role.Applicant, Role.Caseworker]),
            [ReadPayments] =
                (false, [Role.Applicant, Role.Caseworker, Role.Decider, Role.Finance, Role.Treasury, Role.Auditor]),
            [RequestPayments] = (true, [Role.Applicant]),
            [ApprovePayments] = (true, [Role.Finance]),
            [ReleasePayments] = (true, [Role.Finance]),
            [SettlePayments] = (true, [Role.Treasury]),
            // Offices see their payments, and no batch.
            [ReadBatches] = (false, [Role.Caseworker, Role.Decider, Role.Finance, Role.Treasury, Role.Auditor]),
            // A machine of the treasury may collect, and hand over what two people have signed.
            [MakeBatches] = (false, [Role.Treasury]),
            [SignBatches] = (true, [Role.Treasury]),
            // A funder is let in, and finds its own programmes.
            [ReadFunds] =
                (false, [Role.Caseworker, Role.Decider, Role.Finance, Role.Accounting, Role.Funder, Role.Auditor]),
            [RecordContributions] = (true, [Role.Finance]),
            [ReadLedger] = (false, [Role.Accounting, Role.Finance, Role.Auditor]),
            [ClosePeriods] = (true, [Role.Accounting, Role.Finance]),
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
