using System.Globalization;
using Auridis.Grants.Api.Features.Programmes;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// A funding round, played up to where a test begins: a closed programme with eligible and reviewed applications. Its window is the
/// day that the business clock shows, and the clock is moved past it, so that one fixture can play several rounds.
/// </summary>
sealed class Round
{
    /// <summary>The secret behind the commitment of <see cref="Sample.Terms"/>.</summary>
    public const string LotSecret = "secret";

    /// <summary>What the public draw came to.</summary>
    public const string LotValue = "3-11-17-25-40-49";

    readonly GrantsApp app;

    Round(GrantsApp app, Guid programmeId, List<RoundApplication> applications) =>
        (this.app, ProgrammeId, Applications) = (app, programmeId, applications);

    public Guid ProgrammeId { get; }

    /// <summary>The programme's path.</summary>
    public string Programme => $"/programmes/{ProgrammeId}";

    /// <summary>In the order in which they were submitted.</summary>
    public IReadOnlyList<RoundApplication> Applications { get; }

    /// <summary>Plays a round with this number of eligible applications, each reviewed as often as the quorum says.</summary>
    /// <param name="terms">Changes to the terms of <see cref="Sample"/>; the dates are set from the clock.</param>
    /// <param name="scores">The scores that each review of the n-th application gives to the criteria <c>need</c> and <c>network</c>; by
    /// default all are equal.</param>
    /// <param name="drawLot">Two deciders enter and confirm the lot.</param>
    /// <param name="reviews">How many reviews each application has; as many as the quorum says when not given.</param>
    public static async Task<Round> Play(
        GrantsApp app, string code, int applications, Func<ProgrammeTerms, ProgrammeTerms>? terms = null,
        Func<int, (int Need, int Network)>? scores = null, bool drawLot = true, int? reviews = null)
    {
        var today = app.Services.GetRequiredService<BusinessClock>().Today;
        var sample = Sample.Terms with
        {
            OpensOn = today,
            ClosesOn = today,
            FundingStartsOn = today.AddMonths(1),
            FundingEndsOn = today.AddMonths(25),
        };
        var set = terms?.Invoke(sample) ?? sample;
        var programme = await app.OpenProgramme(code, set);
        var offices = applications == 0 ? [] : await app.Offices(applications);
        var handedIn = new List<RoundApplication>();
        foreach (var office in offices)
        {
            var eligible = await app.Eligible(programme, office);
            handedIn.Add(new RoundApplication(Guid.Parse(eligible["id"]), eligible["reference"], office, new Money(80_000_00)));
        }
        await app.SetClock(today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var round = new Round(app, Guid.Parse(programme.Split('/')[^1]), handedIn);
        for (var i = 0; i < handedIn.Count; i++)
            await round.Review(handedIn[i], reviews ?? set.ReviewQuorum, scores?.Invoke(i) ?? (7, 7));
        if (drawLot)
            await round.DrawLot();
        foreach (var decider in (string[])["decider-1", "decider-2"])
            await app.As(decider).Declares(programme);
        return round;
    }

    /// <summary>Two deciders enter and confirm the lot.</summary>
    public async Task DrawLot()
    {
        var entered = (await app.As("decider-1")
            .Post(Programme + "/lot", new { secret = LotSecret, publicValue = LotValue }, await Tag(Programme))).Succeeded();
        (await app.As("decider-2").Post(Programme + "/lot/confirm", ifMatch: entered.ETag)).Succeeded();
    }

    /// <summary>
    /// A draft selection: of the named applications with what they ask for, or filled in from the ranking when none is named.
    /// </summary>
    public async Task<Answer> Draft(params IReadOnlyList<RoundApplication> selected) =>
        (await app.As("decider-1").Post(
            Programme + "/selections", selected.Count == 0 ? new { } : new { decisions = selected.Select(Select) })).Succeeded();

    /// <summary>A selection that one person proposed and another confirmed.</summary>
    public async Task<Answer> Confirmed(params IReadOnlyList<RoundApplication> selected) => await Confirm(await Draft(selected));

    /// <summary>One person proposes a draft selection, another confirms it.</summary>
    public async Task<Answer> Confirm(Answer selection)
    {
        var path = $"/selections/{selection["id"]}";
        var proposed = (await app.As("decider-1").Post(path + "/propose", ifMatch: selection.ETag)).Succeeded();
        return (await app.As("decider-2").Post(path + "/confirm", ifMatch: proposed.ETag)).Succeeded();
    }

    /// <summary>Publishes a confirmed selection; the answer may be a refusal.</summary>
    public Task<Answer> Publish(Answer confirmed) =>
        app.As("decider-1").Post($"/selections/{confirmed["id"]}/publish", ifMatch: confirmed.ETag, key: "publish-" + confirmed["id"]);

    /// <summary>Awards that are offered to the named applications, in the order of their names.</summary>
    public async Task<List<Answer>> Offer(params IReadOnlyList<RoundApplication> selected)
    {
        (await Publish(await Confirmed(selected))).Succeeded();
        var awards = new List<Answer>();
        foreach (var application in selected)
            awards.Add(await AwardOf(application));
        return awards;
    }

    /// <summary>An active award of one application: offered, and accepted with a waiver of remedies.</summary>
    public async Task<Answer> Activate(RoundApplication application)
    {
        var award = (await Offer(application))[0];
        return (await app.Applicant(application.Office).Post($"/awards/{award["id"]}/accept", new { waiveRemedies = true }, award.ETag))
            .Succeeded();
    }

    /// <summary>The award that was offered for an application.</summary>
    public async Task<Answer> AwardOf(RoundApplication application)
    {
        var caseworker = app.As("caseworker-1");
        var listed = (await caseworker.Get($"/awards?programmeId={ProgrammeId}&officeAgs={application.Office}")).Succeeded()
            .Json.GetProperty("items");
        return (await caseworker.Get($"/awards/{listed[0].GetProperty("id").GetString()}")).Succeeded();
    }

    /// <summary>The programme as it is now.</summary>
    public async Task<Answer> Now() => (await app.As("funder-1").Get(Programme)).Succeeded();

    public static object Select(RoundApplication application) =>
        new { applicationId = application.Id, decision = "select", amount = application.Requested, reason = "Beschluss der Jury" };

    async Task<string> Tag(string path) => (await app.As("caseworker-1").Get(path)).Succeeded().ETag!;

    async Task Review(RoundApplication application, int count, (int Need, int Network) scores)
    {
        for (var reviewer = 1; reviewer <= count; reviewer++)
            await app.Reviewed($"/applications/{application.Id}", $"reviewer-{reviewer}", scores.Need, scores.Network);
    }
}

/// <summary>An application of a round.</summary>
sealed record RoundApplication(Guid Id, string Reference, string Office, Money Requested);
