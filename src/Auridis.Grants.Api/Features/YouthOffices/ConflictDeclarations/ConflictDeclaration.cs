namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// A person's declaration of conflicts of interest in a programme (Befangenheit): on which of its offices the person takes no step.
/// </summary>
sealed record ConflictDeclaration : IResource
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that it holds for.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>Who declares, as issuer and subject.</summary>
    public required string Person { get; init; }

    /// <summary>The offices that the person has a conflict of interest on; empty when there is none.</summary>
    [StoredAsJson]
    public required IReadOnlyList<ConflictedOffice> Offices { get; init; }

    /// <summary>The day of the first step that rested on it; from then on it is fixed. Null before.</summary>
    public DateOnly? UsedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What a person has declared in a programme; null when nothing.</summary>
    /// <param name="person">As stored: see <see cref="PersonKey"/>.</param>
    public static Task<ConflictDeclaration?> Find(Session session, Guid programmeId, string person) =>
        session.OneOrNull<ConflictDeclaration>(
            Select + " where ProgrammeId = @ProgrammeId and Person = @Person", new { ProgrammeId = programmeId, Person = person });

    /// <summary>What was declared in a programme by anybody, by the person.</summary>
    public static async Task<Dictionary<string, ConflictDeclaration>> AllOf(Session session, Guid programmeId) =>
        (await session.All<ConflictDeclaration>(Select + " where ProgrammeId = @ProgrammeId", new { ProgrammeId = programmeId }))
            .ToDictionary(declaration => declaration.Person, StringComparer.Ordinal);

    /// <summary>
    /// What a person has declared in a programme, fixed from now on: a step of the transaction rests on it. Null when nothing.
    /// </summary>
    public static Task<ConflictDeclaration?> Use(Tx tx, Guid programmeId, string person, DateOnly today) =>
        tx.ExecuteAndRead<ConflictDeclaration>(
            $"{Fix};\n{Select} where ProgrammeId = @ProgrammeId and Person = @Person",
            new { ProgrammeId = programmeId, Person = person, Today = today, tx.Author.At });

    /// <summary>Whether it names one of these offices: the first one; null when none.</summary>
    public string? NamedOf(IEnumerable<string> officeAgs) =>
        officeAgs.FirstOrDefault(ags => Offices.Any(office => office.OfficeAgs == ags));

    const string Select =
        "select Id, Version, ProgrammeId, Person, Offices, UsedOn, CreatedAt, UpdatedAt from ConflictDeclaration";

    // What is fixed already stays as it is, but is held: nobody replaces it before the step is done.
    const string Fix = """
        update ConflictDeclaration
        set Version = case when UsedOn is null then Version + 1 else Version end,
            UpdatedAt = case when UsedOn is null then @At else UpdatedAt end,
            UsedOn = coalesce(UsedOn, @Today)
        where ProgrammeId = @ProgrammeId and Person = @Person
        """;
}

/// <summary>An office that a person has a conflict of interest on.</summary>
/// <param name="OfficeAgs">The office's official municipality key (AGS), 8 digits.</param>
/// <param name="Reason">What the conflict is, up to 2,000 characters. Only the person who declares it reads it here.</param>
sealed record ConflictedOffice(string OfficeAgs, string Reason);
