using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Tests.Features.BaseRates;

namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>Each decision on a claim has a letter: what it says, which remedy is open, and what is no letter's business.</summary>
public abstract class ClaimLetterFixture(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task With_base_rates()
    {
        await app.ItIs("2023-09-01");
        await app.KnownRates();
    }

    private protected static ProgrammeTerms Act(ProgrammeTerms terms) => terms with { LegalForm = LegalForm.ActSocialCode };

    private protected async Task<Answer> Only(SeededAward award)
    {
        Assert.That(await Letters(award), Has.Count.EqualTo(1));
        return await app.Letter(await Last(award));
    }

    private protected async Task<string> Last(SeededAward award) => (await Letters(award))[^1];

    private protected async Task<List<string>> Letters(SeededAward award)
    {
        var application = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded()["applicationId"];
        return (await app.LettersOf($"/applications/{application}")).ConvertAll(letter => letter.GetProperty("id").GetString()!);
    }

    /// <summary>What it says, in single spaces.</summary>
    private protected async Task<string> Read(Answer letter)
    {
        var page = Page.Parse((await app.As("caseworker-1").Get($"/letters/{letter["id"]}/document")).Succeeded().Text);
        page.FollowsWithAScreenReader();
        return page.Value.ReplaceLineEndings(" ");
    }
}
