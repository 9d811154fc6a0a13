using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Disbursements;

sealed class DisbursementExamples : IExamples
{
    public static readonly Guid Id = Example.Id(11);

    static readonly RequestDisbursement.Request New = new(
        Amount: new Money(20_000_00),
        Purpose: "Half a post for the coordination of the network, February and March",
        Need: new Money(20_000_00),
        Unspent: new Money(0),
        OwnUsed: new Money(0),
        ThirdPartyUsed: new Money(0),
        BankAccountId: YouthOfficeExamples.Account.Id);

    static readonly Money Credit = new(500_00);

    static readonly Reasoned Rejection = new("The purpose is not one of the award's.");

    static readonly Reasoned Stop = new("The site has asked for it on the telephone: the account was closed today.");

    static readonly Reasoned Withdrawal = new("The booking is that of another payment.");

    static readonly RecordSettlement.Request Settlement = new(new DateOnly(2019, 2, 8), "Statement 2019-28, line 4");

    static readonly RecordReturn.Request Return = new(new DateOnly(2019, 2, 12), "Statement 2019-30, line 1", "The account is closed.");

    static readonly RecordBankRejection.Request BankRejection =
        new(new DateOnly(2019, 2, 11), "Message 2019-28", "The account is unknown to the recipient's bank.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListDisbursements>(Example.Page(Settled)),
        Example.Of<RequestDisbursement>(Requested, New),
        Example.Of<GetDisbursement>(Settled),
        Example.Of<ApproveDisbursement>(Approved, new ApproveDisbursement.Request(FactuallyRight: true, ArithmeticallyRight: true)),
        Example.Of<ReleaseDisbursement>(Released),
        Example.Of<RejectDisbursement>(
            Requested with { Version = 2, Status = DisbursementStatus.Rejected, Reason = Rejection.Reason }, Rejection),
        Example.Of<CancelDisbursement>(Requested with { Version = 2, Status = DisbursementStatus.Cancelled }),
        Example.Of<StopDisbursement>(Stopping, Stop),
        Example.Of<ConfirmStop>(Stopping with { Version = 5, Status = DisbursementStatus.Stopped }),
        Example.Of<WithdrawRecord>(Booked with { Version = 5, BookedOn = null, BankReference = null }, Withdrawal),
        Example.Of<RetryDisbursement>(
            Requested with { Id = Example.Id(12), Reference = "GA-2018-A-Z-01-P02", RetryOf = Id },
            new RetryDisbursement.Request(New.Need, New.Unspent, New.OwnUsed, New.ThirdPartyUsed, New.BankAccountId)),
        Example.Of<RefundCredit>(
            Requested with
            {
                Id = Example.Id(45),
                Kind = DisbursementKind.Refund,
                RepaymentClaimId = Example.Id(15),
                Reference = "GA-2018-A-Z-01-P02",
                Amount = Credit,
                Purpose = "Refund of the credit on GA-2018-A-Z-01-R1",
                Need = Credit,
            },
            new RefundCredit.Request(New.BankAccountId, Credit)),
        Example.Of<ListPaymentSteps>(Example.Page(new PaymentStep
        {
            Action = AuditAction.DisbursementRequested,
            ResourceVersion = 1,
            TakenBy = "https://login.example.org#applicant-05512000",
            CreatedAt = Example.At(2019, 2, 4),
        })),
        Example.Of<RecordSettlement>(Booked, Settlement),
        Example.Of<ConfirmSettlement>(Settled),
        Example.Of<RecordReturn>(SentBack, Return),
        Example.Of<ConfirmReturn>(SentBack with { Version = 7, Status = DisbursementStatus.Returned }),
        Example.Of<RecordBankRejection>(Refused, BankRejection),
        Example.Of<ConfirmBankRejection>(Refused with { Version = 7, Status = DisbursementStatus.BankRejected }),
    ];

    static Disbursement Requested => new()
    {
        Id = Id,
        Version = 1,
        ProgrammeId = ProgrammeExamples.Id,
        AwardId = AwardExamples.Id,
        Kind = DisbursementKind.Grant,
        OfficeAgs = YouthOfficeExamples.Ags,
        Reference = "GA-2018-A-Z-01-P01",
        Status = DisbursementStatus.Requested,
        Amount = New.Amount,
        Purpose = New.Purpose,
        Need = New.Need,
        Unspent = New.Unspent,
        OwnUsed = New.OwnUsed,
        ThirdPartyUsed = New.ThirdPartyUsed,
        BankAccountId = YouthOfficeExamples.Account.Id,
        Iban = YouthOfficeExamples.Account.Iban,
        Bic = YouthOfficeExamples.Account.Bic,
        Holder = YouthOfficeExamples.Account.Holder,
        RequestedOn = new DateOnly(2019, 2, 4),
        CreatedAt = Example.At(2019, 2, 4),
        UpdatedAt = Example.At(2019, 2, 4),
    };

    static Disbursement Approved => Requested with
    {
        Version = 2,
        Status = DisbursementStatus.Approved,
        ApprovedOn = new DateOnly(2019, 2, 5),
        UpdatedAt = Example.At(2019, 2, 5),
    };

    public static Disbursement Released => Approved with
    {
        Version = 3,
        Status = DisbursementStatus.Released,
        ReleasedOn = new DateOnly(2019, 2, 6),
        UpdatedAt = Example.At(2019, 2, 6),
    };

    public static Disbursement Instructed => Released with
    {
        Version = 5,
        Status = DisbursementStatus.Instructed,
        BatchId = PaymentBatchExamples.Id,
        InstructedOn = new DateOnly(2019, 2, 6),
    };

    static Disbursement Refused => Instructed with
    {
        Version = 6,
        BankRejectedOn = BankRejection.RejectedOn,
        BankRejectionReference = BankRejection.BankReference,
        Reason = BankRejection.Reason,
        UpdatedAt = Example.At(2019, 2, 11),
    };

    static Disbursement Stopping => Released with
    {
        Version = 4,
        StopProposedOn = new DateOnly(2019, 2, 7),
        Reason = Stop.Reason,
        UpdatedAt = Example.At(2019, 2, 7),
    };

    static Disbursement Booked => Released with
    {
        Version = 4,
        BookedOn = Settlement.BookedOn,
        BankReference = Settlement.BankReference,
        UpdatedAt = Example.At(2019, 2, 8),
    };

    static Disbursement Settled => Booked with
    {
        Version = 5,
        Status = DisbursementStatus.Settled,
        UseByOn = UseByDate.Of(Settlement.BookedOn, ReferenceData.PressRelease),
    };

    static Disbursement SentBack => Settled with
    {
        Version = 6,
        ReturnedOn = Return.BookedOn,
        ReturnBankReference = Return.BankReference,
        Reason = Return.Reason,
        UpdatedAt = Example.At(2019, 2, 12),
    };
}
