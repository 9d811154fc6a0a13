using Auridis.Grants.Api.Platform.Deadlines;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Clock;

/// <summary>Sets the business clock (Development only).</summary>
/// <remarks>
/// The clock runs on from the time that is set. Set it forward to pass a deadline: what falls due until then is done before the answer. It
/// never goes back. In Production this operation does not exist.
/// </remarks>
sealed class SetClock(BusinessClock clock, Sweep sweep) : Slice<SetClock.Request, Changed<ClockReading>>
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
        Refuses(ClockProblems.Backwards);
    }

    protected override async Task<Changed<ClockReading>> Answer(Request request, CancellationToken cancel)
    {
        var offset = clock.OffsetTo(request.Now);
        var outcome = await Effect.Of<ClockReading>(HttpContext, StatusCodes.Status200OK, async tx =>
        {
            if (await tx.Execute(Store, new { OffsetMilliseconds = (long)offset.TotalMilliseconds }) == 0)
                return ClockProblems.Backwards.With(("now", clock.Now));
            Audit.Append(tx, AuditAction.ClockSet, Guid.Empty, 1, new { request.Now });
            return ClockReading.Of(request.Now, false);
        });
        // Once it is stored: an instance that starts from now on reads it there.
        if (outcome.Succeeded)
        {
            clock.Advance(offset);
            await sweep.Run(cancel);
        }
        return new(outcome);
    }

    const string Store = """
        update BusinessClock set OffsetMilliseconds = @OffsetMilliseconds where OffsetMilliseconds <= @OffsetMilliseconds
        """;
}
