using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.Interest;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Reviews;
using Auridis.Grants.Api.Features.Selections;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.Tasks;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api;

/// <summary>Everything that can wait for somebody, in the order in which a list of tasks has it.</summary>
static class WaitingTasks
{
    public static readonly Waiting All = new(
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
        (TaskKind.NoticeToAnswer, NoticeWork.ToAnswer),
        (TaskKind.AmendmentToEndorse, AmendmentWork.ToEndorse),
        (TaskKind.AmendmentToApprove, AmendmentWork.ToApprove),
        (TaskKind.RestToRequest, AwardWork.RestToRequest),
        (TaskKind.AwardToComplete, AwardWork.ToComplete),
        (TaskKind.TerminationToConfirm, AwardWork.TerminationToConfirm),
        (TaskKind.LetterToDispatch, LetterWork.ToDispatch),
        (TaskKind.ReportDue, SpendingReportWork.ToSubmit),
        (TaskKind.ReportToMend, SpendingReportWork.ToMend),
        (TaskKind.ReportToExamine, SpendingReportWork.ToExamine),
        (TaskKind.HearingOver, SpendingReportWork.HearingOver),
        (TaskKind.ReportToAccept, SpendingReportWork.ToAccept),
        (TaskKind.PaymentToApprove, PaymentWork.ToApprove),
        (TaskKind.PaymentToRelease, PaymentWork.ToRelease),
        (TaskKind.PaymentToSettle, PaymentWork.ToSettle),
        (TaskKind.PaymentToConfirm, PaymentWork.ToConfirm),
        (TaskKind.PaymentNotBooked, PaymentWork.NotBooked),
        (TaskKind.InterestToConfirm, InterestWork.ToConfirm),
        (TaskKind.RateToConfirm, BaseRateWork.ToConfirm),
        (TaskKind.AccountToVerify, BankAccountWork.ToVerify),
    ]);
}
