using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Replaces the terms of a draft.</summary>
sealed class EditProgramme : IEndpoint
{
    /// <param name="Terms">Everything that the programme sets.</param>
    public sealed record Request(ProgrammeTerms Terms);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Terms).SetValidator(new ProgrammeTermsValidator());
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/programmes/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanManageProgrammes)
        .NeedsIfMatch()
        .Describe("editProgramme", "Replaces the terms of a draft", "Once opened, a programme keeps its terms.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Programme>> Handle(Guid id, Request request, Change change) => change.Apply<Programme>(async tx =>
    {
        var changed = await tx.Execute(Update, new
        {
            id,
            change.Version,
            request.Terms.SiteLimit,
            CapCents = request.Terms.CapPerSite.Cents,
            BudgetCents = request.Terms.Budget.Cents,
            Terms = JsonSerializer.Serialize(request.Terms, Json.Stored),
        });
        if (changed == 0)
            return await Programme.WhyRefused(tx, id, change.Version, ProgrammeStatus.Draft);
        Audit.Append(tx, "programme.edited", id, change.Version + 1, new { request.Terms });
        return (await Programme.Find(tx, id))!;
    });

    const string Update = """
        update Programme
        set Version = Version + 1, SiteLimit = @SiteLimit, CapCents = @CapCents, BudgetCents = @BudgetCents, Terms = @Terms
        where Id = @id and Version = @Version and Status = 'draft'
        """;
}
