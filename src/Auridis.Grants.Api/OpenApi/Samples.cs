using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Exports;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Reviews;
using Auridis.Grants.Api.Selections;
using Auridis.Grants.Api.SpendingReports;
using Auridis.Grants.Api.YouthOffices;

namespace Auridis.Grants.Api.OpenApi;

/// <summary>Whole requests whose parts must fit each other: a tester can send them as they stand.</summary>
static class Samples
{
    /// <summary>By the type of the request, where what its schema says is not enough to be accepted.</summary>
    public static readonly IReadOnlyList<object> Requests =
    [
        ReferenceData.PressRelease,
        Application,
        new AssignReview.Request("reviewer-1"),
        new CheckApplication.Request([.. ReferenceData.PressRelease.Checks.Select(check => new CheckedItem(check.Code, Met: true))]),
        new CreateExportRun.Request(ExportFormat.Csv),
        new CreateYouthOffice.Request("05111000", "Düsseldorf", YouthOfficeKind.IndependentCity, "Düsseldorf"),
        new DeclareConflict.Request(Conflict: false),
        new NewReceipt("R-2019-017", new DateOnly(2019, 3, 29), "Stadt Bottrop", "Gehalt der Netzwerkkoordination, März 2019", "personnel", new Money(2_450_00)),
        // The server fills it from the ranking.
        new CreateSelection.Request(),
        // Every receipt is recognised in full.
        new RecordFindings.Request([]),
        new SaveScores.Request([.. ReferenceData.PressRelease.Criteria.Select(criterion => new Score(criterion.Code, 7, "Die Partner treffen sich regelmäßig; jeder nennt einen Ansprechpartner."))]),
    ];

    public static GetProblem.Response Problem => new(
        "https://grants.example.org/problems/stale-version", Problems.StaleVersion.Code, Problems.StaleVersion.Status,
        Problems.StaleVersion.Title.En, Problems.StaleVersion.Detail.En, ["actual", "expected"], ["POST /programmes/{id:guid}/open"]);

    /// <summary>An application whose finance plan balances.</summary>
    public static ApplicationContent Application => new(
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
        Milestones: [new("Bestandsaufnahme des Netzwerks", new DateOnly(2019, 6, 30)), new("Gemeinsames Übergangskonzept", new DateOnly(2020, 6, 30))],
        FinancePlan: new(
            Lines: [new("personnel", new Money(90_000_00)), new("training", new Money(10_000_00))],
            OwnContribution: new Money(15_000_00),
            ThirdPartyFunds: new Money(5_000_00),
            Requested: new Money(80_000_00)));
}
