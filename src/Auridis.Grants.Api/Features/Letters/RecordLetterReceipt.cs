using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>Records when a letter was received, as it is proven.</summary>
/// <remarks>
/// A receipt after the day of the announcement moves that day, and with it the period for remedies; an earlier one moves neither. In the
/// portal only reading announces a letter.
/// </remarks>
sealed class RecordLetterReceipt(CurrentUser user, BusinessClock clock) : Change<RecordLetterReceipt.Request, Letter>
{
    /// <param name="ReceivedOn">The day of the receipt, not in the future.</param>
    public sealed record Request(DateOnly ReceivedOn);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.ReceivedOn).Day();
    }

    public override void Configure()
    {
        Post("/letters/{id:guid}/receipt");
        Policies(Can.DispatchLetters);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, LetterProblems.ReceiptBeforeDispatch,
            LetterProblems.NotAnnounced);
    }

    protected override async Task<Outcome<Letter>> Handle(Tx tx, Request request)
    {
        var today = clock.Today;
        if (await Letter.Find(tx, Id, today) is not { } letter)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, letter.ProgrammeId, letter.OfficeAgs) is { } excluded)
            return excluded;
        if (letter.Version != SeenVersion)
            return Problems.Stale(letter.Version, SeenVersion);
        if (letter.DispatchedOn is null || request.ReceivedOn < letter.DispatchedOn)
            return LetterProblems.ReceiptBeforeDispatch;
        if (letter.AnnouncedOn is not { } thought)
            return LetterProblems.NotAnnounced;
        if (request.ReceivedOn > today)
            return Problems.InFuture(nameof(request.ReceivedOn));
        var announcedOn = Announcement.AfterReceipt(thought, request.ReceivedOn);
        var remedyEndsOn = letter.RemedyEndsAfter(announcedOn);
        if (announcedOn != thought)
            await Announcement.Reaches(tx, letter, remedyEndsOn);
        var received = new
        {
            Id,
            SeenVersion,
            request.ReceivedOn,
            AnnouncedOn = announcedOn,
            RemedyEndsOn = remedyEndsOn,
            tx.Author.At,
        };
        if (await tx.Execute(Receive, received) == 0)
            return Problems.Stale((await Letter.Find(tx, Id, today))!.Version, SeenVersion);
        Audit.Append(tx, AuditAction.LetterReceived, Id, SeenVersion + 1,
            new { request.ReceivedOn, AnnouncedOn = announcedOn, RemedyEndsOn = remedyEndsOn });
        return (await Letter.Find(tx, Id, today))!;
    }

    const string Receive = """
        update Letter
        set ReceivedOn = @ReceivedOn, AnnouncedOn = @AnnouncedOn, RemedyEndsOn = @RemedyEndsOn, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion
        """;
}
