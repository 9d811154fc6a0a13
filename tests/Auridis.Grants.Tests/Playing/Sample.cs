using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Playing;

/// <summary>Requests that are right, for tests to send as they are or to spoil in one place.</summary>
static class Sample
{
    public static ProgrammeTerms Terms => new(
        Title: "Netzwerke für Kinder",
        Funder: "Auridis gGmbH",
        Operator: "LWL-Landesjugendamt Westfalen",
        OpensOn: new DateOnly(2018, 9, 26),
        ClosesOn: new DateOnly(2018, 11, 30),
        SiteLimit: 12,
        CapPerSite: new Money(100_000_00),
        Budget: new Money(1_200_000_00),
        AgeFrom: 3,
        AgeTo: 8,
        AreaPrefixes: ["055", "057", "059"],
        Categories: [new("personnel", "Personnel"), new("training", "Further training"), new("other", "Other")],
        Checks: [new("signed", "Handed in by the Jugendamt"), new("finance-plan", "The finance plan is complete")],
        Criteria: [new("need", "Need", 60, 1), new("network", "Network", 40, null)],
        ReviewQuorum: 2,
        ReviewSpreadLimit: 30,
        LotCommitment: "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b", // SHA-256 of "secret"
        LotSource: "Lotto 6 aus 49, 8 December 2018",
        FundingStartsOn: new DateOnly(2019, 1, 1),
        FundingEndsOn: new DateOnly(2020, 12, 31),
        FinancingType: FinancingType.Deficit,
        SharePercent: null,
        UseByMonths: 2,
        TolerancePercent: 20,
        FinalReportMonths: 6);

    public static CreateProgramme.Request Programme(string code) => new(code, Terms);

    /// <summary>Asks for 80,000.00 EUR of 100,000.00 EUR.</summary>
    public static ApplicationContent Content => new(
        Title: "Gut ankommen in der Nordstadt",
        Summary: "Kitas, Grundschulen und Frühe Hilfen stimmen ihre Übergänge ab.",
        StartingPosition: "Zwei Netzwerke arbeiten nebeneinander her.",
        Goals: "Ein gemeinsamer Übergang von der Kita in die Schule.",
        TargetArea: "Nordstadt",
        Children: 2400,
        Partners: [new(NetworkSector.Daycare, "Kita Sonnenstraße", "Runder Tisch"),
            new(NetworkSector.HealthOffice, "Gesundheitsamt", "Schuleingangsuntersuchung")],
        Steering: "Steuerungsgruppe unter Leitung der Jugenddezernentin.",
        PoliticalBacking: "Beschluss des Jugendhilfeausschusses.",
        Staff: [new("Network coordination", 50)],
        Milestones: [new("Inventory of the network", new DateOnly(2019, 6, 30))],
        FinancePlan: new(
            Lines: [new("personnel", new Money(90_000_00)), new("training", new Money(10_000_00))],
            OwnContribution: new Money(15_000_00),
            ThirdPartyFunds: new Money(5_000_00),
            Requested: new Money(80_000_00)));

    public static object Application => new { content = Content };

    /// <summary>A formal check with every item met.</summary>
    public static CheckApplication.Request Passed => new([.. Terms.Checks.Select(check => new CheckedItem(check.Code, Met: true))]);
}
