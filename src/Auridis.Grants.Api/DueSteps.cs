using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Platform.Deadlines;

namespace Auridis.Grants.Api;

/// <summary>Everything that falls due by the clock, in the order in which a sweep does it.</summary>
static class DueSteps
{
    public static readonly IReadOnlyList<DueStep> All =
    [
        new("close a programme after its last day", ApplicationWindow.Over, ApplicationWindow.Close),
        new("end the mending of an application", MendingPeriod.Expired, MendingPeriod.Expire),
        new("end an offer that was not answered", AcceptancePeriod.Over, AcceptancePeriod.Expire),
        new("end a deferral after its last day", DeferralPeriod.Over, DeferralPeriod.Expire),
        new("say that a claim is overdue", OverdueClaim.NotNoted, OverdueClaim.Note),
        new("say that a payment is not booked", UnbookedPayment.NotNoted, UnbookedPayment.Note),
        new("say that a report is overdue", ReportOverdue.NotNoted, ReportOverdue.Note),
    ];
}
