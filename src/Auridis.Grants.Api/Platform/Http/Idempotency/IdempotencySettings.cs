namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The section <c>Idempotency</c>.</summary>
sealed class IdempotencySettings
{
    /// <summary>How long the answer to an Idempotency-Key is kept, in hours.</summary>
    public int KeepHours { get; init; } = 7 * 24;

    public static IdempotencySettings Read(IConfiguration configuration)
    {
        var settings = configuration.Read<IdempotencySettings>("Idempotency");
        // The contract promises a day.
        Settings.Require("Idempotency__KeepHours", settings.KeepHours, 24, 24 * 365);
        return settings;
    }
}
