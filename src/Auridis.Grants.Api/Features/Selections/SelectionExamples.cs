using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Selections;

sealed class SelectionExamples : IExamples
{
    public static readonly Guid Id = Example.Id(9);

    static readonly Guid NextApplication = Example.Id(7);

    static readonly Reasoned SendBack = new("The waiting list is to be discussed once more.");

    static Money Requested => ApplicationExamples.Content.FinancePlan!.Requested!.Value;

    /// <summary>Bottrop gets all that it requests; the next one waits.</summary>
    static readonly IReadOnlyList<Choice> Choices =
    [
        new(ApplicationExamples.Id, DecisionKind.Select, Requested),
        new(NextApplication, DecisionKind.Waitlist),
    ];

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<GetRanking>(Ranked),
        Example.Of<ListSelections>(Example.Page(
            new SelectionSummary
            {
                Id = Id,
                Version = 1,
                ProgrammeId = ProgrammeExamples.Id,
                Reference = Draft.Reference,
                Status = SelectionStatus.Draft,
                Selected = 1,
                Waitlisted = 1,
                Rejected = 0,
                Amount = Requested,
                CreatedAt = Draft.CreatedAt,
                UpdatedAt = Draft.UpdatedAt,
            })),
        // The server fills it from the ranking.
        Example.Of<CreateSelection>(Draft, new CreateSelection.Request()),
        Example.Of<GetSelection>(Published),
        Example.Of<GetSelectionRanking>(Ranked),
        Example.Of<VerifySelection>(new SelectionVerification(Same: true, null)),
        Example.Of<EditSelection>(Edited, new EditSelection.Request([Choices[0]])),
        Example.Of<ProposeSelection>(Proposed),
        Example.Of<SendBackSelection>(
            Draft with { Version = 4, Status = SelectionStatus.SentBack, SentBackReason = SendBack.Reason }, SendBack),
        Example.Of<ConfirmSelection>(Confirmed),
        Example.Of<PublishSelection>(Published),
    ];

    static Ranking Ranked => Ranking.Of(
        [
            new Candidate(
                ApplicationExamples.Id, ApplicationExamples.Reference, YouthOfficeExamples.Ags, Requested, [Scores(7), Scores(8)]),
            new Candidate(NextApplication, "GA-2018-A-0004", "05513000", Requested, [Scores(6), Scores(7)]),
        ], ReferenceData.PressRelease, ProgrammeExamples.Drawn.Lot);

    static ReviewScore Scores(int points) =>
        new(points * 10, [.. ReferenceData.PressRelease.Criteria.Select(criterion => new CriterionScore(criterion.Code, points))]);

    static List<SelectionDecision> Decided => AllowedDecisions.Of(Choices, Ranked, ProgrammeExamples.Drawn, Quotas.None).Value;

    static Selection Draft => new()
    {
        Id = Id,
        Version = 1,
        ProgrammeId = ProgrammeExamples.Id,
        Reference = "GA-2018-A-S-01",
        Status = SelectionStatus.Draft,
        Decisions = Decided,
        Limits = SelectionLimits.Of(ProgrammeExamples.Drawn, Decided, Quotas.None, published: false),
        CreatedAt = Example.At(2018, 12, 11),
        UpdatedAt = Example.At(2018, 12, 11),
    };

    /// <summary>One decision is another; the others stay as they are.</summary>
    static Selection Edited => Draft with { Version = 2, UpdatedAt = Example.At(2018, 12, 12) };

    static Selection Proposed => Draft with
    {
        Version = 3,
        Status = SelectionStatus.Proposed,
        ProposedBy = Example.Person("decider-1"),
        ProposedOn = new DateOnly(2018, 12, 12),
        UpdatedAt = Example.At(2018, 12, 12),
    };

    static Selection Confirmed => Proposed with
    {
        Version = 4,
        Status = SelectionStatus.Confirmed,
        ConfirmedBy = Example.Person("decider-2"),
        ConfirmedOn = new DateOnly(2018, 12, 13),
        UpdatedAt = Example.At(2018, 12, 13),
    };

    static Selection Published => Confirmed with
    {
        Version = 5,
        Status = SelectionStatus.Published,
        PublishedBy = Example.Person("decider-1"),
        PublishedOn = new DateOnly(2018, 12, 14),
        UpdatedAt = Example.At(2018, 12, 14),
    };
}
