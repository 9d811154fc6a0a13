using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api;

/// <summary>
/// What a new database holds: the 91 Jugendämter of Westfalen-Lippe and the programme of the press release of 26 September 2018.
/// </summary>
static class ReferenceData
{
    /// <summary>Loads what a new database lacks: the accounts one by one, the rest only when there are no youth offices yet.</summary>
    public static async Task Load(Db db, TimeProvider time, CancellationToken cancel)
    {
        await Accounts.Load(db, time, cancel);
        if (await db.Read(session => session.One<int>("select count(*) from YouthOffice"), cancel) > 0)
            return;
        await db.Write<bool>(Author.System(time), async tx =>
        {
            // Of two instances that start at once, the second one runs into the unique AGS, runs again, and finds everything there.
            if (await tx.One<int>("select count(*) from YouthOffice") > 0)
                return true;
            await YouthOfficeFile.Load(tx);
            await CreateProgramme.Insert(tx, "2018-A", PressRelease);
            return true;
        }, cancel);
    }

    /// <summary>
    /// The programme as a draft, in German, since its letters are. Twelve sites, 100,000 euro each and ages 3 to 8 are the press
    /// release's; the dates and the criteria are a proposal, to be edited before it is opened. So is the lot: its secret is public here,
    /// and an operator who draws lots puts a commitment of their own.
    /// </summary>
    public static ProgrammeTerms PressRelease => new(
        Title: "Gelingendes Aufwachsen – Netzwerke für Kinder",
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
        Categories:
        [
            new("personnel", "Personal"),
            new("training", "Fortbildung"),
            new("services", "Moderation und andere Leistungen Dritter"),
            new("events", "Veranstaltungen"),
            new("material", "Sachmittel"),
            new("other", "Sonstiges"),
        ],
        Checks:
        [
            new("signed", "Das Jugendamt selbst reicht den Antrag ein"),
            new("existing-network", "Ein Netzwerk für Kinder dieses Alters besteht"),
            new("steering", "Steuerung und politische Unterstützung sind benannt"),
            new("finance-plan", "Der Finanzierungsplan ist vollständig"),
        ],
        Criteria:
        [
            new("need", "Bedarf benachteiligter Kinder im Zielgebiet", 30, 1),
            new("network", "Stand des bestehenden Netzwerks", 25, 2),
            new("goals", "Klarheit der Ziele", 25, 3),
            new("backing", "Steuerung und politische Unterstützung", 20, null),
        ],
        ReviewQuorum: 2,
        ReviewSpreadLimit: 30,
        LotCommitment: Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LotSecret))),
        LotSource: "Lotto 6 aus 49, Ziehung vom 8. Dezember 2018, Zahlen aufsteigend, mit Bindestrichen verbunden",
        FundingStartsOn: new DateOnly(2019, 1, 1),
        FundingEndsOn: new DateOnly(2020, 12, 31),
        FinancingType: FinancingType.Deficit,
        SharePercent: null,
        UseByMonths: 2,
        TolerancePercent: 20,
        FinalReportMonths: 6);

    /// <summary>The secret behind the reference programme's commitment: known to all, good for trying out only.</summary>
    public const string LotSecret = "gelingendes-aufwachsen";
}
