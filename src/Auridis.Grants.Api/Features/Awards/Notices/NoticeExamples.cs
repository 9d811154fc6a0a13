using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Awards;

sealed class NoticeExamples : IExamples
{
    static readonly GiveNotice.Request Give = new(
        NoticeKind.Delay, "The network coordinator starts three months later than planned. We need the time at the end.");

    static readonly Reasoned Close = new("The plan has room for it: nothing is to be amended.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListNotices>(Example.Page(Open)),
        Example.Of<GiveNotice>(Open, Give),
        Example.Of<GetNotice>(Open),
        Example.Of<CloseNotice>(
            Open with { Version = 2, Status = NoticeStatus.Closed, ClosedOn = Open.GivenOn, CloseReason = Close.Reason }, Close),
    ];

    static AwardNotice Open => new()
    {
        Id = Example.Id(62),
        Version = 1,
        Reference = AwardExamples.Offered.Reference + "-M01",
        ProgrammeId = ProgrammeExamples.Id,
        AwardId = AwardExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Kind = Give.Kind,
        Status = NoticeStatus.Open,
        Text = Give.Text,
        GivenOn = new DateOnly(2019, 2, 6),
        CreatedAt = Example.At(2019, 2, 6),
        UpdatedAt = Example.At(2019, 2, 6),
    };
}
