using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>The funder has paid 100,000.00 euro for a site that was promised 80,000.00 and paid 20,000.00.</summary>
sealed class FunderContributionExamples : IExamples
{
    static readonly RecordContribution.Request Money100 =
        new(ContributionKind.Received, new Money(100_000_00), new DateOnly(2019, 1, 15), "Statement 2019-011, line 2");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListContributions>(Example.Page(Confirmed)),
        Example.Of<RecordContribution>(Proposed, Money100),
        Example.Of<GetContribution>(Confirmed),
        Example.Of<ConfirmContribution>(Confirmed),
        Example.Of<RefuseContribution>(
            Proposed with
            {
                Version = 2,
                Status = ContributionStatus.Refused,
                RefusalReason = "It is for another programme.",
                UpdatedAt = Example.At(2019, 1, 16),
            },
            new Reasoned("It is for another programme.")),
        Example.Of<GetProgrammeFunds>(Funds),
    ];

    static Contribution Proposed => new()
    {
        Id = Example.Id(40),
        Version = 1,
        ProgrammeId = ProgrammeExamples.Id,
        Reference = "2018-A-F01",
        Status = ContributionStatus.Proposed,
        Kind = Money100.Kind,
        Amount = Money100.Amount,
        BookedOn = Money100.BookedOn,
        BankReference = Money100.BankReference,
        CreatedAt = Example.At(2019, 1, 16),
        UpdatedAt = Example.At(2019, 1, 16),
    };

    static Contribution Confirmed => Proposed with
    {
        Version = 2,
        Status = ContributionStatus.Confirmed,
        UpdatedAt = Example.At(2019, 1, 16),
    };

    static ProgrammeFunds Funds => new(
        ProgrammeExamples.Id, new DateOnly(2019, 2, 28), Money100.Amount, new Money(0), new Money(80_000_00), new Money(20_000_00),
        new Money(20_000_00), new Money(0), new Money(0), new Money(0), new Money(80_000_00),
        [
            new SiteFunds(
                AwardExamples.Id, AwardExamples.Offered.Reference, YouthOfficeExamples.Ags, new Money(80_000_00), new Money(20_000_00),
                new Money(20_000_00), new Money(0), new Money(0), new Money(0)),
        ]);
}
