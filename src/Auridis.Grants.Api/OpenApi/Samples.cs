using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Disbursements;
using Auridis.Grants.Api.Exports;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Repayments;
using Auridis.Grants.Api.Reviews;
using Auridis.Grants.Api.Selections;
using Auridis.Grants.Api.SpendingReports;
using Auridis.Grants.Api.YouthOffices;

namespace Auridis.Grants.Api.OpenApi;

/// <summary>The requests in the examples. Where no id of a server's own is in them, a tester can send them as they stand.</summary>
static class Samples
{
    public static readonly CreateProgramme.Request NewProgramme = new("2019-A", ReferenceData.PressRelease);

    public static readonly EnterLot.Request Lot = new(ReferenceData.LotSecret, "3-11-17-24-38-42");

    public static readonly AddBankAccount.Request BankAccount = new("DE89370400440532013000", "Stadt Bottrop", "COBADEFFXXX");

    public static readonly CreateYouthOffice.Request YouthOffice = new("05111000", "Düsseldorf", YouthOfficeKind.IndependentCity, "Düsseldorf");

    public static readonly WithdrawApplication.Request Withdrawal = new("The council has not approved the city's own contribution.");

    public static readonly CheckApplication.Request FormalCheck = new([.. ReferenceData.PressRelease.Checks.Select(check => new CheckedItem(check.Code, Met: true))]);

    public static readonly SaveScores.Request Scores =
        new([.. ReferenceData.PressRelease.Criteria.Select(criterion => new Score(criterion.Code, 7, "Die Partner treffen sich regelmäßig; jeder nennt einen Ansprechpartner."))]);

    public static readonly WithdrawReview.Request ReviewWithdrawal = new("The reviewer is ill, and another one takes over.");

    public static readonly SendBackSelection.Request SendBack = new("The waiting list is to be discussed once more.");

    public static readonly DeclineAward.Request Decline = new("The council has not approved the city's own contribution.");

    public static readonly RequestDisbursement.Request Disbursement =
        new(new Money(20_000_00), "Half a post for the coordination of the network, February and March", new Money(0), SampleIds.BankAccount);

    public static readonly RejectDisbursement.Request Rejection = new("The purpose is not one of the award's.");

    public static readonly RecordSettlement.Request Settlement = new(new DateOnly(2019, 2, 8), "Statement 2019-28, line 4");

    public static readonly RecordReturn.Request Return = new(new DateOnly(2019, 2, 12), "Statement 2019-30, line 1", "The account is closed.");

    /// <summary>A little less than planned.</summary>
    public static readonly AddReceipts.Request Receipts = new(
    [
        new("R-2020-031", new DateOnly(2020, 12, 15), "Stadt Bottrop", "Netzwerkkoordination, interne Verrechnung 2019 und 2020", "personnel", new Money(85_000_00)),
        new("R-2020-012", new DateOnly(2020, 5, 29), "Bildungswerk Bottrop", "Fortbildung der Kitas und Grundschulen", "training", new Money(10_000_00)),
    ]);

    public static readonly SubmitSpendingReport.Request Expenditure = new(new Money(Receipts.Receipts.Sum(receipt => receipt.Amount.Cents)));

    public static readonly EditSpendingReport.Request SpendingReport =
        new("The round table met eight times, and every daycare centre has a contact at its school.", new Money(15_000_00), new Money(5_000_00));

    public static readonly RecordRepayment.Request Repayment = new(new Money(2_000_00), new DateOnly(2021, 8, 20), "Statement 2021-162, line 7");

    public static readonly VoidExportRun.Request Void = new("The bookkeeping could not read the file.");

    /// <summary>Bottrop gets all that it asks for; the next one waits.</summary>
    public static readonly IReadOnlyList<Choice> Choices =
        [new(SampleIds.Application, DecisionKind.Select, Application.FinancePlan.Requested), new(SampleIds.NextApplication, DecisionKind.Waitlist)];

    public static readonly IReadOnlyList<object> Requests =
    [
        NewProgramme,
        new EditProgramme.Request(ReferenceData.PressRelease),
        Lot,
        YouthOffice,
        BankAccount,
        new CreateApplication.Request(Application),
        new EditApplication.Request(Application),
        Withdrawal,
        FormalCheck,
        new AssignReview.Request("reviewer-1"),
        new DeclareConflict.Request(Conflict: false),
        Scores,
        ReviewWithdrawal,
        // The server fills it from the ranking.
        new CreateSelection.Request(),
        new EditSelection.Request(Choices),
        SendBack,
        new AcceptAward.Request(WaiveRemedies: false),
        Decline,
        Disbursement,
        new ApproveDisbursement.Request(FactuallyRight: true, ArithmeticallyRight: true),
        Rejection,
        Settlement,
        Return,
        SpendingReport,
        Receipts,
        Expenditure,
        // Every receipt is recognised in full.
        new RecordFindings.Request([]),
        Repayment,
        new CreateExportRun.Request(ExportFormat.Csv),
        Void,
        new SetClock.Request(new DateTimeOffset(2018, 10, 1, 7, 0, 0, TimeSpan.Zero)),
    ];

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

/// <summary>One resource has one id in all examples.</summary>
static class SampleIds
{
    public static readonly Guid Programme = Of(1);
    public static readonly Guid NewProgramme = Of(2);
    public static readonly Guid YouthOffice = Of(3);
    public static readonly Guid NewYouthOffice = Of(4);
    public static readonly Guid BankAccount = Of(5);
    public static readonly Guid Application = Of(6);
    public static readonly Guid NextApplication = Of(7);
    public static readonly Guid Review = Of(8);
    public static readonly Guid Selection = Of(9);
    public static readonly Guid Award = Of(10);
    public static readonly Guid Disbursement = Of(11);
    public static readonly Guid SpendingReport = Of(12);
    public static readonly Guid Receipt = Of(13);
    public static readonly Guid NextReceipt = Of(14);
    public static readonly Guid RepaymentClaim = Of(15);
    public static readonly Guid RepaymentReceipt = Of(16);
    public static readonly Guid ExportRun = Of(17);

    static Guid Of(int number) => Guid.Parse(FormattableString.Invariant($"01926f3a-5c00-7000-8000-{number:000000000000}"));
}
