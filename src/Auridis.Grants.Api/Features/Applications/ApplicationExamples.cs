using System.Security.Cryptography;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Applications;

sealed class ApplicationExamples : IExamples
{
    public static readonly Guid Id = Example.Id(6);

    public const string Reference = "GA-2018-A-0007";

    static readonly Reasoned Withdrawal = new("The council has not approved the city's own contribution.");

    static readonly CheckApplication.Request Check =
        new([.. ReferenceData.PressRelease.Checks.Select(check => new CheckedItem(check.Code, Met: true))]);

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListApplications>(Example.Page(Summary)),
        Example.Of<CreateApplication>(Draft, new CreateApplication.Request(Content)),
        Example.Of<GetApplication>(Eligible),
        Example.Of<EditApplication>(Draft with { Version = 2 }, new EditApplication.Request(Content)),
        Example.Of<PatchApplication>(
            Draft with { Version = 2, Content = Content with { TargetArea = "Stadtteile Batenbrock, Boy und Welheim" } },
            // The record would send null for all else, which empties it.
            new { content = new { targetArea = "Stadtteile Batenbrock, Boy und Welheim" } }),
        Example.Of<GetCompleteness>(new Completeness(
            [new("/milestones", ApplicationProblems.Incomplete.Code, ApplicationProblems.Incomplete.Detail.En)],
            [new("/financePlan", ApplicationProblems.FinancePlanUnbalanced.Code, Unbalanced.Sentence())])),
        Example.Of<ListAttachments>(Example.Page(File)),
        Example.Of<AddAttachment>(new AttachmentAdded(Draft with { Version = 2 }, File)),
        Example.Of<DeleteAttachment>(Draft with { Version = 3 }),
        Example.Of<SubmitApplication>(Submitted),
        Example.Of<RecallApplication>(Submitted with { Version = 4, Status = ApplicationStatus.Draft }),
        Example.Of<ReturnApplication>(Returned, new ReturnApplication.Request(Mending.Points)),
        Example.Of<SetMendingDate>(
            Returned with
            {
                Version = 5,
                Mending = Mending with { MendBy = Later.MendBy, MovedFor = Later.Reason },
                UpdatedAt = Example.At(2018, 12, 10),
            },
            Later),
        Example.Of<ProposeReopening>(
            Rejected with { Version = 6, Reopening = Reopening, UpdatedAt = Example.At(2019, 1, 28) },
            new ProposeReopening.Request(Reopening.Remedy, Reopening.Reason)),
        Example.Of<ConfirmReopening>(Rejected with
        {
            Version = 7,
            Status = ApplicationStatus.Eligible,
            Reopening = Reopening with { ConfirmedOn = new DateOnly(2019, 1, 29) },
            UpdatedAt = Example.At(2019, 1, 29),
        }),
        Example.Of<CompareApplicationVersions>(new VersionDiff(1, 2,
        [
            new MemberChange(
                "/targetArea",
                JsonSerializer.SerializeToElement("Stadtteile Batenbrock und Boy", Json.Options),
                JsonSerializer.SerializeToElement("Stadtteile Batenbrock, Boy und Welheim", Json.Options)),
        ])),
        Example.Of<WithdrawApplication>(
            Submitted with { Version = 4, Status = ApplicationStatus.Withdrawn, WithdrawReason = Withdrawal.Reason }, Withdrawal),
        Example.Of<CheckApplication>(Eligible, Check),
        Example.Of<ListApplicationVersions>(Example.Page(new ApplicationVersionSummary
        {
            Number = Frozen.Number,
            ContentHash = Frozen.ContentHash,
            SubmittedOn = Frozen.SubmittedOn,
            CreatedAt = Frozen.CreatedAt,
        })),
        Example.Of<GetApplicationVersion>(Frozen),
    ];

    static Attachment File => new()
    {
        Id = Example.Id(31),
        ApplicationId = Id,
        Name = "Beschluss des Jugendhilfeausschusses.pdf",
        ContentType = FileType.ContentTypes[0],
        Size = 48_213,
        Sha256 = Example.Sha256,
        CreatedAt = Example.At(2018, 11, 20),
    };

    static Problem Unbalanced =>
        ApplicationProblems.FinancePlanUnbalanced.With(ApplicationProblems.FinancePlanUnbalanced.Example.ToArray());

    static Application Draft => new()
    {
        Id = Id,
        Version = 1,
        ProgrammeId = ProgrammeExamples.Id,
        YouthOfficeId = YouthOfficeExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = ApplicationStatus.Draft,
        Content = Content,
        Versions = 0,
        CreatedBy = Example.Person("applicant-05512000"),
        CreatedAt = Example.At(2018, 11, 19),
        UpdatedAt = Example.At(2018, 11, 19),
    };

    static Application Submitted => Draft with
    {
        Version = 3,
        Status = ApplicationStatus.Submitted,
        Reference = Reference,
        Versions = 1,
        SubmittedOn = new DateOnly(2018, 11, 26),
        UpdatedAt = Example.At(2018, 11, 26),
    };

    static readonly Mending Mending = new(
        [new("/targetArea", "Name the districts by their official names.")], new DateOnly(2018, 12, 17), new DateOnly(2018, 12, 3));

    static readonly SetMendingDate.Request Later = new(new DateOnly(2018, 12, 21), "The office in charge is ill.");

    static readonly Reopening Reopening = new(
        new FiledRemedy(RemedyKind.Objection, "51-W-17/19", new DateOnly(2019, 1, 21)),
        "Two reviews were of another office's application.",
        new DateOnly(2019, 1, 28));

    static Application Returned => Submitted with
    {
        Version = 4,
        Status = ApplicationStatus.Returned,
        Mending = Mending,
        UpdatedAt = Example.At(2018, 12, 3),
    };

    static Application Rejected => Eligible with { Version = 5, Status = ApplicationStatus.Rejected, UpdatedAt = Example.At(2018, 12, 20) };

    static Application Eligible => Submitted with
    {
        Version = 4,
        Status = ApplicationStatus.Eligible,
        FormalCheck = new FormalCheck(Check.Items, null, Example.Person("caseworker-1"), new DateOnly(2018, 12, 3)),
        UpdatedAt = Example.At(2018, 12, 3),
    };

    static ApplicationSummary Summary => new()
    {
        Id = Id,
        Version = Eligible.Version,
        ProgrammeId = ProgrammeExamples.Id,
        YouthOfficeId = YouthOfficeExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = Eligible.Status,
        Reference = Reference,
        Title = Content.Title,
        Requested = Content.FinancePlan!.Requested,
        SubmittedOn = Eligible.SubmittedOn,
        CreatedAt = Eligible.CreatedAt,
        UpdatedAt = Eligible.UpdatedAt,
    };

    static ApplicationVersion Frozen => new()
    {
        Number = 1,
        Content = Content,
        ContentHash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Content, Json.Options))),
        SubmittedBy = Example.Person("applicant-05512000"),
        SubmittedOn = Submitted.SubmittedOn!.Value,
        CreatedAt = Example.At(2018, 11, 26),
    };

    /// <summary>An application whose finance plan balances.</summary>
    public static ApplicationContent Content => new(
        Title: "Netzwerke für Kinder in Bottrop",
        Summary: "Kitas, Grundschulen und Frühe Hilfen stimmen ihre Übergänge ab.",
        StartingPosition: "Zwei Netzwerke arbeiten nebeneinander her; Familien erzählen alles zweimal.",
        Goals: "Ein gemeinsamer Übergang von der Kita in die Schule, mit einem festen Ansprechpartner je Stadtteil.",
        TargetArea: "Stadtteile Batenbrock und Boy",
        Children: 2400,
        Partners:
        [
            new(NetworkSector.Daycare, "Kita-Verbund Batenbrock", "Runder Tisch der Kitas"),
            new(NetworkSector.School, "Grundschulverbund", "Schulanmeldung und Übergangsgespräche"),
            new(NetworkSector.HealthOffice, "Gesundheitsamt", "Schuleingangsuntersuchung"),
        ],
        Steering: "Steuerungsgruppe unter Leitung der Jugenddezernentin, vier Treffen im Jahr.",
        PoliticalBacking: "Beschluss des Jugendhilfeausschusses.",
        Staff: [new("Netzwerkkoordination", 50)],
        Milestones:
        [
            new("Bestandsaufnahme des Netzwerks", new DateOnly(2019, 6, 30)),
            new("Gemeinsames Übergangskonzept", new DateOnly(2020, 6, 30)),
        ],
        FinancePlan: new(
            Lines: [new("personnel", new Money(90_000_00)), new("training", new Money(10_000_00))],
            OwnContribution: new Money(15_000_00),
            ThirdPartyFunds: new Money(5_000_00),
            Requested: new Money(80_000_00)));
}
