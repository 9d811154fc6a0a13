namespace Auridis.Grants.Api.Values;

/// <summary>
/// The time that business rules read. In Production the real one. In Development it has an offset that a tester sets, so that the
/// round of 2018 can be played today. Tokens, audit times and retries always use real time.
/// </summary>
sealed class BusinessClock(TimeProvider time)
{
    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    long offsetTicks;

    /// <summary>The business time, UTC, in whole milliseconds.</summary>
    public DateTimeOffset Now => time.GetUtcNow().Add(Offset).ToMilliseconds();

    /// <summary>The business date in Europe/Berlin. A deadline is the end of its day there.</summary>
    public DateOnly Today => DateOf(Now);

    /// <summary>Business time less real time.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    /// <summary>Sets the offset, unless it is a greater one by now: of two who set the clock at once, the later time stays.</summary>
    public void Advance(TimeSpan offset)
    {
        for (var seen = Interlocked.Read(ref offsetTicks); seen < offset.Ticks;)
        {
            var found = Interlocked.CompareExchange(ref offsetTicks, offset.Ticks, seen);
            if (found == seen)
                return;
            seen = found;
        }
    }

    /// <summary>The date in Europe/Berlin at a time.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Berlin).DateTime);

    /// <summary>The offset that brings the clock to a time.</summary>
    public TimeSpan OffsetTo(DateTimeOffset at) => at - time.GetUtcNow();
}
