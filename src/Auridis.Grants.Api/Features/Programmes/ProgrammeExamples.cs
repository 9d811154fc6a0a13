using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Programmes;

sealed class ProgrammeExamples : IExamples
{
    public static readonly Guid Id = Example.Id(1);

    static readonly CreateProgramme.Request New = new("2019-A", ReferenceData.PressRelease);

    static readonly ProgrammeTerms Terms = RemedyOfLegalForm.Preset(ReferenceData.PressRelease);

    static readonly EnterLot.Request Lot = new(ReferenceData.LotSecret, "3-11-17-24-38-42");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListProgrammes>(Example.Page(Open)),
        Example.Of<CreateProgramme>(Draft with { Id = Example.Id(2), Code = New.Code }, New),
        Example.Of<GetProgramme>(Open),
        Example.Of<EditProgramme>(Draft with { Version = 2 }, new EditProgramme.Request(Terms)),
        Example.Of<OpenProgramme>(Open),
        Example.Of<CancelProgramme>(
            Closed with
            {
                Version = 5,
                Status = ProgrammeStatus.Cancelled,
                CancelReason = "The funder has withdrawn.",
                UpdatedAt = Example.At(2018, 12, 5),
            },
            new Reasoned("The funder has withdrawn.")),
        Example.Of<CompleteProgramme>(
            Drawn with { Version = 31, Status = ProgrammeStatus.Completed, Selected = 1, UpdatedAt = Example.At(2021, 5, 17) }),
        Example.Of<CopyProgramme>(Copied, Copy),
        Example.Of<ProposeExtension>(Proposed, new ProposeExtension.Request(Proposed.ClosesOn, Proposed.Reason)),
        Example.Of<GetExtension>(Proposed),
        Example.Of<ConfirmExtension>(
            Proposed with { Version = 2, Status = ExtensionStatus.Confirmed, UpdatedAt = Example.At(2018, 11, 27) }),
        Example.Of<RefuseExtension>(
            Proposed with
            {
                Version = 2,
                Status = ExtensionStatus.Refused,
                RefusalReason = "All offices have applied.",
                UpdatedAt = Example.At(2018, 11, 27),
            },
            new Reasoned("All offices have applied.")),
        Example.Of<GrantLateException>(Closed with { Version = 5, LateExceptions = [Late], UpdatedAt = Example.At(2018, 12, 4) }, Late),
        Example.Of<GetProgrammeFunnel>(Funnel),
        Example.Of<EnterLot>(Entered, Lot),
        Example.Of<ConfirmLot>(Drawn),
    ];

    static Programme Draft => new()
    {
        Id = Id,
        Version = 1,
        Code = "2018-A",
        Status = ProgrammeStatus.Draft,
        Terms = Terms,
        Selected = 0,
        Committed = new Money(0),
        CreatedAt = Example.At(2018, 9, 3),
        UpdatedAt = Example.At(2018, 9, 3),
    };

    static Programme Open => Draft with { Version = 3, UpdatedAt = Example.At(2018, 9, 26), Status = ProgrammeStatus.Open };

    static Programme Closed => Open with { Version = 4, UpdatedAt = Example.At(2018, 12, 3), Status = ProgrammeStatus.Closed };

    static readonly CopyProgramme.Request Copy = new(
        "2021-A", new DateOnly(2021, 9, 27), new DateOnly(2021, 11, 30), new DateOnly(2022, 1, 1), new DateOnly(2023, 12, 31),
        "a0d3c4ef12b1b3c6b9b8fb2d7c3c1b2b27c2f9f0f2b4a7c5d6e7f8091a2b3c4d");

    static Programme Copied => Draft with
    {
        Id = Example.Id(3),
        Code = Copy.Code,
        Terms = Terms with
        {
            OpensOn = Copy.OpensOn,
            ClosesOn = Copy.ClosesOn,
            FundingStartsOn = Copy.FundingStartsOn,
            FundingEndsOn = Copy.FundingEndsOn,
            LotCommitment = Copy.LotCommitment,
        },
    };

    static ProgrammeExtension Proposed => new()
    {
        Id = Example.Id(4),
        Version = 1,
        ProgrammeId = Id,
        Status = ExtensionStatus.Proposed,
        PreviouslyClosesOn = new DateOnly(2018, 11, 30),
        ClosesOn = new DateOnly(2018, 12, 7),
        Reason = "The portal could not be reached on 26 November.",
        CreatedAt = Example.At(2018, 11, 26),
        UpdatedAt = Example.At(2018, 11, 26),
    };

    static readonly LateException Late = new("05512000", new DateOnly(2018, 12, 7), "The office could not sign in on the last day.");

    static readonly ProgrammeFunnel Funnel = new(
        Id,
        [new("eligible", 2, new Money(160_000_00)), new("submitted", 1, new Money(80_000_00))],
        [new("Detmold", 1, new Money(80_000_00)), new("Münster", 2, new Money(160_000_00))],
        [new("county", 1, new Money(80_000_00)), new("independent-city", 2, new Money(160_000_00))],
        [new("assigned", 1), new("submitted", 2)],
        ReviewsMissing: 2,
        SiteLimit: 12,
        Selected: 0,
        Quotas: [],
        Requested: new Money(240_000_00),
        RequestedBySelected: new Money(0),
        Budget: new Money(1_200_000_00),
        Committed: new Money(0));

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
