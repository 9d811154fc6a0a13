using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Letters;

sealed class LetterExamples : IExamples
{
    static readonly DispatchLetter.Request Dispatch = new(LetterChannel.Post, new DateOnly(2018, 12, 14));

    static readonly RecordLetterReceipt.Request Receipt = new(new DateOnly(2018, 12, 18));

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListLetters>(Example.Page(Announced)),
        Example.Of<GetLetter>(Announced),
        Example.Of<DispatchLetter>(Dispatched, Dispatch),
        Example.Of<RecordLetterReceipt>(
            Announced with
            {
                Version = 3,
                ReceivedOn = Receipt.ReceivedOn,
                AnnouncedOn = Receipt.ReceivedOn,
                RemedyEndsOn = new DateOnly(2019, 1, 18),
                UpdatedAt = Example.At(2018, 12, 19),
            },
            Receipt),
    ];

    static Letter Created => new()
    {
        Id = Example.Id(33),
        Version = 1,
        Reference = ApplicationExamples.Reference + "-B01",
        ProgrammeId = ProgrammeExamples.Id,
        ApplicationId = ApplicationExamples.Id,
        AwardId = AwardExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Kind = LetterKind.Award,
        Status = LetterStatus.Created,
        IssuedOn = Dispatch.On,
        Sha256 = Example.Sha256,
        Remedy = Remedy.Objection,
        RemedyMonths = 1,
        CreatedAt = Example.At(2018, 12, 14),
        UpdatedAt = Example.At(2018, 12, 14),
    };

    static Letter Dispatched => Created with
    {
        Version = 2,
        Status = LetterStatus.Dispatched,
        Channel = Dispatch.Channel,
        DispatchedOn = Dispatch.On,
        AnnouncedOn = new DateOnly(2018, 12, 17),
        RemedyEndsOn = new DateOnly(2019, 1, 17),
    };

    static Letter Announced => Dispatched with { Status = LetterStatus.Announced };
}
