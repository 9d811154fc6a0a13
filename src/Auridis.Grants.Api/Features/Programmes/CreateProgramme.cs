using System.Text.RegularExpressions;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Creates a draft programme.</summary>
/// <remarks>A draft can be edited and deleted. It takes no applications until it is opened.</remarks>
sealed partial class CreateProgramme : Creation<CreateProgramme.Request, Programme>
{
    /// <param name="Code">
    /// The short name in references, such as <c>2018-A</c>: capital letters, digits and hyphens, up to 20 characters.
    /// </param>
    /// <param name="Terms">Everything that the programme sets.</param>
    public sealed record Request(string Code, ProgrammeTerms Terms);

    public sealed partial class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Code).MaximumLength(20).Matches(ProgrammeCode())
                .WithMessage(_ => Bilingual.Of(
                    "A programme's code has capital letters, digits and, between them, hyphens: up to 20 characters.",
                    "Der Code eines Programms hat Großbuchstaben, Ziffern und dazwischen Bindestriche: bis zu 20 Zeichen."));
            RuleFor(request => request.Terms).SetValidator(new ProgrammeTermsValidator());
        }

        [GeneratedRegex(
            "^[A-Z0-9]([A-Z0-9-]{0,18}[A-Z0-9])?\\z",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            matchTimeoutMilliseconds: 1000)]
        private static partial Regex ProgrammeCode();
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
        // All of it is known: to read it back would cost as much as to insert it.
        var programme = new Programme
        {
            Id = id,
            Version = 1,
            Code = code,
            Status = ProgrammeStatus.Draft,
            Terms = terms,
            Selected = 0,
            Committed = new Money(0),
            CreatedAt = tx.Author.At,
            UpdatedAt = tx.Author.At,
        };
        Audit.Append(tx, AuditAction.ProgrammeCreated, id, programme.Version, new { programme.Code, programme.Terms });
        return programme;
    }

    const string FindCode = "select 1 from Programme where Code = @Code";

    const string InsertRow = """
        insert into Programme (Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, Terms, CreatedAt, UpdatedAt)
        values (@Id, 1, @Code, 'draft', @SiteLimit, @CapPerSite, @Budget, @Terms, @At, @At)
        """;
}
