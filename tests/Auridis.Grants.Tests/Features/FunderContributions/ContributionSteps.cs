namespace Auridis.Grants.Tests.Features.FunderContributions;

/// <summary>The funder's money, recorded and confirmed through HTTP.</summary>
static class ContributionSteps
{
    static int bookings;

    /// <summary>A booking that nobody has recorded.</summary>
    public static object Booking(string euros, string kind = "received", string bookedOn = "2018-09-01", string? bankReference = null) =>
        new
        {
            kind,
            amount = new { amount = euros, currency = "EUR" },
            bookedOn,
            bankReference = bankReference ?? FormattableString.Invariant($"Statement {Interlocked.Increment(ref bookings)}"),
        };

    public static async Task<Answer> Proposed(
        this GrantsApp app, Guid programmeId, string euros, string kind = "received", string bookedOn = "2018-09-01") =>
        (await app.As("finance-1").Post(
            $"/programmes/{programmeId}/contributions", Booking(euros, kind, bookedOn), key: Payments.Key)).Succeeded();

    public static async Task<Answer> Contributed(
        this GrantsApp app, Guid programmeId, string euros, string kind = "received", string bookedOn = "2018-09-01")
    {
        var proposed = await app.Proposed(programmeId, euros, kind, bookedOn);
        return (await app.Confirm(proposed)).Succeeded();
    }

    public static Task<Answer> Confirm(this GrantsApp app, Answer proposed, string person = "finance-2") =>
        app.As(person).Post($"/contributions/{proposed["id"]}/confirm", ifMatch: proposed.ETag, key: Payments.Key);
}
