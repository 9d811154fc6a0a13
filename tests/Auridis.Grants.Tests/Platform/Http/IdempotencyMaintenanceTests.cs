using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auridis.Grants.Tests.Platform.Http;

public sealed class IdempotencyMaintenanceTests(DatabaseKind kind) : ApiTests(kind)
{
    [Test]
    public async Task Keys_are_forgotten_after_the_time_that_is_set_and_not_before()
    {
        var caseworker = app.As("caseworker-1");
        foreach (var number in Enumerable.Range(1, 3))
            (await caseworker.Post("/programmes", Sample.Programme($"KEY-{number}"), key: $"key-{number}")).Succeeded();
        // More old ones than a chunk holds, with a gap in between.
        await app.Db.Write<bool>(new("test", "test", DateTimeOffset.UnixEpoch), async tx =>
        {
            foreach (var number in Enumerable.Range(1, IdempotencyMaintenance.Chunk + 7))
            {
                await tx.Execute("insert into IdempotencyRecord (Scope, Fingerprint, CreatedAt) values (@Scope, '', @At)",
                    new { Scope = Idempotency.ScopeOf(number.ToString(System.Globalization.CultureInfo.InvariantCulture)), tx.Author.At });
            }
            return true;
        }, CancellationToken.None);

        Assert.That(await Forget(TimeSpan.FromHours(47)), Is.EqualTo(IdempotencyMaintenance.Chunk + 7));
        (await caseworker.Post("/programmes", Sample.Programme("KEY-1"), key: "key-1")).Succeeded();

        Assert.That(await Forget(TimeSpan.FromHours(49)), Is.EqualTo(3));
        (await caseworker.Post("/programmes", Sample.Programme("KEY-1"), key: "key-1")).Refused(409, "programme-code-taken");
    }

    async Task<int> Forget(TimeSpan later)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Idempotency:KeepHours", "48")]).Build();
        var clock = new LaterClock(app.Services.GetRequiredService<TimeProvider>(), later);
        using var maintenance = new IdempotencyMaintenance(app.Db, clock, settings, NullLogger<IdempotencyMaintenance>.Instance);
        return await maintenance.Forget(CancellationToken.None);
    }

    sealed class LaterClock(TimeProvider clock, TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + later;
    }
}
