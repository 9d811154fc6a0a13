namespace Auridis.Grants.Api.Values;

static class Times
{
    /// <summary>Cuts a time to the precision that both databases keep, so that what is written is what is read.</summary>
    public static DateTimeOffset ToMilliseconds(this DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
}
