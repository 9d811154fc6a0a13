using FluentValidation;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Declares the caller's conflicts of interest in a programme, or that there are none.</summary>
/// <remarks>
/// § 20 VwVfG NRW, § 16 SGB X. One declaration for each person and programme. It names the offices that the person has a conflict of
/// interest on; with an empty list the person declares that there is none. Who proposes, confirms or publishes a selection has declared
/// before, and takes none of these steps on a selection that decides on an office named here. Nor does the person check the applications
/// of such an office, review them, or assign their reviews. The declaration can be replaced until one of the person's proposals,
/// confirmations or publications rests on it; nobody else changes it, so that no If-Match is needed.
/// </remarks>
sealed class SaveConflictDeclaration(CurrentUser user) : Slice<SaveConflictDeclaration.Request, Changed<ConflictDeclaration>>
{
    /// <param name="Offices">The offices with a conflict, up to 200, each once; empty when there is none.</param>
    public sealed record Request(IReadOnlyList<ConflictedOffice> Offices);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Offices).AtMost(200).UniqueBy(office => office.OfficeAgs);
            RuleForEach(request => request.Offices).ChildRules(office =>
            {
                office.RuleFor(item => item.OfficeAgs).Line(8);
                office.RuleFor(item => item.Reason).Prose(2000);
            });
        }
    }

    public override void Configure()
    {
        Put("/programmes/{id:guid}/conflict-declaration");
        Policies(Can.DeclareConflicts);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeclarationUsed, YouthOfficeProblems.Unknown);
    }

    protected override async Task<Changed<ConflictDeclaration>> Answer(Request request, CancellationToken cancel) =>
        new(await Effect.Of(HttpContext, StatusCodes.Status200OK, tx => Save(tx, request)));

    async Task<Outcome<ConflictDeclaration>> Save(Tx tx, Request request)
    {
        if (await tx.OneOrNull<int?>("select 1 from Programme where Id = @Id", new { Id }) is null)
            return Problems.NotFound;
        var values = new { NewId = tx.NewId(), Id, user.Actor, Offices = StoredJson.Of(request.Offices), tx.Author.At };
        if (await tx.Execute(Replace, values) == 0)
        {
            if (await ConflictDeclaration.Find(tx, Id, user.Actor) is { } used)
                return YouthOfficeProblems.DeclarationUsed.With(("usedOn", used.UsedOn!.Value));
            await tx.Execute(Insert, values);
        }
        foreach (var office in request.Offices)
        {
            if (await YouthOffice.FindByAgs(tx, office.OfficeAgs) is null)
                return YouthOfficeProblems.Unknown.With(("office", office.OfficeAgs));
        }
        var declaration = (await ConflictDeclaration.Find(tx, Id, user.Actor))!;
        // Which offices a person is close to is about the person: the trail keeps how many there are.
        Audit.Append(tx, AuditAction.ConflictDeclarationSaved, declaration.Id, declaration.Version,
            new { declaration.ProgrammeId, Offices = declaration.Offices.Count });
        return declaration;
    }

    const string Replace = """
        update ConflictDeclaration set Offices = @Offices, Version = Version + 1, UpdatedAt = @At
        where ProgrammeId = @Id and Person = @Actor and UsedOn is null
        """;

    const string Insert = """
        insert into ConflictDeclaration (Id, Version, ProgrammeId, Person, Offices, CreatedAt, UpdatedAt)
        values (@NewId, 1, @Id, @Actor, @Offices, @At, @At)
        """;
}
