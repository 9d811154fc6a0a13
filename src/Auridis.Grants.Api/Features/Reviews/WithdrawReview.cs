using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Withdraws a review.</summary>
/// <remarks>
/// By a caseworker, with a reason, while the application is under review. The scores stay on record and no longer count. A caseworker
/// who reviews the same application sees, and can withdraw, the submitted reviews of others after submitting their own, and no other.
/// </remarks>
sealed class WithdrawReview(CurrentUser user) : Change<Reasoned, Review>
{
    public override void Configure()
    {
        Post("/reviews/{id:guid}/withdraw");
        Policies(Can.AssignReviews);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled, ReviewProblems.ApplicationNotEligible);
    }

    protected override async Task<Outcome<Review>> Handle(Tx tx, Reasoned request)
    {
        if (await Review.FindFor(tx, Id, user) is not { ApplicationId: var applicationId })
            return Problems.NotFound;
        var application = (await Application.Lock(tx, applicationId))!;
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        if (await Review.Withdraw(tx, Id, SeenVersion, request.Reason) is { } unchanged)
            return unchanged;
        if (await ReviewedWhileEligible.WhyRefused(tx, application) is { } refused)
            return refused;
        return (await Review.FindFor(tx, Id, user))!;
    }
}
