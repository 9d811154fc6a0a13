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
            RuleFor(request => request.Code).ProgrammeCode();
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
        if (await IsTaken(tx, request.Code))
            return ProgrammeProblems.CodeTaken.With(("programmeCode", request.Code));
        return await Insert(tx, request.Code, request.Terms);
    }

    /// <summary>Whether there is a programme with this code.</summary>
    public static async Task<bool> IsTaken(Tx tx, string code) =>
        await tx.OneOrNull<int?>("select 1 from Programme where Code = @Code", new { Code = code }) is not null;

    /// <summary>Inserts a draft; reference data uses it too.</summary>
    /// <param name="copiedFrom">The programme that had the terms before; null when they are new.</param>
    public static async Task<Programme> Insert(Tx tx, string code, ProgrammeTerms terms, Guid? copiedFrom = null)
    {
        var id = tx.NewId();
        terms = RemedyOfLegalForm.Preset(terms);
        await tx.Execute(InsertRow, new
        {
            Id = id,
            Code = code,
            terms.SiteLimit,
            terms.CapPerSite,
            terms.Budget,
            terms.LotCommitment,
            terms.ClosesOn,
            terms.ReviewQuorum,
            CopiedFrom = copiedFrom,
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

    const string InsertRow = """
        insert into Programme (Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, LotCommitment, ClosesOn, ReviewQuorum,
            CopiedFrom, Terms, CreatedAt, UpdatedAt)
        values (@Id, 1, @Code, 'draft', @SiteLimit, @CapPerSite, @Budget, @LotCommitment, @ClosesOn, @ReviewQuorum,
            @CopiedFrom, @Terms, @At, @At)
        """;
}
