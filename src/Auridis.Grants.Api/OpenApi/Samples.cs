using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Api.OpenApi;

/// <summary>Whole requests whose parts must fit each other: a tester can send them as they stand.</summary>
static class Samples
{
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
