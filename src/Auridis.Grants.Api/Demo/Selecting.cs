using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Demo;

/// <summary>December 2018 and January 2019: reviews, the lot, the selection by two people, the offers and their answers.</summary>
static class Selecting
{
    // The deciders keep it; the programme has published its SHA-256 (lotCommitment), and would refuse another.
    const string LotSecret = "gelingendes-aufwachsen";

    static readonly string[] Reviewers = ["reviewer-1", "reviewer-2", "reviewer-3"];

    /// <summary>Two of three reviewers look at each eligible application.</summary>
    public static async Task Review(Round round, Action step)
    {
        var criteria = round.Programme["terms"]!["criteria"]!.AsArray()
            .Select(criterion => criterion!["code"]!.GetValue<string>()).ToList();
        var eligible = await round.Api.List("caseworker-1", $"/applications?programmeId={round.Programme["id"]}&status=eligible");
        foreach (var application in eligible)
        {
            var left = round.OneOf(Reviewers);
            var quality = round.Between(2, 8);
            foreach (var reviewer in Reviewers.Where(reviewer => reviewer != left))
            {
                var review = await round.Api.Post("caseworker-1", $"/applications/{application["id"]}/reviews", new { subject = reviewer });
                review = await round.Api.Post(reviewer, $"/reviews/{review["id"]}/declare", review, new { conflict = false });
                review = await round.Api.Put(reviewer, $"/reviews/{review["id"]}/scores", review, new
                {
                    scores = criteria.Select(criterion => new
                    {
                        criterion,
                        points = Math.Clamp(quality + round.Between(-2, 2), 0, 10),
                        comment = "Nachvollziehbar dargelegt.",
                    }),
                });
                await round.Api.Post(reviewer, $"/reviews/{review["id"]}/submit", review);
            }
            step();
        }
    }

    /// <summary>Enters the lot, has both deciders declare that they have no conflict, and decides by the ranking.</summary>
    public static async Task Select(Round round)
    {
        await round.GoTo(new DateOnly(2018, 12, 10));
        round.Programme = await round.Api.Get("decider-1", round.ProgrammePath);
        round.Programme = await round.Api.Post("decider-1", round.ProgrammePath + "/lot", round.Programme, new
        {
            secret = LotSecret,
            publicValue = "3-11-19-25-38-44",
        });
        round.Programme = await round.Api.Post("decider-2", round.ProgrammePath + "/lot/confirm", round.Programme);
        foreach (var decider in (string[])["decider-1", "decider-2"])
            await round.Api.Put(decider, round.ProgrammePath + "/conflict-declaration", null, new { offices = Array.Empty<object>() });
        await Publish(round, await round.Api.Post("decider-1", round.ProgrammePath + "/selections", new { }));
    }

    /// <summary>The sites answer their offers. One declines; the first of the waiting list takes its place, again by two people.</summary>
    public static async Task Answer(Round round, Action step)
    {
        await round.GoTo(new DateOnly(2019, 1, 7));
        var names = round.Offices.ToDictionary(
            office => office["ags"]!.GetValue<string>(), office => office["name"]!.GetValue<string>(), StringComparer.Ordinal);
        var offers = await Offers(round);
        var declining = round.OneOf(offers);
        await round.Api.Post(Applicant(declining), $"/awards/{declining["id"]}/decline", declining, new
        {
            reason = "Der Rat hat die Eigenmittel nicht bewilligt.",
        });
        await Promote(round);
        foreach (var offer in await Offers(round))
        {
            var award = await round.Api.Post(Applicant(offer), $"/awards/{offer["id"]}/accept", offer, new { waiveRemedies = true });
            var ags = award["officeAgs"]!.GetValue<string>();
            round.Sites.Add(new Site(ags, names[ags], award));
            step();
        }
    }

    static async Task<List<JsonObject>> Offers(Round round) =>
        await round.Api.List("caseworker-1", $"/awards?programmeId={round.Programme["id"]}&status=offered");

    static async Task Promote(Round round)
    {
        var waitlisted = (await round.Api.List("decider-1", $"/applications?programmeId={round.Programme["id"]}&status=waitlisted"))
            .Select(application => application["id"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var next = (await round.Api.Get("decider-1", round.ProgrammePath + "/ranking"))["ranked"]!.AsArray()
            .First(ranked => waitlisted.Contains(ranked!["id"]!.GetValue<string>()))!;
        await Publish(round, await round.Api.Post("decider-2", round.ProgrammePath + "/selections", new
        {
            decisions = new[]
            {
                new
                {
                    applicationId = next["id"]!.GetValue<string>(),
                    decision = "select",
                    amount = next["requested"]!.DeepClone(),
                },
            },
        }));
    }

    static async Task Publish(Round round, JsonObject selection)
    {
        selection = await round.Api.Post("decider-1", $"/selections/{selection["id"]}/propose", selection);
        selection = await round.Api.Post("decider-2", $"/selections/{selection["id"]}/confirm", selection);
        selection = await round.Api.Post("decider-1", $"/selections/{selection["id"]}/publish", selection);
        foreach (var decision in selection["decisions"]!.AsArray())
            await round.Dispatch(decision!["applicationId"]!.GetValue<string>());
    }

    static string Applicant(JsonObject award) => Round.ApplicantOf(award["officeAgs"]!.GetValue<string>());
}
