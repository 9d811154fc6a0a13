using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>A letter (Bescheid, Schreiben) to the office of an application. What it says is frozen when it is made.</summary>
sealed record Letter : IView, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The reference, such as <c>GA-2018-A-0007-B02</c>: the application's, <c>B</c>, and a number without gaps there.</summary>
    public required string Reference { get; init; }

    /// <summary>The programme of the application.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The application that it is about.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The award that it is about; null when it is about none.</summary>
    public Guid? AwardId { get; init; }

    /// <summary>The repayment claim that it makes, or is about; null when it is about none.</summary>
    public Guid? RepaymentClaimId { get; init; }

    /// <summary>The AGS of the Jugendamt that it goes to.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>What it tells the office.</summary>
    [OneOf(typeof(LetterKind))]
    public required string Kind { get; init; }

    /// <summary>As of the business date.</summary>
    [OneOf(typeof(LetterStatus))]
    public required string Status { get; init; }

    /// <summary>The day that it is dated.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>SHA-256 of the bytes of its document: 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The remedy that is open against what it decides.</summary>
    [OneOf(typeof(Remedy))]
    public required string Remedy { get; init; }

    /// <summary>The period for it, in months after the announcement: 12 where the letter does not instruct on it.</summary>
    public required int RemedyMonths { get; init; }

    /// <summary>How it went to the office; null until it was dispatched.</summary>
    [OneOf(typeof(LetterChannel))]
    public string? Channel { get; init; }

    /// <summary>The day on which it was dispatched; null until then.</summary>
    public DateOnly? DispatchedOn { get; init; }

    /// <summary>The day on which the office first read it in the portal; null when it did not.</summary>
    public DateOnly? ReadOn { get; init; }

    /// <summary>The day on which it was received, as far as that is proven; null when it is not.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The day of its announcement (Bekanntgabe), which may still be to come; null as long as that is open.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>The last day of the period for remedies; null before the announcement, and where there is no remedy.</summary>
    public DateOnly? RemedyEndsOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The letter, or null when there is none with this id.</summary>
    /// <param name="today">The business date, which its state follows.</param>
    public static Task<Letter?> Find(Session session, Guid id, DateOnly today) => session.OneOrNull<Letter>(
        Select + " where Id = @Id", new { Id = id, Today = today, MissedBefore = PortalReading.MissedBefore(today) });

    /// <summary>
    /// The letter, or null when there is none that this caller may see. What has not gone out, or is no longer provided, is the funding
    /// side's own.
    /// </summary>
    public static async Task<Letter?> FindFor(Session session, Guid id, CurrentUser user, DateOnly today) =>
        await Find(session, id, today) is { } letter
            && (user.SeesAllOffices
                || (user.ActsFor(letter.OfficeAgs) && letter.Status is not (LetterStatus.Created or LetterStatus.Unread)))
            ? letter
            : null;

    /// <summary>
    /// Makes the letter of a step in the transaction of that step: numbered in its application, and frozen with its hash. The caller
    /// holds the application, or its award.
    /// </summary>
    /// <param name="kind">A <see cref="LetterKind"/>; one of another feature is added there, and to the table's check.</param>
    /// <param name="terms">Those that govern what is decided: they say which remedy is open, and who writes.</param>
    /// <param name="text">What it says.</param>
    /// <param name="today">The business date, which is its date.</param>
    /// <param name="awardId">The award that it is about, where it is about one.</param>
    /// <param name="claimId">The repayment claim that it makes or is about, where there is one.</param>
    public static async Task Create(
        Tx tx, string kind, Guid applicationId, ProgrammeTerms terms, LetterText text, DateOnly today, Guid? awardId = null,
        Guid? claimId = null)
    {
        var to = await tx.One<Addressee>(SelectAddressee, new { ApplicationId = applicationId });
        var (id, number, remedy) = (tx.NewId(), to.Letters + 1, RemedyOfLetter.Of(kind, terms));
        var reference = LetterReference.Of(to.ApplicationReference, number);
        var content = LetterDocument.Of(
            reference, terms, to.Name, to.Address, text, InstructionOnRemedy.Of(remedy, terms, to.OfficeAgs), today);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        await tx.Execute(Insert, new
        {
            Id = id,
            Reference = reference,
            to.ProgrammeId,
            ApplicationId = applicationId,
            AwardId = awardId,
            ClaimId = claimId,
            to.OfficeAgs,
            Number = number,
            Kind = kind,
            IssuedOn = today,
            Remedy = remedy,
            RemedyMonths = RemedyPeriod.Months(terms),
            tx.Author.At,
            Content = content,
            Sha256 = sha256,
        });
        Audit.Append(tx, AuditAction.LetterCreated, id, 1,
            new
            {
                Reference = reference,
                Kind = kind,
                ApplicationId = applicationId,
                AwardId = awardId,
                RepaymentClaimId = claimId,
                Sha256 = sha256,
            });
    }

    /// <summary>The letter of a decision on an award, or on a claim on it. The caller holds the award.</summary>
    public static Task Create(Tx tx, string kind, Award award, LetterText text, DateOnly today, Guid? claimId = null) =>
        Create(tx, kind, award.ApplicationId, award.Terms, text, today, award.Id, claimId);

    /// <summary>The last day of the period for remedies that begins with this announcement; null where there is no remedy.</summary>
    public DateOnly? RemedyEndsAfter(DateOnly announcedOn) => RemedyPeriod.LastDay(announcedOn, Remedy, RemedyMonths);

    /// <summary>The letters, with their state by <c>@Today</c> and <c>@MissedBefore</c>.</summary>
    public const string Select = $"""
        select Seq, Id, Version, Reference, ProgrammeId, ApplicationId, AwardId, RepaymentClaimId, OfficeAgs, Kind,
            {LetterRow.Status} as Status, IssuedOn,
            (select d.Sha256 from LetterDocument d where d.LetterId = Letter.Id) as Sha256, Remedy, RemedyMonths, Channel,
            DispatchedOn, ReadOn, ReceivedOn, AnnouncedOn, RemedyEndsOn, CreatedAt, UpdatedAt
        from Letter
        """;

    const string SelectAddressee = """
        select a.ProgrammeId, a.OfficeAgs, a.Reference as ApplicationReference, o.Name, o.Address,
            (select count(*) from Letter l where l.ApplicationId = a.Id) as Letters
        from Application a join YouthOffice o on o.Id = a.YouthOfficeId
        where a.Id = @ApplicationId
        """;

    const string Insert = """
        insert into Letter (Id, Version, Reference, ProgrammeId, ApplicationId, AwardId, RepaymentClaimId, OfficeAgs, Number, Kind,
            IssuedOn, Remedy, RemedyMonths, CreatedAt, UpdatedAt)
        values (@Id, 1, @Reference, @ProgrammeId, @ApplicationId, @AwardId, @ClaimId, @OfficeAgs, @Number, @Kind, @IssuedOn, @Remedy,
            @RemedyMonths, @At, @At);
        insert into LetterDocument (LetterId, Content, Sha256) values (@Id, @Content, @Sha256)
        """;

    /// <summary>Whom a letter about an application goes to, and how many went there before.</summary>
    sealed record Addressee
    {
        public required Guid ProgrammeId { get; init; }
        public required string OfficeAgs { get; init; }
        public required string ApplicationReference { get; init; }
        public required string Name { get; init; }

        [StoredAsJson]
        public required PostalAddress? Address { get; init; }

        public required int Letters { get; init; }
    }
}
