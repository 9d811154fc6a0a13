namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// A letter in the portal is announced on the day after its office has first read it. What is not read within ten days after it was
/// provided is not announced, and is provided again or sent in another way (§ 37 (2a) SGB X, § 41 (2a) VwVfG NRW).
/// </summary>
static class PortalReading
{
    const int Days = 10;

    /// <summary>What was provided before this day, and has not been read, is too late by now.</summary>
    public static DateOnly MissedBefore(DateOnly today) => today.AddDays(-Days);

    public static DateOnly AnnouncedOn(DateOnly readOn) => readOn.AddDays(1);

    /// <summary>Whether this caller's read of a letter announces it.</summary>
    public static bool Announces(Letter letter, CurrentUser user) =>
        letter is { Channel: LetterChannel.Portal, AnnouncedOn: null, Status: LetterStatus.Dispatched } && user.ActsFor(letter.OfficeAgs);

    /// <summary>Notes the first read; refused when it is none.</summary>
    public static async Task<Outcome<Done>> Note(Tx tx, Guid id, DateOnly today)
    {
        var letter = (await Letter.Find(tx, id, today))!;
        var announcedOn = AnnouncedOn(today);
        var remedyEndsOn = letter.RemedyEndsAfter(announcedOn);
        await Announcement.Reaches(tx, letter, remedyEndsOn);
        var read = new
        {
            Id = id,
            letter.Version,
            ReadOn = today,
            AnnouncedOn = announcedOn,
            RemedyEndsOn = remedyEndsOn,
            tx.Author.At,
        };
        if (await tx.Execute(NoteRow, read) == 0)
            return Problems.WrongState.With(("actual", LetterStatus.Announced), ("expected", LetterStatus.Dispatched));
        Audit.Append(tx, AuditAction.LetterRead, id, letter.Version + 1,
            new { ReadOn = today, AnnouncedOn = announcedOn, RemedyEndsOn = remedyEndsOn });
        return new Done();
    }

    const string NoteRow = """
        update Letter
        set ReadOn = @ReadOn, AnnouncedOn = @AnnouncedOn, RemedyEndsOn = @RemedyEndsOn, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @Version and Channel = 'portal' and AnnouncedOn is null
        """;
}
