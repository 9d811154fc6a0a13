using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Programmes;

sealed class ProgrammeExamples : IExamples
{
    public static readonly Guid Id = Example.Id(1);

    static readonly CreateProgramme.Request New = new("2019-A", ReferenceData.PressRelease);

    static readonly EnterLot.Request Lot = new(ReferenceData.LotSecret, "3-11-17-24-38-42");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListProgrammes>(Example.Page(Open)),
        Example.Of<CreateProgramme>(Draft with { Id = Example.Id(2), Code = New.Code }, New),
        Example.Of<GetProgramme>(Open),
        Example.Of<EditProgramme>(Draft with { Version = 2 }, new EditProgramme.Request(ReferenceData.PressRelease)),
        Example.Of<OpenProgramme>(Open),
        Example.Of<CloseProgramme>(Closed),
        Example.Of<EnterLot>(Entered, Lot),
        Example.Of<ConfirmLot>(Drawn),
    ];

    static Programme Draft => new()
    {
        Id = Id,
        Version = 1,
        Code = "2018-A",
        Status = ProgrammeStatus.Draft,
        Terms = ReferenceData.PressRelease,
        Selected = 0,
        Committed = new Money(0),
        CreatedAt = Example.At(2018, 9, 3),
        UpdatedAt = Example.At(2018, 9, 3),
    };

    static Programme Open => Draft with { Version = 3, UpdatedAt = Example.At(2018, 9, 26), Status = ProgrammeStatus.Open };

    static Programme Closed => Open with { Version = 4, UpdatedAt = Example.At(2018, 12, 3), Status = ProgrammeStatus.Closed };

    static Programme Entered => Closed with
    {
        Version = 5,
        LotSecret = Lot.Secret,
        LotValue = Lot.PublicValue,
        LotEnteredBy = Example.Person("decider-1"),
        UpdatedAt = Example.At(2018, 12, 9),
    };

    public static Programme Drawn => Entered with
    {
        Version = 6,
        LotConfirmedBy = Example.Person("decider-2"),
        UpdatedAt = Example.At(2018, 12, 10),
    };
}
