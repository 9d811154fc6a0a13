using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.FunderContributions;
using Auridis.Grants.Api.Features.Interest;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.Reviews;
using Auridis.Grants.Api.Features.Selections;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.Tasks;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api;

/// <summary>Everything that can wait for somebody, in the order in which a list of tasks has it.</summary>
static class WaitingTasks
{
    public static Waiting All(PaymentSettings payments) => new(
    [
        (TaskKind.ApplicationToMend, ApplicationWork.ToMend),
        (TaskKind.ApplicationToCheck, ApplicationWork.ToCheck),
        (TaskKind.ExtensionToConfirm, ProgrammeWork.ExtensionToConfirm),
        (TaskKind.QuorumMissing, ApplicationWork.ToReview),
        (TaskKind.ReviewToDeclare, ReviewWork.ToDeclare),
        (TaskKind.ReviewToScore, ReviewWork.ToScore),
        (TaskKind.ReopeningToConfirm, ApplicationWork.ReopeningToConfirm),
        (TaskKind.LotToConfirm, ProgrammeWork.LotToConfirm),
        (TaskKind.SelectionToConfirm, SelectionWork.ToConfirm),
        (TaskKind.SelectionToPublish, SelectionWork.ToPublish),
        (TaskKind.OfferToAnswer, AwardWork.ToAnswer),
        (TaskKind.RemedyPeriodOver, AwardWork.RemedyPeriodOver),
        (TaskKind.NoticeToAnswer, NoticeWork.ToAnswer),
        (TaskKind.AmendmentToEndorse, AmendmentWork.ToEndorse),
        (TaskKind.AmendmentToApprove, AmendmentWork.ToApprove),
        (TaskKind.RestToRequest, AwardWork.RestToRequest),
        (TaskKind.RestToRequest, AwardWork.ReturnedOfCompleted),
        (TaskKind.RestToRequest, AwardWork.ReturnedOfTerminated),
        (TaskKind.AwardToComplete, AwardWork.ToComplete),
        (TaskKind.TerminationToConfirm, AwardWork.TerminationToConfirm),
        (TaskKind.LetterToDispatch, LetterWork.ToDispatch),
        (TaskKind.ReportDue, SpendingReportWork.ToSubmit),
        (TaskKind.ReportOverdue, SpendingReportWork.Overdue),
        (TaskKind.ReportToMend, SpendingReportWork.ToMend),
        (TaskKind.ReceiptsToAdd, SpendingReportWork.ToEvidence),
        (TaskKind.ReportToExamine, SpendingReportWork.ToExamine),
        (TaskKind.ReportToExamine, SpendingReportWork.ToTakeUp),
        (TaskKind.HearingOver, SpendingReportWork.HearingOver),
        (TaskKind.ReportToAccept, SpendingReportWork.ToAccept),
        (TaskKind.ReopeningToConfirm, SpendingReportWork.ReopeningToConfirm),
        (TaskKind.PaymentToApprove, PaymentWork.ToApprove),
        (TaskKind.PaymentToRelease, PaymentWork.ToRelease),
        (TaskKind.PaymentToSettle, PaymentWork.ToSettle(payments)),
        (TaskKind.PaymentToSettle, PaymentWork.ToAnswer(payments)),
        (TaskKind.PaymentToConfirm, PaymentWork.ToConfirm(payments)),
        (TaskKind.PaymentToConfirm, PaymentWork.AnswerToConfirm(payments)),
        (TaskKind.PaymentToConfirm, PaymentWork.ReturnToConfirm(payments)),
        (TaskKind.PaymentNotBooked, PaymentWork.NotBooked(payments)),
        (TaskKind.PaymentNotBooked, PaymentWork.NotAnswered(payments)),
        (TaskKind.BatchToSign, BatchWork.ToSign(payments)),
        (TaskKind.BatchToHandOver, BatchWork.ToHandOver(payments)),
        (TaskKind.CreditToRefund, RepaymentWork.CreditToRefund),
        (TaskKind.ReversalToConfirm, RepaymentWork.ReversalToConfirm),
        (TaskKind.ClaimOverdue, RepaymentWork.Overdue),
        (TaskKind.DeferralToConfirm, RepaymentWork.DeferralToConfirm),
        (TaskKind.WaiverToConfirm, RepaymentWork.WaiverToConfirm),
        (TaskKind.WriteOffToConfirm, RepaymentWork.WriteOffToConfirm),
        (TaskKind.ContributionToConfirm, ContributionWork.ToConfirm),
        (TaskKind.PeriodToConfirm, PeriodWork.ToConfirm),
        (TaskKind.InterestToConfirm, InterestWork.ToConfirm),
        (TaskKind.RateToConfirm, BaseRateWork.ToConfirm),
        (TaskKind.AccountToVerify, BankAccountWork.ToVerify),
    ]);
}
