using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Enters the two parts of the lot.</summary>
sealed class EnterLot : IEndpoint
{
    /// <param name="Secret">The text whose SHA-256 is the programme's <c>lotCommitment</c>, up to 200 characters.</param>
    /// <param name="PublicValue">The value that the programme's <c>lotSource</c> names, up to 200 characters.</param>
    public sealed record Request(string Secret, string PublicValue);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Secret).Line(200);
            RuleFor(request => request.PublicValue).Line(200);
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/programmes/{id:guid}/lot", Handle)
        .RequireAuthorization(Policies.CanDrawLot)
        .NeedsIfMatch()
        .Describe("enterLot", "Enters the two parts of the lot",
            "After the deadline. The secret must be the one that was committed to. Until another person confirms it, the entry can be replaced.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.LotDrawn, ProgrammeProblems.LotMismatch);

    static Task<Changed<Programme>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Programme>(async tx =>
    {
        if (await tx.Execute(Enter, new { id, change.Version, request.Secret, request.PublicValue, user.Actor }) == 0)
            return await WhyRefused(tx, id, change.Version);
        var programme = (await Programme.Find(tx, id))!;
        if (!Lot.Fits(request.Secret, programme.Terms.LotCommitment))
            return (Problem)ProgrammeProblems.LotMismatch;
        Audit.Append(tx, "programme.lot-entered", id, programme.Version, new { request.PublicValue });
        return programme;
    });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, int version) =>
        await Programme.Find(tx, id) is { Lot.Confirmed: true } programme && programme.Version == version
            ? ProgrammeProblems.LotDrawn
            : await Programme.WhyRefused(tx, id, version, ProgrammeStatus.Closed, ProgrammeStatus.Decided, ProgrammeStatus.Running);

    const string Enter = """
        update Programme set LotSecret = @Secret, LotValue = @PublicValue, LotEnteredBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and Status in ('closed', 'decided', 'running') and LotConfirmedBy is null
        """;
}
