namespace Auridis.Grants.Tests.Features.Letters;

/// <summary>Letters of applications: how they come to be, and what they say.</summary>
public abstract class LetterFixture(DatabaseKind kind) : ApiTests(kind)
{
    private protected const string Bottrop = "05512000";

    private protected const string Gelsenkirchen = "05513000";

    private protected Task<string> Open(string code)
    {
        var day = app.Today();
        return app.OpenProgramme(code, Sample.Terms with
        {
            OpensOn = day,
            ClosesOn = day,
            FundingStartsOn = day.AddMonths(1),
            FundingEndsOn = day.AddMonths(13),
        });
    }

    private protected async Task<Answer> Submitted(string code) => await app.Submitted(await Open(code), Bottrop);

    private protected async Task<Answer> Eligible(string code) => await app.Eligible(await Open(code), Bottrop);

    private protected async Task<Answer> Ineligible(string code)
    {
        var submitted = await Submitted(code);
        (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", new
        {
            items = Sample.Terms.Checks.Select(check => new { check = check.Code, met = false }),
            reason = "Nicht vom Jugendamt eingereicht",
        }, submitted.ETag)).Succeeded();
        return await app.LetterOf(submitted.Path());
    }

    /// <summary>The text of its document, without its markup.</summary>
    private protected async Task<string> Read(Answer letter)
    {
        var page = Page.Parse((await app.As("caseworker-1").Get($"/letters/{letter["id"]}/document")).Succeeded().Text);
        page.FollowsWithAScreenReader();
        return page.Value;
    }

    private protected static string German(string day) => $"{day[8..]}.{day[5..7]}.{day[..4]}";
}
