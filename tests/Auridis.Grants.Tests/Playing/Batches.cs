namespace Auridis.Grants.Tests.Playing;

/// <summary>Batches of payments, brought through HTTP to the state that a test needs.</summary>
static class Batches
{
    /// <summary>Makes a batch of these payments, which the bank is to carry out as soon as it can.</summary>
    public static Task<Answer> Collect(
        this GrantsApp app, IEnumerable<Answer> payments, string person = "treasury-1", string? key = null) =>
        app.As(person).Post("/payment-batches", new
        {
            executionOn = WorkingDays.OnOrAfter(app.Today()),
            disbursementIds = payments.Select(payment => payment["id"]),
        }, key: key ?? Payments.Key);

    public static async Task<Answer> Batched(this GrantsApp app, params Answer[] payments) => (await app.Collect(payments)).Succeeded();

    /// <summary>Signed by treasury-1 and treasury-2.</summary>
    public static async Task<Answer> Signed(this GrantsApp app, params Answer[] payments)
    {
        var first = (await app.OnBatch("treasury-1", await app.Batched(payments), "sign")).Succeeded();
        return (await app.OnBatch("treasury-2", first, "sign")).Succeeded();
    }

    public static async Task<Answer> HandedOver(this GrantsApp app, params Answer[] payments) =>
        (await app.OnBatch("treasury-1", await app.Signed(payments), "hand-over")).Succeeded();

    /// <summary>A payment that is handed to the bank in a batch of its own.</summary>
    public static async Task<Answer> Instructed(this GrantsApp app, SeededAward award, string amount = "1000.00")
    {
        var released = await app.Released(award, amount);
        await app.HandedOver(released);
        return await app.Again(released);
    }

    /// <summary>What the bank says of a payment that it does not carry out.</summary>
    public static object Rejected(string rejectedOn) => new { rejectedOn, bankReference = "MSG-1", reason = "Account unknown" };

    /// <summary>A step on a batch, at the version that its last answer had.</summary>
    public static Task<Answer> OnBatch(
        this GrantsApp app, string person, Answer batch, string step, object? body = null, string? key = null) =>
        app.As(person).OnBatch(batch, step, body, key);

    public static Task<Answer> OnBatch(this GrantsClient person, Answer batch, string step, object? body = null, string? key = null) =>
        person.Post($"/payment-batches/{batch["id"]}/{step}", body, batch.ETag, key ?? Payments.Key);

    /// <summary>A payment as it is now.</summary>
    public static async Task<Answer> Again(this GrantsApp app, Answer payment) =>
        (await app.As("treasury-1").Get($"/disbursements/{payment["id"]}")).Succeeded();

    /// <summary>A batch as it is now.</summary>
    public static async Task<Answer> BatchAgain(this GrantsApp app, Answer batch) =>
        (await app.As("auditor-1").Get($"/payment-batches/{batch["id"]}")).Succeeded();

    /// <summary>The ids of the payments that a batch was made of.</summary>
    public static async Task<List<string>> PaymentsOf(this GrantsApp app, Answer batch) =>
    [
        .. (await app.As("treasury-1").Get($"/payment-batches/{batch["id"]}/disbursements?limit=200")).Succeeded()
            .Json.GetProperty("items").EnumerateArray().Select(payment => payment.GetProperty("id").GetString()!),
    ];
}
