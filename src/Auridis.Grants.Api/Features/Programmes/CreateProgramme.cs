using FluentValidation;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Creates a draft programme.</summary>
/// <remarks>A draft can be edited and deleted. It takes no applications until it is opened.</remarks>
sealed class CreateProgramme : Creation<CreateProgramme.Request, Programme>
{
    /// <param name="Code">
    /// The short name in references, such as <c>2018-A</c>: capital letters, digits and hyphens, up to 20 characters.
    /// </param>
    /// <param name="Terms">Everything that the programme sets.</param>
    public sealed record Request(string Code, ProgrammeTerms Terms);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Code).MaximumLength(20).Matches("^[A-Z0-9]([A-Z0-9-]{0,18}[A-Z0-9])?\\z")
                .WithMessage(_ => Bilingual.Of(
                    "A programme's code has capital letters, digits and, between them, hyphens: up to 20 characters.",
                    "Der Code eines Programms hat Großbuchstaben, Ziffern und dazwischen Bindestriche: bis zu 20 Zeichen."));
            RuleFor(request => request.Terms).SetValidator(new ProgrammeTermsValidator());
        }
    }

    public override void Configure()
    {
        Post("/programmes");
        Policies(Can.ManageProgrammes);
        Refuses(ProgrammeProblems.CodeTaken);
    }

    protected override string LocationOf(Programme programme) => $"/programmes/{programme.Id}";

    protected override async Task<Outcome<Programme>> Handle(Tx tx, Request request)
    {
        if (await tx.OneOrNull<int?>(FindCode, new { request.Code }) is not null)
            return ProgrammeProblems.CodeTaken.With(("programmeCode", request.Code));
        return await Insert(tx, request.Code, request.Terms);
    }

    /// <summary>Inserts a draft; reference data uses it too.</summary>
    public static async Task<Programme> Insert(Tx tx, string code, ProgrammeTerms terms)
    {
        var id = tx.NewId();
        await tx.Execute(InsertRow, new
        {
            Id = id,
            Code = code,
            terms.SiteLimit,
            terms.CapPerSite,
            terms.Budget,
            Terms = StoredJson.Of(terms),
            tx.Author.At,
        });
        var programme = (await Programme.Find(tx, id))!;
        Audit.Append(tx, AuditAction.ProgrammeCreated, id, programme.Version, new { programme.Code, programme.Terms });
        return programme;
    }

    const string FindCode = "select 1 from Programme where Code = @Code";

    const string InsertRow = """
        insert into Programme (Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, Terms, CreatedAt, UpdatedAt)
        values (@Id, 1, @Code, 'draft', @SiteLimit, @CapPerSite, @Budget, @Terms, @At, @At)
        """;
}
