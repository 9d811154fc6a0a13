using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Demo;

/// <summary>October to December 2018: the programme opens, Jugendämter apply, the formal check.</summary>
static class Applying
{
    public const int Applications = 48;

    static readonly object Contact = new
    {
        name = "Erika Mustermann",
        jobTitle = "Jugendhilfeplanung",
        email = "netzwerk@jugendamt.example",
    };

    /// <summary>Opens the programme of the press release and chooses who will apply.</summary>
    public static async Task Open(Round round)
    {
        await round.GoTo(new DateOnly(2018, 10, 1));
        var programmes = await round.Api.List("caseworker-1", "/programmes");
        round.Programme = programmes.Single(programme => programme["code"]!.GetValue<string>() == "2018-A");
        round.Programme = await round.Api.Post("caseworker-1", round.ProgrammePath + "/open", round.Programme);
        var offices = (await round.Api.List("caseworker-1", "/youth-offices")).ToArray();
        round.Shuffle<JsonObject>(offices);
        round.Offices.AddRange(offices.Take(Applications).OrderBy(office => office["ags"]!.GetValue<string>(), StringComparer.Ordinal));
    }

    /// <summary>Each office names a contact person, writes its application and submits it.</summary>
    public static async Task Apply(Round round, Action step)
    {
        foreach (var office in round.Offices)
        {
            var applicant = Round.ApplicantOf(office["ags"]!.GetValue<string>());
            var content = Content(round, office["name"]!.GetValue<string>());
            var contact = await round.Api.Post(applicant, $"/youth-offices/{office["id"]}/contacts", Contact);
            var draft = await round.Api.Post(
                applicant, round.ProgrammePath + "/applications", new { content, contactId = contact["id"] });
            await round.Api.Post(applicant, $"/applications/{draft["id"]}/submit", draft);
            step();
        }
    }

    /// <summary>
    /// The window is over, and the clock closes the programme; a caseworker goes through the checklist. Now and then an item is not met.
    /// </summary>
    public static async Task Check(Round round, Action step)
    {
        await round.GoTo(new DateOnly(2018, 12, 3));
        round.Programme = await round.Api.Get("caseworker-1", round.ProgrammePath);
        var checks = round.Programme["terms"]!["checks"]!.AsArray().Select(check => check!["code"]!.GetValue<string>()).ToList();
        foreach (var application in await round.Api.List("caseworker-2", $"/applications?programmeId={round.Programme["id"]}"))
        {
            var failed = round.Between(1, 16) == 1 ? round.OneOf(checks) : null;
            await round.Api.Post("caseworker-2", $"/applications/{application["id"]}/formal-check", application, new
            {
                items = checks.Select(check => new
                {
                    check,
                    met = check != failed,
                    remark = check == failed ? "Nicht nachgewiesen." : null,
                }),
                reason = failed is null ? null : "Ein Punkt der Prüfliste ist nicht erfüllt.",
            });
            if (failed is not null)
                await round.Dispatch(application["id"]!.GetValue<string>());
            step();
        }
    }

    static object Content(Round round, string office)
    {
        // What is requested, and a little of the office's own money on top; most of it is staff.
        var requested = new Money(round.Between(60, 100) * 1_000_00L);
        var own = new Money(round.Between(0, 20) * 1_000_00L);
        var total = requested.Cents + own.Cents;
        var (services, events, material) = (total / 10, total / 20, total / 50);
        return new
        {
            title = $"Netzwerk {office}: gelingend aufwachsen",
            summary = $"Das Jugendamt {office} nimmt sein Netzwerk für Kinder von drei bis acht Jahren unter die Lupe "
                + "und entwickelt es weiter.",
            startingPosition = "Es gibt viele Angebote und Runden; Übergänge von der Kita in die Grundschule sind nicht abgestimmt.",
            goals = "Kein Mehr an Strukturen: bestehende Zusammenarbeit verbindlich machen, Doppelungen abbauen, "
                + "benachteiligte Kinder erreichen.",
            targetArea = $"{office}, Stadtteile mit hohem Anteil von Kindern in Grundsicherung",
            children = round.Between(400, 6000),
            partners = new[]
            {
                new { sector = "daycare", name = $"Kindertageseinrichtungen in {office}", role = "Übergang in die Schule" },
                new { sector = "school", name = $"Grundschulen in {office}", role = "Übergang aus der Kita" },
                new { sector = "health", name = "Kinder- und Jugendärzte", role = "Vorsorge und Frühförderung" },
            },
            steering = "Steuerungsgruppe unter Leitung der Jugendamtsleitung, viermal im Jahr.",
            politicalBacking = "Beschluss des Jugendhilfeausschusses liegt vor.",
            staff = new[] { new { function = "Netzwerkkoordination", percentOfFullTime = 50 } },
            milestones = new[]
            {
                new { title = "Bestandsaufnahme des Netzwerks", dueOn = "2019-06-30" },
                new { title = "Vereinbarung zum Übergang Kita–Grundschule", dueOn = "2020-03-31" },
            },
            financePlan = new
            {
                lines = new[]
                {
                    new { category = "personnel", amount = Round.Wire(new Money(total - services - events - material)) },
                    new { category = "services", amount = Round.Wire(new Money(services)) },
                    new { category = "events", amount = Round.Wire(new Money(events)) },
                    new { category = "material", amount = Round.Wire(new Money(material)) },
                },
                ownContribution = Round.Wire(own),
                thirdPartyFunds = Round.Wire(new Money(0)),
                requested = Round.Wire(requested),
            },
        };
    }
}
