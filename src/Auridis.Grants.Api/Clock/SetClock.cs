using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Clock;

/// <summary>Sets the business clock, from where it runs on. The route exists in Development only.</summary>
sealed class SetClock : IEndpoint
{
    /// <param name="Now">The time to set; its date in Europe/Berlin is from 2000-01-01 to 2100-12-31.</param>
    public sealed record Request(DateTimeOffset Now);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => BusinessClock.DateOf(request.Now)).Day().OverridePropertyName(nameof(Request.Now));
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/clock", Handle)
        .RequireAuthorization(Policies.CanSetClock)
        .Describe("setClock", "Sets the business clock (Development only)",
            "The clock runs on from the time that is set. Set it forward to pass a deadline. In Production this operation does not exist.")
        .Refuses();

    static Task<Changed<GetClock.Response>> Handle(Request request, Change change, BusinessClock clock)
    {
        var offset = clock.OffsetTo(request.Now);
        return change.Apply<GetClock.Response>(async tx =>
        {
            await tx.Execute(Store, new { OffsetMilliseconds = (long)offset.TotalMilliseconds });
            Audit.Append(tx, "clock.set", Guid.Empty, 1, new { request.Now });
            return GetClock.Of(request.Now, false);
        }, onCommitted: () => clock.Offset = offset);
    }

    const string Store = "update BusinessClock set OffsetMilliseconds = @OffsetMilliseconds";
}
