namespace Auridis.Grants.Tests.Features.YouthOffices;

/// <summary>
/// Who acts for an office takes no step on it, whatever their roles on the funding side. Each step is tried by such a person, changes
/// nothing, and is then taken by another.
/// </summary>
public abstract class ExcludedPersonsFixture(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();

    private protected Task Excluded(string office, string role, Func<GrantsClient, Task<Answer>> step) =>
        Excluded(office, step, app.Person("colleague", [role], office), app.Person("colleague", [role, Role.Applicant], office));

    /// <summary>The step is refused to each of these persons, and changes nothing.</summary>
    private protected async Task Excluded(string office, Func<GrantsClient, Task<Answer>> step, params GrantsClient[] persons)
    {
        var before = await AuditHead();
        foreach (var person in persons)
            Assert.That((await step(person)).Refused(403, "decider-conflicted")["office"], Is.EqualTo(office));
        Assert.That(await AuditHead(), Is.EqualTo(before));
    }

    /// <summary>A person with the same role who acts for another office.</summary>
    private protected GrantsClient Elsewhere(string office, string role) =>
        app.Person("elsewhere", [role], office == "05515000" ? "05513000" : "05515000");

    Task<long> AuditHead() => app.Db.Read(session => session.One<long>("select Seq from AuditHead"), CancellationToken.None);
}
