using FluentValidation;

namespace Auridis.Grants.Api.Features.Clock;

/// <summary>Sets the business clock (Development only).</summary>
/// <remarks>
/// The clock runs on from the time that is set. Set it forward to pass a deadline. In Production this operation does not exist.
/// </remarks>
sealed class SetClock(BusinessClock clock) : Slice<SetClock.Request, Changed<ClockReading>>
{
    /// <param name="Now">The time to set; its date in Europe/Berlin is from 2000-01-01 to 2100-12-31.</param>
    public sealed record Request(DateTimeOffset Now);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() =>
            RuleFor(request => BusinessClock.DateOf(request.Now)).Day().OverridePropertyName(nameof(Request.Now));
    }

    public override void Configure()
    {
        Put("/clock");
        Policies(Can.SetClock);
        Refuses();
    }

    protected override async Task<Changed<ClockReading>> Answer(Request request, CancellationToken cancel)
    {
        var offset = clock.OffsetTo(request.Now);
        var outcome = await Effect.Of<ClockReading>(HttpContext, StatusCodes.Status200OK, async tx =>
        {
            await tx.Execute(Store, new { OffsetMilliseconds = (long)offset.TotalMilliseconds });
            Audit.Append(tx, AuditAction.ClockSet, Guid.Empty, 1, new { request.Now });
            return ClockReading.Of(request.Now, false);
        });
        // Once it is stored: an instance that starts from now on reads it there.
        if (outcome.Succeeded)
            clock.Offset = offset;
        return new(outcome);
    }

    const string Store = "update BusinessClock set OffsetMilliseconds = @OffsetMilliseconds";
}
