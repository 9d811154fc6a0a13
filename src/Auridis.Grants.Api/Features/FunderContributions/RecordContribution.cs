using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>Records money that the funder has paid, or that went back to it.</summary>
/// <remarks>
/// It counts when a second person confirms it. From the first that is confirmed on, no more is released in the programme than there is.
/// </remarks>
sealed class RecordContribution(CurrentUser user, BusinessClock clock) : Creation<RecordContribution.Request, Contribution>
{
    /// <param name="Kind">Which way the money went.</param>
    /// <param name="Amount">The sum that the bank booked, whichever way it went.</param>
    /// <param name="BookedOn">The booking date on the bank's statement, not after today.</param>
    /// <param name="BankReference">
    /// The bank's reference, up to 140 characters, without spaces around it; each is recorded once in a programme.
    /// </param>
    public sealed record Request(
        [property: OneOf(typeof(ContributionKind))] string Kind, Money Amount, DateOnly BookedOn, string BankReference);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Kind).OneOf(typeof(ContributionKind));
            RuleFor(request => request.Amount).Positive();
            RuleFor(request => request.BookedOn).Day();
            RuleFor(request => request.BankReference).BankReference();
        }
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/contributions");
        Policies(Can.RecordContributions);
        MovesMoney();
        Refuses(Problems.NotFound, Problems.WrongState, ContributionProblems.ContributionKnown);
    }

    protected override string LocationOf(Contribution created) => $"/contributions/{created.Id}";

    protected override async Task<Outcome<Contribution>> Handle(Tx tx, Request request)
    {
        if (request.BookedOn > clock.Today)
            return Problems.ValidationFailed.At("/bookedOn", Bilingual.Of("Not after today.", "Nicht nach dem heutigen Tag."));
        if (await Programme.Lock(tx, Id) is not { } programme)
            return Problems.NotFound;
        if (programme.Status == ProgrammeStatus.Draft)
            return Problems.WrongState.With(("actual", programme.Status), ("expected", ProgrammeStatus.Open));
        if (await tx.OneOrNull<int?>(SameBooking, new { Id, request.BankReference }) is not null)
            return ContributionProblems.ContributionKnown.With(("reference", request.BankReference));
        await tx.Execute(Begin, new { Id });
        var number = await tx.ExecuteAndRead<int>(Count, new { Id });
        var contributionId = tx.NewId();
        await tx.Execute(Insert, new
        {
            ContributionId = contributionId,
            Id,
            Reference = ContributionReference.Of(programme.Code, number),
            request.Kind,
            request.Amount,
            request.BookedOn,
            request.BankReference,
            user.Actor,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.ContributionProposed, contributionId, 1, new
        {
            ProgrammeId = Id,
            request.Kind,
            request.Amount,
            request.BookedOn,
            BankReference = SaltedDigest.Of(request.BankReference),
        });
        return (await Contribution.Find(tx, contributionId))!;
    }

    const string SameBooking = """
        select 1 from Contribution where ProgrammeId = @Id and BankReference = @BankReference and Status <> 'refused'
        """;

    // The fund begins with the first contribution; whoever records another holds the programme.
    const string Begin = """
        insert into Fund (ProgrammeId, ReceivedCents, ReturnedCents, ContributionCount)
        select Id, 0, 0, 0 from Programme where Id = @Id and not exists (select 1 from Fund where ProgrammeId = @Id)
        """;

    const string Count = """
        update Fund set ContributionCount = ContributionCount + 1 where ProgrammeId = @Id;
        select ContributionCount from Fund where ProgrammeId = @Id
        """;

    const string Insert = """
        insert into Contribution
            (Id, Version, ProgrammeId, Reference, Status, Kind, AmountCents, BookedOn, BankReference, ProposedBy, CreatedAt, UpdatedAt)
        values
            (@ContributionId, 1, @Id, @Reference, 'proposed', @Kind, @Amount, @BookedOn, @BankReference, @Actor, @At, @At)
        """;
}
