namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Requests for payment as a good client sends them, and a look behind the API.</summary>
public abstract class PaymentFixture(DatabaseKind kind) : ApiTests(kind)
{
    private protected Task<Answer> Request(SeededAward award, string amount) =>
        Persist(key => app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request(amount), key: key));

    /// <summary>As a good client does: a server that is too busy is asked again, with the same key.</summary>
    private protected static async Task<Answer> Persist(Func<string, Task<Answer>> send)
    {
        var key = Payments.Key;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await send(key);
            if (attempt == 10 || answer.Code is not ("busy" or "idempotency-key-in-progress" or "outcome-unknown"))
                return answer;
        }
    }

    private protected async Task Execute(string sql, object parameters) => await app.Db.Write<bool>(
        new Author("test", "test", TimeProvider.System.GetUtcNow()), async tx => await tx.Execute(sql, parameters) > 0,
        CancellationToken.None);

    private protected async Task<string> EventsOf(SeededAward award)
    {
        var entries = (await app.As("auditor-1").Get($"/ledger/entries?awardId={award.Id}")).Succeeded().Json.GetProperty("items");
        return string.Join(' ', entries.EnumerateArray().Select(entry => entry.GetProperty("event").GetString()));
    }
}
