using System.Security.Cryptography;
using System.Text.Json;
using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Disbursements;
using Auridis.Grants.Api.Exports;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Repayments;
using Auridis.Grants.Api.Reviews;
using Auridis.Grants.Api.Selections;
using Auridis.Grants.Api.SpendingReports;
using Auridis.Grants.Api.YouthOffices;

namespace Auridis.Grants.Api.OpenApi;

/// <summary>
/// The answers in the examples, by the name of the operation: one grant, step by step. Bottrop applies in November 2018, is selected in December,
/// draws money in February 2019, reports in March 2021 and has 5,000.00 euro to pay back. What a step has not brought yet is null.
/// </summary>
static class SampleAnswers
{
    public static IReadOnlyDictionary<string, object> ByOperation { get; } = new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["listProgrammes"] = Page(Programmes.Open),
        ["createProgramme"] = Programmes.Draft with { Id = SampleIds.NewProgramme, Code = Samples.NewProgramme.Code },
        ["getProgramme"] = Programmes.Open,
        ["editProgramme"] = Programmes.Draft with { Version = 2 },
        ["openProgramme"] = Programmes.Open,
        ["closeProgramme"] = Programmes.Closed,
        ["enterLot"] = Programmes.Closed with { Version = 5, Lot = new ProgrammeLot(Samples.Lot.Secret, Samples.Lot.PublicValue, Confirmed: false) },
        ["confirmLot"] = Programmes.Drawn,

        ["listYouthOffices"] = Page(Bottrop),
        ["createYouthOffice"] = new YouthOffice(
            SampleIds.NewYouthOffice, 1, Samples.YouthOffice.Ags, Samples.YouthOffice.Name, Samples.YouthOffice.Kind, Samples.YouthOffice.GovernmentDistrict, null),
        ["getYouthOffice"] = Bottrop,
        ["listBankAccounts"] = Page(BankAccounts.Verified),
        ["addBankAccount"] = BankAccounts.Unverified,
        ["getBankAccount"] = BankAccounts.Verified,
        ["verifyBankAccount"] = BankAccounts.Verified,

        ["listApplications"] = Page(new ListApplications.Response(
            SampleIds.Application, 4, SampleIds.Programme, SampleIds.YouthOffice, Ags, ApplicationStatus.Eligible, Reference,
            Samples.Application.Title, Requested, Applications.Eligible.SubmittedAt)),
        ["createApplication"] = Applications.Draft,
        ["getApplication"] = Applications.Eligible,
        ["editApplication"] = Applications.Draft with { Version = 2 },
        ["submitApplication"] = Applications.Submitted,
        ["withdrawApplication"] = Applications.Submitted with { Version = 4, Status = ApplicationStatus.Withdrawn, WithdrawReason = Samples.Withdrawal.Reason },
        ["checkApplication"] = Applications.Eligible,
        ["listApplicationVersions"] = Page(new ListApplicationVersions.Response(1, ContentHash, Applications.Submitted.SubmittedAt!.Value)),
        ["getApplicationVersion"] = new GetApplicationVersion.Response(1, Samples.Application, ContentHash, Person("applicant-05512000"), Applications.Submitted.SubmittedAt!.Value),

        ["listReviews"] = Page(Reviews.Submitted),
        ["assignReview"] = Reviews.Assigned,
        ["getReview"] = Reviews.Submitted,
        ["declareConflict"] = Reviews.InProgress,
        ["saveScores"] = Reviews.Scored,
        ["submitReview"] = Reviews.Submitted,
        ["withdrawReview"] = Reviews.Submitted with { Version = 5, Status = ReviewStatus.Withdrawn, WithdrawReason = Samples.ReviewWithdrawal.Reason },

        ["getRanking"] = Ranked,
        ["listSelections"] = Page(new ListSelections.Response(SampleIds.Selection, 1, SampleIds.Programme, SelectionStatus.Draft, 1, 1, 0, Requested)),
        ["createSelection"] = Selections.Draft,
        ["getSelection"] = Selections.Published,
        ["getSelectionRanking"] = Ranked,
        ["editSelection"] = Selections.Draft with { Version = 2 },
        ["proposeSelection"] = Selections.Proposed,
        ["sendBackSelection"] = Selections.Draft with { Version = 4, Status = SelectionStatus.SentBack, SentBackReason = Samples.SendBack.Reason },
        ["confirmSelection"] = Selections.Confirmed,
        ["publishSelection"] = Selections.Published,

        ["listAwards"] = Page(Awards.Paid),
        ["getAward"] = Awards.Paid,
        ["acceptAward"] = Awards.Accepted,
        ["waiveRemedies"] = Awards.Active with { FinalFrom = new DateOnly(2019, 1, 14) },
        ["activateAward"] = Awards.Active,
        ["declineAward"] = Awards.Offered with { Version = 2, Status = AwardStatus.Declined, DeclineReason = Samples.Decline.Reason },

        ["listDisbursements"] = Page(Disbursements.Settled),
        ["requestDisbursement"] = Disbursements.Requested,
        ["getDisbursement"] = Disbursements.Settled,
        ["approveDisbursement"] = Disbursements.Approved,
        ["releaseDisbursement"] = Disbursements.Released,
        ["rejectDisbursement"] = Disbursements.Requested with { Version = 2, Status = DisbursementStatus.Rejected, Reason = Samples.Rejection.Reason },
        ["cancelDisbursement"] = Disbursements.Requested with { Version = 2, Status = DisbursementStatus.Cancelled },
        ["recordSettlement"] = Disbursements.Booked,
        ["confirmSettlement"] = Disbursements.Settled,
        ["recordReturn"] = Disbursements.SentBack,
        ["confirmReturn"] = Disbursements.SentBack with { Version = 7, Status = DisbursementStatus.Returned },

        ["listSpendingReports"] = Page(SpendingReports.Accepted),
        ["getSpendingReport"] = SpendingReports.Accepted,
        ["editSpendingReport"] = SpendingReports.Draft,
        ["listReceipts"] = new ListOf<Receipt>(Receipts, null),
        ["addReceipts"] = new AddReceipts.Response(SampleIds.SpendingReport, 3, Receipts.Count, Samples.Expenditure.Expenditure, Receipts),
        ["getSpendingStatement"] = Examined,
        ["submitSpendingReport"] = SpendingReports.Submitted,
        ["examineSpendingReport"] = SpendingReports.InExamination,
        ["recordFindings"] = new RecordFindings.Response(SampleIds.SpendingReport, 6, Examined),
        ["acceptSpendingReport"] = SpendingReports.Accepted,

        ["listRepaymentClaims"] = Page(Claims.Claimed),
        ["getRepaymentClaim"] = Claims.Claimed,
        ["listRepaymentReceipts"] = Page(new ListRepaymentReceipts.Response(
            SampleIds.RepaymentReceipt, Samples.Repayment.Amount, Samples.Repayment.ReceivedOn, Samples.Repayment.BankReference)),
        ["recordRepayment"] = Claims.Claimed with
        {
            Version = 2,
            Status = RepaymentClaimStatus.PartlyPaid,
            Paid = Samples.Repayment.Amount,
            Open = new Money(Claims.Claimed.Principal.Cents - Samples.Repayment.Amount.Cents),
        },

        ["listAccounts"] = new ListOf<Account>(Accounts.All, null),
        ["getPostingMatrix"] = GetPostingMatrix.Matrix,
        ["listJournalEntries"] = Page(new JournalEntry(
            18, 2019, 3, PostingMatrix.Payable.Event, SampleIds.Award, SampleIds.Disbursement, Disbursements.Released.Reference, "Payment GA-2018-A-Z-01-P01 released",
            new DateOnly(2019, 2, 6), new DateOnly(2019, 2, 6), At(2019, 2, 6), [new PostingLine(1, Accounts.Grants, Accounts.PayableToSites, Samples.Disbursement.Amount)])),
        ["getTrialBalance"] = Balance,
        ["getAccountSheet"] = Sheet,

        ["listExportRuns"] = Page(Exports.Completed),
        ["createExportRun"] = Exports.Completed,
        ["getExportRun"] = Exports.Completed,
        ["acknowledgeExportRun"] = Exports.Completed with { Version = 2, Status = ExportStatus.Acknowledged },
        ["voidExportRun"] = Exports.Completed with { Version = 2, Status = ExportStatus.Voided, VoidReason = Samples.Void.Reason },

        ["listAuditEvents"] = Page(new ListAuditEvents.Response(
            97, At(2018, 9, 26), Person("caseworker-1"), "programme.opened", SampleIds.Programme, 3, JsonSerializer.SerializeToElement(new { }), "4bf92f3577b34da6a3ce929d0e0e4736", Hash)),
        ["verifyAuditTrail"] = new VerifyAuditTrail.Response(true, 1, 97, 97, null, null, Hash),

        ["listProblems"] = Page(StaleVersion),
        ["getProblem"] = StaleVersion,

        ["getClock"] = new GetClock.Response(At(2018, 10, 1), new DateOnly(2018, 10, 1), IsReal: true),
        ["setClock"] = new GetClock.Response(At(2018, 10, 1), new DateOnly(2018, 10, 1), IsReal: false),
    };

    const string Ags = "05512000";

    const string Reference = "GA-2018-A-0007";

    const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    static Money Requested => Samples.Application.FinancePlan.Requested;

    static string ContentHash => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Samples.Application, Json.Options)));

    static YouthOffice Bottrop => new(SampleIds.YouthOffice, 1, Ags, "Bottrop", YouthOfficeKind.IndependentCity, "Münster", null);

    static GetProblem.Response StaleVersion => new(
        "https://grants.example.org/problems/stale-version", Problems.StaleVersion.Code, Problems.StaleVersion.Status,
        Problems.StaleVersion.Title.En, Problems.StaleVersion.Detail.En, ["actual", "expected"], ["POST /programmes/{id:guid}/open"]);

    static class Programmes
    {
        public static Programme Draft => new(SampleIds.Programme, 1, "2018-A", ProgrammeStatus.Draft, ReferenceData.PressRelease, 0, new Money(0), null);

        public static Programme Open => Draft with { Version = 3, Status = ProgrammeStatus.Open };

        public static Programme Closed => Open with { Version = 4, Status = ProgrammeStatus.Closed };

        public static Programme Drawn => Closed with { Version = 6, Lot = new ProgrammeLot(Samples.Lot.Secret, Samples.Lot.PublicValue, Confirmed: true) };
    }

    static class BankAccounts
    {
        public static BankAccount Unverified => new(
            SampleIds.BankAccount, 1, SampleIds.YouthOffice, Samples.BankAccount.Iban, Samples.BankAccount.Bic, Samples.BankAccount.Holder, BankAccountStatus.Unverified);

        public static BankAccount Verified => Unverified with { Version = 2, Status = BankAccountStatus.Verified };
    }

    static class Applications
    {
        public static Application Draft => new(
            SampleIds.Application, 1, SampleIds.Programme, SampleIds.YouthOffice, Ags, ApplicationStatus.Draft, null, Samples.Application, 0, null, null, null, null);

        public static Application Submitted => Draft with
        {
            Version = 3,
            Status = ApplicationStatus.Submitted,
            Reference = Reference,
            Versions = 1,
            SubmittedAt = At(2018, 11, 26),
        };

        public static Application Eligible => Submitted with
        {
            Version = 4,
            Status = ApplicationStatus.Eligible,
            FormalCheck = new FormalCheck(Samples.FormalCheck.Items, null, Person("caseworker-1"), At(2018, 12, 3)),
        };
    }

    static class Reviews
    {
        public static Review Assigned => new(
            SampleIds.Review, 1, SampleIds.Application, Reference, Ags, ReviewStatus.Assigned, Person("reviewer-1"), null, [], null, null, At(2018, 12, 4), null);

        public static Review InProgress => Assigned with { Version = 2, Status = ReviewStatus.InProgress };

        public static Review Scored => InProgress with { Version = 3, Scores = Samples.Scores.Scores };

        public static Review Submitted => Scored with
        {
            Version = 4,
            Status = ReviewStatus.Submitted,
            Total = Scoring.TotalTenths(Samples.Scores.Scores, ReferenceData.PressRelease.Criteria) / 10m,
            SubmittedAt = At(2018, 12, 7),
        };
    }

    static Ranking Ranked => Ranking.Of(
        [
            new Candidate(SampleIds.Application, Reference, Ags, Requested, [Scores(7), Scores(8)]),
            new Candidate(SampleIds.NextApplication, "GA-2018-A-0004", "05513000", Requested, [Scores(6), Scores(7)]),
        ], ReferenceData.PressRelease, Programmes.Drawn.Lot);

    static ReviewScore Scores(int points) => new(points * 10, [.. ReferenceData.PressRelease.Criteria.Select(criterion => new CriterionScore(criterion.Code, points))]);

    static class Selections
    {
        static IReadOnlyList<SelectionDecision> Decisions => Auridis.Grants.Api.Selections.Decisions.Of(Samples.Choices, Ranked, Programmes.Drawn).Value;

        public static Selection Draft => new(
            SampleIds.Selection, 1, SampleIds.Programme, SelectionStatus.Draft, Decisions, SelectionLimits.Of(Programmes.Drawn, Decisions, published: false),
            null, null, null, null, null);

        public static Selection Proposed => Draft with { Version = 3, Status = SelectionStatus.Proposed, ProposedBy = Person("decider-1") };

        public static Selection Confirmed => Proposed with { Version = 4, Status = SelectionStatus.Confirmed, ConfirmedBy = Person("decider-2") };

        public static Selection Published => Confirmed with
        {
            Version = 5,
            Status = SelectionStatus.Published,
            PublishedBy = Person("decider-1"),
            PublishedAt = At(2018, 12, 14),
        };
    }

    static class Awards
    {
        public static Award Offered => new(
            SampleIds.Award, 1, "GA-2018-A-Z-01", SampleIds.Programme, SampleIds.Application, SampleIds.Selection, SampleIds.YouthOffice, Ags, AwardStatus.Offered,
            Requested, Samples.Application.FinancePlan.Lines, ReferenceData.PressRelease, ReferenceData.PressRelease.FundingStartsOn, ReferenceData.PressRelease.FundingEndsOn,
            new DateOnly(2021, 6, 30), new Money(0), new Money(0), At(2018, 12, 14), null, null, null);

        public static Award Accepted => Offered with
        {
            Version = 2,
            Status = AwardStatus.Accepted,
            AcceptedOn = new DateOnly(2019, 1, 7),
            FinalFrom = RemedyPeriod.FinalFrom(new DateOnly(2019, 1, 7), ReferenceData.PressRelease.RemedyDays),
        };

        public static Award Active => Accepted with { Version = 3, Status = AwardStatus.Active };

        public static Award Paid => Active with { Drawn = Samples.Disbursement.Amount, Paid = Samples.Disbursement.Amount };
    }

    static class Disbursements
    {
        public static Disbursement Requested => new(
            SampleIds.Disbursement, 1, SampleIds.Award, Ags, "GA-2018-A-Z-01-P01", DisbursementStatus.Requested, Samples.Disbursement.Amount, Samples.Disbursement.Purpose,
            Samples.Disbursement.Unspent, new PaidAccount(SampleIds.BankAccount, Samples.BankAccount.Iban, Samples.BankAccount.Bic, Samples.BankAccount.Holder),
            new DateOnly(2019, 2, 4), null, null, null, null, null, null, null, null);

        public static Disbursement Approved => Requested with { Version = 2, Status = DisbursementStatus.Approved, ApprovedOn = new DateOnly(2019, 2, 5) };

        public static Disbursement Released => Approved with { Version = 3, Status = DisbursementStatus.Released, ReleasedOn = new DateOnly(2019, 2, 6) };

        public static Disbursement Booked => Released with { Version = 4, BookedOn = Samples.Settlement.BookedOn, BankReference = Samples.Settlement.BankReference };

        public static Disbursement Settled => Booked with
        {
            Version = 5,
            Status = DisbursementStatus.Settled,
            UseByOn = Samples.Settlement.BookedOn.AddMonths(ReferenceData.PressRelease.UseByMonths),
        };

        public static Disbursement SentBack => Settled with
        {
            Version = 6,
            ReturnedOn = Samples.Return.BookedOn,
            ReturnBankReference = Samples.Return.BankReference,
            Reason = Samples.Return.Reason,
        };
    }

    static IReadOnlyList<Receipt> Receipts =>
    [
        .. Samples.Receipts.Receipts.Zip([SampleIds.Receipt, SampleIds.NextReceipt], (receipt, id) =>
            new Receipt(id, receipt.Number, receipt.PaidOn, receipt.Payee, receipt.Purpose, receipt.Category, receipt.Amount, null, null, [])),
    ];

    /// <summary>When the whole award has been paid.</summary>
    static Statement Examined => Statement.Of(
        Awards.Paid with { Drawn = Requested, Paid = Requested },
        [.. Receipts.Select(receipt => new Statement.Spent { Category = receipt.Category, SpentCents = receipt.Amount.Cents, ExaminedCents = receipt.Amount.Cents })],
        Samples.SpendingReport.OwnFunds.Cents, Samples.SpendingReport.ThirdPartyIncome.Cents);

    static class SpendingReports
    {
        public static SpendingReport Draft => new(
            SampleIds.SpendingReport, 2, SampleIds.Award, Ags, SpendingReportStatus.Draft, Awards.Offered.ReportDueOn, Samples.SpendingReport.Narrative, Samples.SpendingReport.OwnFunds,
            Samples.SpendingReport.ThirdPartyIncome, 0, new Money(0), null, null);

        public static SpendingReport Submitted => Draft with
        {
            Version = 4,
            Status = SpendingReportStatus.Submitted,
            ReceiptCount = Receipts.Count,
            Expenditure = Samples.Expenditure.Expenditure,
            SubmittedOn = new DateOnly(2021, 3, 1),
        };

        public static SpendingReport InExamination => Submitted with { Version = 5, Status = SpendingReportStatus.InExamination };

        public static SpendingReport Accepted => InExamination with { Version = 7, Status = SpendingReportStatus.Accepted, AcceptedOn = new DateOnly(2021, 4, 12) };
    }

    static class Claims
    {
        public static RepaymentClaim Claimed => new(
            SampleIds.RepaymentClaim, 1, SampleIds.Award, SampleIds.SpendingReport, Ags, "GA-2018-A-Z-01-R1", RepaymentClaimStatus.Claimed,
            Examined.Claim, new Money(0), new Money(0), Examined.Claim, new DateOnly(2021, 4, 12));
    }

    /// <summary>After the first payment.</summary>
    static GetTrialBalance.Response Balance
    {
        get
        {
            var paid = Samples.Disbursement.Amount;
            return new GetTrialBalance.Response(
                new DateOnly(2019, 2, 28),
                Section((Accounts.Bank, 0, paid.Cents), (Accounts.BankTransit, paid.Cents, paid.Cents), (Accounts.RepaymentClaims, 0, 0),
                    (Accounts.PayableToSites, paid.Cents, paid.Cents), (Accounts.Grants, paid.Cents, 0), (Accounts.GrantsReclaimed, 0, 0)),
                Section((Accounts.Commitments, Requested.Cents, paid.Cents), (Accounts.CommitmentsContra, paid.Cents, Requested.Cents)));
        }
    }

    static GetTrialBalance.Section Section(params (string Number, long Debit, long Credit)[] sums) => new(
        [
            .. sums.Select(sum => (sum.Debit, sum.Credit, Account: Account(sum.Number))).Select(sum => new GetTrialBalance.Line(
                sum.Account.Number, sum.Account.Name, sum.Account.Kind, new Money(sum.Debit), new Money(sum.Credit), new Money(sum.Debit - sum.Credit))),
        ],
        new Money(sums.Sum(sum => sum.Debit)), new Money(sums.Sum(sum => sum.Credit)));

    /// <summary>What is owed to sites, over the first payment.</summary>
    static GetAccountSheet.Response Sheet
    {
        get
        {
            var (paid, reference) = (Samples.Disbursement.Amount, Disbursements.Released.Reference);
            var (nothing, owed) = (new Money(0), new Money(-paid.Cents));
            return new GetAccountSheet.Response(
                Account(Accounts.PayableToSites), new DateOnly(2019, 2, 1), new DateOnly(2019, 2, 28), nothing,
                [
                    new(18, 2019, 3, new DateOnly(2019, 2, 6), reference, $"Payment {reference} released", Accounts.Grants, nothing, paid, owed),
                    new(19, 2019, 4, new DateOnly(2019, 2, 8), reference, $"Payment {reference} settled", Accounts.BankTransit, paid, nothing, nothing),
                ],
                paid, paid, nothing);
        }
    }

    static class Exports
    {
        public static ExportRun Completed => new(
            SampleIds.ExportRun, 1, 1, ExportFormat.Csv, ExportStatus.Completed, null, null, 2, 3, new Money(3 * Samples.Disbursement.Amount.Cents), "auridis-grants-export-000001.csv",
            Hash, 311, Hash, At(2019, 3, 1), null);
    }

    static Account Account(string number) => Accounts.All.Single(account => account.Number == number);

    static ListOf<T> Page<T>(T item) => new([item], null);

    static string Person(string subject) => $"urn:auridis-grants:development#{subject}";

    /// <summary>Nine in the morning in winter.</summary>
    static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 8, 0, 0, TimeSpan.Zero);
}
