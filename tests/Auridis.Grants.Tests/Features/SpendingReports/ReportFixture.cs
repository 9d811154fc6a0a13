using System.Globalization;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Reports of paid awards, two months before they are due, and the steps of their way.</summary>
public abstract class ReportFixture(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();

    /// <summary>An award of which all 100,000.00 euro are paid; nobody else pays, so that the plan's lines are its limits.</summary>
    private protected Task<SeededAward> Paid(DateOnly? dueOn = null) =>
        SeededAward.Insert(app.Db, paidCents: 100_000_00, financing: FinancingType.Full, dueOn: dueOn);

    private protected static object Money(decimal euros) =>
        new { amount = euros.ToString("0.00", CultureInfo.InvariantCulture), currency = "EUR" };

    private protected static object Receipt(string number, decimal euros, string category = "personnel", string paidOn = "2019-06-03",
        string? payee = null) =>
        new { number, paidOn, payee = payee ?? $"Payee of {number}", purpose = "Network", category, amount = Money(euros) };

    private protected static object Credit(string number, decimal euros, string? reference) => new
    {
        number,
        paidOn = "2019-06-04",
        payee = $"Payee of {number}",
        purpose = "Gutschrift",
        category = "personnel",
        amount = Money(euros),
        reference,
    };

    private protected static object Batch(params object[] receipts) => new { receipts };

    private protected async Task<SeededAward> WithReceipts(params object[] receipts)
    {
        var award = await Paid();
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(receipts))).Succeeded();
        return award;
    }

    /// <summary>An award that also owes an interim report until the end of 2019, and the same award with that report as its own.</summary>
    private protected async Task<(SeededAward Award, SeededAward Interim)> Scheduled(
        long paidCents = 100_000_00, Func<ProgrammeTerms, ProgrammeTerms>? changing = null, bool posted = false)
    {
        var award = await SeededAward.Insert(app.Db, paidCents: paidCents, financing: FinancingType.Full, posted: posted, changing: terms =>
        {
            var scheduled = terms with { InterimReports = [new(new DateOnly(2019, 12, 31), 4)] };
            return changing?.Invoke(scheduled) ?? scheduled;
        });
        var interim = await app.Db.Read(session => session.One<Guid>(
            "select Id from SpendingReport where AwardId = @Id and Kind = 'interim'", new { award.Id }), CancellationToken.None);
        return (award, award with { ReportId = interim });
    }

    private protected async Task<Answer> Add(SeededAward award, params object[] receipts) =>
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(receipts))).Succeeded();

    private protected async Task<string> ETag(SeededAward award) => (await app.As("auditor-1").Get(award.Report)).Succeeded().ETag!;

    private protected async Task<Answer> Write(SeededAward award, decimal own = 0, decimal thirdParty = 0) =>
        (await app.As(award.Applicant)
            .Put(award.Report, new { narrative = "We met.\nWe worked.", ownFunds = Money(own), thirdPartyIncome = Money(thirdParty) },
            await ETag(award))).Succeeded();

    private protected async Task<Answer> Submit(SeededAward award, decimal expenditure) =>
        (await app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(expenditure) }, (await Write(award)).ETag))
            .Succeeded();

    private protected async Task<Answer> Examine(SeededAward award, decimal expenditure) =>
        (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: (await Submit(award, expenditure)).ETag)).Succeeded();

    /// <summary>Examined, with the findings that there is nothing to find.</summary>
    private protected async Task<Answer> Found(SeededAward award, decimal expenditure) =>
        (await app.As("finance-1").Post(award.Report + "/findings", NoFindings, (await Examine(award, expenditure)).ETag)).Succeeded();

    private protected static object NoFindings => new { findings = Array.Empty<object>() };

    private protected Task<Answer> Accept(SeededAward award, string person, string? ifMatch) =>
        app.As(person).Post(award.Report + "/accept", ifMatch: ifMatch, key: $"accept-{award.ReportId}-{person}-{ifMatch}");

    private protected async Task<List<JsonElement>> Receipts(SeededAward award) =>
        [.. (await app.As("auditor-1").Get(award.Report + "/receipts?limit=200")).Succeeded().Json.GetProperty("items").EnumerateArray()];

    private protected async Task<List<JsonElement>> Claims(SeededAward award) =>
        [.. (await app.As("auditor-1").Get($"/repayment-claims?awardId={award.Id}")).Succeeded().Json.GetProperty("items")
            .EnumerateArray()];

    private protected Task<List<string>> JournalEvents(SeededAward award) =>
        app.Db.Read(session => session.All<string>("select Event from JournalEntry where AwardId = @Id order by Seq", new { award.Id }),
            CancellationToken.None);
}
