using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.SpendingReports;

sealed class ReportReopeningExamples : IExamples
{
    static readonly ProposeReportReopening.Request Propose = new(
        Example.Id(60), "The further training was on the round table, and belongs to the network.");

    static readonly Reasoned Refuse = new("The remedy is against the report of another award.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListReportReopenings>(Example.Page(Confirmed)),
        Example.Of<ProposeReportReopening>(Proposed, Propose),
        Example.Of<GetReportReopening>(Confirmed),
        Example.Of<ConfirmReportReopening>(Confirmed),
        Example.Of<RefuseReportReopening>(
            Proposed with
            {
                Version = 2,
                Status = ReportReopeningStatus.Refused,
                RefusalReason = Refuse.Reason,
                DecidedOn = new DateOnly(2021, 6, 14),
                UpdatedAt = Example.At(2021, 6, 14),
            },
            Refuse),
    ];

    static ReportReopening Proposed => new()
    {
        Id = Example.Id(66),
        Version = 1,
        ProgrammeId = ProgrammeExamples.Id,
        AwardId = AwardExamples.Id,
        SpendingReportId = SpendingReportExamples.Id,
        RemedyId = Propose.RemedyId,
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = ReportReopeningStatus.Proposed,
        Reason = Propose.Reason,
        CreatedAt = Example.At(2021, 6, 11),
        UpdatedAt = Example.At(2021, 6, 11),
    };

    static ReportReopening Confirmed => Proposed with
    {
        Version = 2,
        Status = ReportReopeningStatus.Confirmed,
        Statement = SpendingReportExamples.Examined,
        AcceptedOn = new DateOnly(2021, 4, 12),
        DecidedOn = new DateOnly(2021, 6, 14),
        UpdatedAt = Example.At(2021, 6, 14),
    };
}
