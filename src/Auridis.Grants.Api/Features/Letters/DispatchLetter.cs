using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>Records that a letter was dispatched.</summary>
/// <remarks>
/// Once; and again where the office has not read it in the portal in time. From now on the office sees it. By post, registered or
/// electronic it is announced on the third day after, from 2025 on the fourth; served or handed over on the day itself; in the portal on
/// the day after the office first read it. The award that it offers is final after the period for remedies, which begins then.
/// </remarks>
sealed class DispatchLetter(CurrentUser user, BusinessClock clock) : Change<DispatchLetter.Request, Letter>
{
    /// <param name="Channel">How it went.</param>
    /// <param name="On">
    /// The day on which it went: neither before the day that it is dated nor in the future; of the channel <c>portal</c> today.
    /// </param>
    public sealed record Request([property: OneOf(typeof(LetterChannel))] string Channel, DateOnly On);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Channel).OneOf(typeof(LetterChannel));
            RuleFor(request => request.On).Day();
        }
    }

    public override void Configure()
    {
        Post("/letters/{id:guid}/dispatch");
        Policies(Can.DispatchLetters);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, LetterProblems.Dispatched);
    }

    protected override async Task<Outcome<Letter>> Handle(Tx tx, Request request)
    {
        var today = clock.Today;
        if (await Letter.Find(tx, Id, today) is not { } letter)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, letter.ProgrammeId, letter.OfficeAgs) is { } excluded)
            return excluded;
        if (DayOfDispatch.WhyRefused(letter, request.Channel, request.On, today) is { } wrong)
            return WhyRefused(letter) ?? wrong;
        var announcedOn = Announcement.Of(request.Channel, request.On);
        var remedyEndsOn = announcedOn is { } day ? letter.RemedyEndsAfter(day) : null;
        // The award comes before the letter in the order of locks.
        await Announcement.Reaches(tx, letter, remedyEndsOn);
        var dispatched = new
        {
            Id,
            SeenVersion,
            request.Channel,
            request.On,
            user.Actor,
            AnnouncedOn = announcedOn,
            RemedyEndsOn = remedyEndsOn,
            MissedBefore = PortalReading.MissedBefore(today),
            tx.Author.At,
        };
        if (await tx.Execute(Dispatch, dispatched) == 0)
            return WhyRefused((await Letter.Find(tx, Id, today))!)!;
        Audit.Append(tx, AuditAction.LetterDispatched, Id, SeenVersion + 1,
            new { request.Channel, DispatchedOn = request.On, AnnouncedOn = announcedOn, RemedyEndsOn = remedyEndsOn });
        return (await Letter.Find(tx, Id, today))!;
    }

    /// <summary>Why a letter that stands so is not dispatched; null when it can be.</summary>
    Problem? WhyRefused(Letter now) =>
        now.Version != SeenVersion ? Problems.Stale(now.Version, SeenVersion)
        : now.Status is LetterStatus.Created or LetterStatus.Unread ? null
        : LetterProblems.Dispatched.With(("dispatchedOn", now.DispatchedOn), ("channel", now.Channel));

    const string Dispatch = $"""
        update Letter
        set Channel = @Channel, DispatchedOn = @On, DispatchedBy = @Actor, AnnouncedOn = @AnnouncedOn, RemedyEndsOn = @RemedyEndsOn,
            Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and (DispatchedOn is null or {LetterRow.Missed})
        """;
}
