using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Makes a programme as a draft.</summary>
sealed class CreateProgramme : IEndpoint
{
    /// <param name="Code">Its short name in references, as <c>2018-A</c>: capital letters, digits and hyphens, up to 20.</param>
    /// <param name="Terms">Everything that the programme sets.</param>
    public sealed record Request(string Code, ProgrammeTerms Terms);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Code).Matches("^[A-Z0-9]([A-Z0-9-]{0,18}[A-Z0-9])?\\z")
                .WithMessage(_ => Text.Of("A programme's code has capital letters, digits and, between them, hyphens: up to 20 characters.",
                    "Der Code eines Programms hat Großbuchstaben, Ziffern und dazwischen Bindestriche: bis zu 20 Zeichen."));
            RuleFor(request => request.Terms).SetValidator(new ProgrammeTermsValidator());
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/programmes", Handle)
        .RequireAuthorization(Policies.CanManageProgrammes)
        .Describe("createProgramme", "Makes a programme as a draft",
            "A draft can be edited and deleted; it takes no applications until it is opened.")
        .Refuses(ProgrammeProblems.CodeTaken);

    static Task<Created<Programme>> Handle(Request request, Change change, TimeProvider clock) =>
        change.Create<Programme>(programme => $"/programmes/{programme.Id}", async tx =>
        {
            if (await tx.Find<int?>(FindCode, new { request.Code }) is not null)
                return ProgrammeProblems.CodeTaken.With(("programmeCode", request.Code));
            return await Insert(tx, clock, request.Code, request.Terms);
        });

    /// <summary>Inserts a draft; reference data uses it too.</summary>
    public static async Task<Programme> Insert(Tx tx, TimeProvider clock, string code, ProgrammeTerms terms)
    {
        var programme = new Programme(Guid.CreateVersion7(clock.GetUtcNow()), 1, code, ProgrammeStatus.Draft, terms, 0, new Money(0), null);
        await tx.Execute(InsertRow, new
        {
            programme.Id,
            programme.Version,
            programme.Code,
            programme.Status,
            terms.SiteLimit,
            CapCents = terms.CapPerSite.Cents,
            BudgetCents = terms.Budget.Cents,
            Terms = JsonSerializer.Serialize(terms, Json.Stored),
            CreatedAt = tx.Origin.At,
        });
        Audit.Append(tx, "programme.created", programme.Id, programme.Version, new { programme.Code, programme.Terms });
        return programme;
    }

    const string FindCode = "select 1 from Programme where Code = @Code";

    const string InsertRow = """
        insert into Programme (Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, Terms, CreatedAt)
        values (@Id, @Version, @Code, @Status, @SiteLimit, @CapCents, @BudgetCents, @Terms, @CreatedAt)
        """;
}
