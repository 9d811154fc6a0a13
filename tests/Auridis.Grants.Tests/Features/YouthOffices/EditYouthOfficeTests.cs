using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.YouthOffices;

public sealed class EditYouthOfficeTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly object Address = new { street = "Rathausstraße 1", postalCode = "33602", town = "Bielefeld" };

    [Test]
    public async Task All_but_the_key_can_change()
    {
        var before = await Office("05711000");

        var changed = (await app.As("admin-1").Put(PathOf(before), With(before, name: "Bielefeld (Stadt)", address: Address), before.ETag))
            .Succeeded();

        Assert.That((changed["ags"], changed["name"], changed["address.street"], changed["address.postalCode"], changed["address.town"]),
            Is.EqualTo(("05711000", "Bielefeld (Stadt)", "Rathausstraße 1", "33602", "Bielefeld")));
        Assert.That(changed.ETag, Is.EqualTo("\"2\""));
        Assert.That((await app.As("funder-1").Get(PathOf(before))).Succeeded().Text, Is.EqualTo(changed.Text));
        var cleared = (await app.As("admin-1").Put(PathOf(before), With(before), changed.ETag)).Succeeded();
        Assert.That((cleared["name"], cleared["address"]), Is.EqualTo((before["name"], "")));
    }

    [Test]
    public async Task Only_reference_data_keepers_change_offices_and_only_the_version_they_saw()
    {
        var office = await Office("05754000");

        (await app.As("caseworker-1").Put(PathOf(office), With(office), office.ETag)).Refused(403, "forbidden");
        (await app.As("admin-1").Put(PathOf(office), With(office), "\"7\"")).Refused(412, "stale-version");
        (await app.As("admin-1").Put(PathOf(office), With(office))).Refused(428, "if-match-missing");
        (await app.As("admin-1").Put($"/youth-offices/{Guid.Empty}", With(office), office.ETag)).Refused(404, "not-found");
        (await app.As("admin-1").Put(PathOf(office), new { ags = "05754000", name = "x", kind = "county", governmentDistrict = "Detmold" },
            office.ETag)).Refused(400, "unknown-field");
        Assert.That((await Office("05754000")).Text, Is.EqualTo(office.Text));
    }

    [TestCase("name", "", "/name")]
    [TestCase("kind", "municipality", "/kind")]
    [TestCase("governmentDistrict", "", "/governmentDistrict")]
    [TestCase("postalCode", "3360", "/address/postalCode")]
    [TestCase("street", "a\nb", "/address/street")]
    [TestCase("town", "", "/address/town")]
    public async Task What_cannot_be_said_of_an_office_is_refused(string member, string value, string place)
    {
        var office = await Office("05758000");
        string Or(string name, string fallback) => member == name ? value : fallback;

        var refused = (await app.As("admin-1").Put(PathOf(office), new
        {
            name = Or("name", "Kreis Herford"),
            kind = Or("kind", "county"),
            governmentDistrict = Or("governmentDistrict", "Detmold"),
            county = value is "municipality" ? "Kreis Herford" : null,
            address = new { street = Or("street", "Markt 1"), postalCode = Or("postalCode", "32049"), town = Or("town", "Herford") },
        }, office.ETag)).Refused(400, "validation-failed");

        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([place]));
        Assert.That((await Office("05758000")).Text, Is.EqualTo(office.Text));
    }

    [Test]
    public async Task Kind_and_district_stay_while_a_quota_counts_the_place_of_the_office()
    {
        var round = await Round.Play(app, "COUNTED", 2, terms => terms with
        {
            Quotas = [new Quota(QuotaBy.GovernmentDistrict, "Münster", 5), new Quota(QuotaBy.GovernmentDistrict, "Arnsberg", 5)],
        });
        var place = round.Applications[1];
        var award = (await round.Offer(place))[0];
        var office = await Office(place.Office);
        var other = OtherDistrict(office);

        Assert.That((await app.As("admin-1").Put(PathOf(office), With(office, district: other), office.ETag))
            .Refused(409, "office-holds-place")["programmeCode"], Is.EqualTo("COUNTED"));
        (await app.As("admin-1").Put(PathOf(office), With(office, district: other), "\"9\"")).Refused(412, "stale-version");
        var renamed = (await app.As("admin-1").Put(PathOf(office), With(office, name: "Umbenannt"), office.ETag)).Succeeded();

        (await app.Applicant(place.Office).Post(
            $"/awards/{award["id"]}/decline", new { reason = "Kein Personal" }, award.ETag, Payments.Key)).Succeeded();
        Assert.That((await app.As("admin-1").Put(PathOf(office), With(office, district: other), renamed.ETag))
            .Succeeded()["governmentDistrict"], Is.EqualTo(other));
    }

    [Test]
    public async Task A_place_is_given_back_to_the_quota_that_it_was_taken_from_whatever_happens_at_once()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            var round = await Round.Play(app, $"COUNTED-RACE-{turn}", 2, terms => terms with
            {
                Quotas = [new Quota(QuotaBy.GovernmentDistrict, "Münster", 5), new Quota(QuotaBy.GovernmentDistrict, "Arnsberg", 5)],
            });
            var place = round.Applications[0];
            var office = await Office(place.Office);
            var confirmed = await round.Confirmed(place);
            var other = OtherDistrict(office);

            var publishing = Task.Run(() => round.Publish(confirmed));
            var moving = Task.Run(() => app.As("admin-1").Put(PathOf(office), With(office, district: other), office.ETag));
            (await publishing).Succeeded();
            Assert.That((await moving).Code, Is.AnyOf(null, "office-holds-place"));

            var counted = await app.Db.Read(session => session.All<string>(
                "select Value from ProgrammeQuota where ProgrammeId = @ProgrammeId and Taken = 1", new { round.ProgrammeId }),
                CancellationToken.None);
            Assert.That(counted, Is.EqualTo([(await Office(place.Office))["governmentDistrict"]]));
        }
    }

    static string OtherDistrict(Answer office) => office["governmentDistrict"] is "Münster" ? "Arnsberg" : "Münster";

    static string PathOf(Answer office) => "/youth-offices/" + office["id"];

    static object With(Answer office, string? name = null, string? district = null, object? address = null) => new
    {
        name = name ?? office["name"],
        kind = office["kind"],
        governmentDistrict = district ?? office["governmentDistrict"],
        county = office["county"] is "" ? null : office["county"],
        address,
    };

    async Task<Answer> Office(string ags)
    {
        var found = (await app.As("admin-1").Get("/youth-offices?ags=" + ags)).Succeeded().Json.GetProperty("items")[0];
        return (await app.As("admin-1").Get($"/youth-offices/{found.GetProperty("id").GetString()}")).Succeeded();
    }
}
