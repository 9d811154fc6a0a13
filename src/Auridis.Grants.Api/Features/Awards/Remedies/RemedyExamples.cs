using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Awards;

sealed class RemedyExamples : IExamples
{
    static readonly RecordRemedy.Request Record = new(RemedyKind.Objection, new DateOnly(2018, 12, 18), "W 17/2018");

    static readonly CloseRemedy.Request Close = new(RemedyOutcome.Withdrawn, new DateOnly(2018, 12, 18));

    static readonly Reasoned Strike = new("Filed against the award of another programme.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListRemedies>(Example.Page(Closed)),
        Example.Of<RecordRemedy>(Open, Record),
        Example.Of<GetRemedy>(Closed),
        Example.Of<CloseRemedy>(Closed, Close),
        Example.Of<StrikeRemedy>(Open with { Version = 2, Status = RemedyStatus.Struck, StrikeReason = Strike.Reason }, Strike),
    ];

    static AwardRemedy Open => new()
    {
        Id = Example.Id(60),
        Version = 1,
        ProgrammeId = ProgrammeExamples.Id,
        AwardId = AwardExamples.Id,
        SpendingReportId = null,
        OfficeAgs = YouthOfficeExamples.Ags,
        Kind = Record.Kind,
        Status = RemedyStatus.Open,
        FiledOn = Record.FiledOn,
        Reference = Record.Reference,
        CreatedAt = Example.At(2018, 12, 18),
        UpdatedAt = Example.At(2018, 12, 18),
    };

    static AwardRemedy Closed => Open with
    {
        Version = 2,
        Status = RemedyStatus.Closed,
        Outcome = Close.Outcome,
        ClosedOn = Close.On,
    };
}
