namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Replaces the terms of a draft programme.</summary>
/// <remarks>Once it is opened, a programme keeps its terms.</remarks>
sealed class EditProgramme : Change<EditProgramme.Request, Programme>
{
    /// <param name="Terms">Everything that the programme sets.</param>
    public sealed record Request(ProgrammeTerms Terms);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.Terms).SetValidator(new ProgrammeTermsValidator());
    }

    public override void Configure()
    {
        Put("/programmes/{id:guid}");
        Policies(Can.ManageProgrammes);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx, Request request)
    {
        var terms = RemedyOfLegalForm.Preset(request.Terms);
        var changed = await tx.Execute(Update, new
        {
            Id,
            SeenVersion,
            terms.SiteLimit,
            terms.CapPerSite,
            terms.Budget,
            terms.LotCommitment,
            Terms = StoredJson.Of(terms),
            tx.Author.At,
        });
        if (changed == 0)
            return await Programme.WhyRefused(tx, Id, SeenVersion, ProgrammeStatus.Draft);
        Audit.Append(tx, AuditAction.ProgrammeEdited, Id, SeenVersion + 1, new { terms });
        return (await Programme.Find(tx, Id))!;
    }

    const string Update = """
        update Programme
        set Version = Version + 1, UpdatedAt = @At, SiteLimit = @SiteLimit, CapCents = @CapPerSite, BudgetCents = @Budget,
            LotCommitment = @LotCommitment, Terms = @Terms
        where Id = @Id and Version = @SeenVersion and Status = 'draft'
        """;
}
