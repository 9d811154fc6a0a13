using System.Globalization;
using Auridis.Grants.Api.Features.BaseRates;

namespace Auridis.Grants.Tests.Features.BaseRates;

/// <summary>Base rates, entered and confirmed through HTTP.</summary>
static class RateSteps
{
    public static Task<Answer> ProposeRate(this GrantsApp app, string validFrom, decimal percent, string person = "admin-1") =>
        app.As(person).Post("/base-rates", new { validFrom, percent });

    public static Task<Answer> ConfirmRate(this GrantsApp app, Answer proposed, string person = "finance-1") =>
        app.As(person).Post($"/base-rates/{proposed["id"]}/confirm", ifMatch: proposed.ETag);

    /// <summary>A rate that holds.</summary>
    public static async Task<Answer> Rate(this GrantsApp app, string validFrom, decimal percent) =>
        (await app.ConfirmRate((await app.ProposeRate(validFrom, percent)).Succeeded())).Succeeded();

    /// <summary>Those of the worked examples.</summary>
    public static async Task KnownRates(this GrantsApp app)
    {
        await app.Rate("2016-07-01", -0.88m);
        await app.Rate("2023-01-01", 1.62m);
        await app.Rate("2023-07-01", 3.12m);
    }

    /// <summary>Notes that a rate was used up to a day, as confirmed interest does.</summary>
    public static async Task Used(this GrantsApp app, string validFrom, string usedOn) =>
        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            await BaseRate.Lock(tx);
            await BaseRate.Use(tx, Day(validFrom), Day(usedOn));
            return true;
        }, CancellationToken.None);

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
