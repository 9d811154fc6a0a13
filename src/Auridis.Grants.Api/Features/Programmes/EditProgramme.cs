namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Replaces the terms of a draft programme.</summary>
/// <remarks>
/// Once it is opened, a programme keeps its terms. One that was copied takes no commitment of the lot that another programme has.
/// </remarks>
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
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.LotCommitmentUsed);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx, Request request)
    {
        if (await Programme.Lock(tx, Id) is not { } before)
            return Problems.NotFound;
        if (before.Version != SeenVersion || before.Status != ProgrammeStatus.Draft)
            return Problems.StaleOrWrongState(before.Version, SeenVersion, before.Status, ProgrammeStatus.Draft);
        var terms = RemedyOfLegalForm.Preset(request.Terms);
        if (before.CopiedFrom is not null && await OwnCommitment.WhyRefused(tx, terms.LotCommitment, Id) is { } used)
            return used;
        await tx.Execute(Update, new
        {
            Id,
            terms.SiteLimit,
            terms.CapPerSite,
            terms.Budget,
            terms.LotCommitment,
            terms.ClosesOn,
            terms.ReviewQuorum,
            Terms = StoredJson.Of(terms),
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.ProgrammeEdited, Id, SeenVersion + 1, new { terms });
        return (await Programme.Find(tx, Id))!;
    }

    const string Update = """
        update Programme
        set Version = Version + 1, UpdatedAt = @At, SiteLimit = @SiteLimit, CapCents = @CapPerSite, BudgetCents = @Budget,
            LotCommitment = @LotCommitment, ClosesOn = @ClosesOn, ReviewQuorum = @ReviewQuorum, Terms = @Terms
        where Id = @Id
        """;
}
