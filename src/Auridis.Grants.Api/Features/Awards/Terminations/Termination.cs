namespace Auridis.Grants.Api.Features.Awards;

/// <summary>The end of an award by the funding side (Rücknahme, Widerruf, Kündigung), in full or in part, by two people.</summary>
sealed record Termination : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme of the award.</summary>
    public required Guid ProgrammeId { get; init; }

    public required Guid AwardId { get; init; }

    /// <summary>The AGS of the Jugendamt whose award it ends.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(TerminationStatus))]
    public required string Status { get; init; }

    /// <summary>Whether the award goes on with what is kept as its amount; otherwise it is terminated.</summary>
    public required bool InPart { get; init; }

    /// <summary>The provision that it rests on.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>From which day on the award does not stand.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Since when all that it rests on is known.</summary>
    public required DateOnly KnownSince { get; init; }

    /// <summary>What the site keeps of the award.</summary>
    public required Money Keeps { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Why it is not too late although a year has passed; null where none was given.</summary>
    public string? LateReason { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>The claim on what was paid above what is kept; null where there is none.</summary>
    public Guid? RepaymentClaimId { get; init; }

    /// <summary>The day on which it was confirmed or refused; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    internal string? ProposedBy { get; init; }

    /// <summary>The termination, or null when there is none with this id.</summary>
    public static Task<Termination?> Find(Session session, Guid id) =>
        session.OneOrNull<Termination>(Select + " where Id = @Id", new { Id = id });

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, OfficeAgs, Status, InPart, LegalBasis, EffectiveOn, KnownSince, KeepsCents, Reason,
            LateReason, RefusalReason, RepaymentClaimId, ProposedBy, DecidedOn, CreatedAt, UpdatedAt
        from Termination
        """;
}
