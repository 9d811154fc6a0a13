using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Reviews;

sealed class ReviewExamples : IExamples
{
    static readonly SaveScores.Request Scores = new(
    [
        .. ReferenceData.PressRelease.Criteria.Select(criterion =>
            new Score(criterion.Code, 7, "Die Partner treffen sich regelmäßig; jeder nennt einen Ansprechpartner.")),
    ]);

    static readonly Reasoned Withdrawal = new("The reviewer is ill; another one takes over.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListReviews>(Example.Page(Submitted)),
        Example.Of<AssignReview>(Assigned, new AssignReview.Request("reviewer-1")),
        Example.Of<GetReview>(Submitted),
        Example.Of<DeclareConflict>(InProgress, new DeclareConflict.Request(Conflict: false)),
        Example.Of<SaveScores>(Scored, Scores),
        Example.Of<SubmitReview>(Submitted),
        Example.Of<WithdrawReview>(
            Submitted with { Version = 5, Status = ReviewStatus.Withdrawn, WithdrawReason = Withdrawal.Reason }, Withdrawal),
        Example.Of<ReassignReview>(
            Assigned with { Id = Example.Id(19), Reviewer = Example.Person("reviewer-6") },
            new ReassignReview.Request("reviewer-6", Withdrawal.Reason)),
        Example.Of<DistributeReviews>(
            new ReviewDistribution(
                DryRun: false,
                [
                    new DistributedReview(
                        ApplicationExamples.Id, ApplicationExamples.Reference, Example.Person("reviewer-4"), Example.Id(20)),
                ],
                [new DistributedLoad(Example.Person("reviewer-4"), 0, 1), new DistributedLoad(Example.Person("reviewer-5"), 0, 0)],
                [
                    new UnservedApplication(
                        ApplicationExamples.Id, ApplicationExamples.Reference, YouthOfficeExamples.Ags, 1, UnservedReason.TooFewReviewers,
                        [new ExcludedReviewer(Example.Person("reviewer-5"), ExclusionReason.SameOffice)]),
                ]),
            new DistributeReviews.Request(
                2, [new NewReviewer("reviewer-4"), new NewReviewer("reviewer-5", null, YouthOfficeExamples.Ags)], "round-2018",
                DryRun: false)),
        Example.Of<ListReviewers>(Example.Page(new ReviewerWork
        {
            Reviewer = Example.Person("reviewer-1"),
            Assigned = 3,
            InProgress = 1,
            Submitted = 4,
            Conflicted = 0,
            OldestAssignedOn = new DateOnly(2018, 12, 4),
        })),
    ];

    static Review Assigned => new()
    {
        Id = Example.Id(8),
        Version = 1,
        ProgrammeId = ProgrammeExamples.Id,
        ApplicationId = ApplicationExamples.Id,
        ApplicationReference = ApplicationExamples.Reference,
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = ReviewStatus.Assigned,
        Reviewer = Example.Person("reviewer-1"),
        Scores = [],
        AssignedOn = new DateOnly(2018, 12, 4),
        CreatedAt = Example.At(2018, 12, 4),
        UpdatedAt = Example.At(2018, 12, 4),
    };

    static Review InProgress => Assigned with { Version = 2, Status = ReviewStatus.InProgress };

    static Review Scored => InProgress with { Version = 3, Scores = Scores.Scores };

    static Review Submitted => Scored with
    {
        Version = 4,
        Status = ReviewStatus.Submitted,
        TotalTenths = ReviewTotal.Tenths(Scores.Scores, ReferenceData.PressRelease.Criteria),
        SubmittedOn = new DateOnly(2018, 12, 7),
        UpdatedAt = Example.At(2018, 12, 7),
    };
}
