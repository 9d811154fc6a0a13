using System.Globalization;

namespace Auridis.Grants.Tests.Playing;

/// <summary>Reports and what comes back after them, through HTTP.</summary>
static class Reports
{
    /// <summary>Hands in, examines and accepts the report of an award, all of whose expenditure is recognised.</summary>
    /// <returns>The path of the claim that it leads to; null when it leads to none.</returns>
    public static async Task<string?> Accepted(this GrantsApp app, SeededAward award, decimal spent)
    {
        var applicant = app.As(award.Applicant);
        (await applicant.Post(award.Report + "/receipts", new
        {
            receipts = new[] { ("personnel", 0.6m), ("training", 0.3m), ("other", 0.1m) }.Select(line => new
            {
                number = line.Item1,
                paidOn = "2019-06-03",
                payee = line.Item1,
                purpose = "Network",
                category = line.Item1,
                amount = Euros(spent * line.Item2),
            }),
        })).Succeeded();
        var tag = (await applicant.Get(award.Report)).Succeeded().ETag;
        tag = (await applicant.Put(award.Report,
            new { narrative = "We met.", ownFunds = Euros(0), thirdPartyIncome = Euros(0) }, tag)).Succeeded().ETag;
        tag = (await applicant.Post(award.Report + "/submit", new { expenditure = Euros(spent), finishedEarly = true }, tag))
            .Succeeded().ETag;
        tag = (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: tag)).Succeeded().ETag;
        tag = (await app.As("finance-1").Post(award.Report + "/findings", new { findings = Array.Empty<object>() }, tag)).Succeeded().ETag;
        (await app.As("finance-2").Post(award.Report + "/accept", ifMatch: tag, key: Payments.Key)).Succeeded();
        var claims = (await app.As("auditor-1").Get($"/repayment-claims?awardId={award.Id}")).Succeeded().Json.GetProperty("items");
        return claims.GetArrayLength() == 0 ? null : $"/repayment-claims/{claims[0].GetProperty("id").GetString()}";
    }

    /// <summary>Money that has come back on a claim; the answer may be a refusal.</summary>
    public static Task<Answer> Repay(this GrantsApp app, string claim, decimal euros)
    {
        var key = Payments.Key;
        return app.As("treasury-3").Post(claim + "/receipts",
            new { amount = Euros(euros), receivedOn = "2021-03-01", bankReference = key }, key: key);
    }

    public static object Euros(decimal euros) => new { amount = euros.ToString("0.00", CultureInfo.InvariantCulture), currency = "EUR" };
}
