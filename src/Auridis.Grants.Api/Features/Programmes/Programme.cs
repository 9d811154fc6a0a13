namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>A funding programme (Förderprogramm, Förderaufruf).</summary>
sealed record Programme : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The short name in references, such as <c>2018-A</c>.</summary>
    public required string Code { get; init; }

    [OneOf(typeof(ProgrammeStatus))]
    public required string Status { get; init; }

    /// <summary>Everything that the programme sets.</summary>
    [StoredAsJson(Shared = true)]
    public required ProgrammeTerms Terms { get; init; }

    /// <summary>How many sites hold a place now.</summary>
    public required int Selected { get; init; }

    /// <summary>The money that is promised to them.</summary>
    public required Money Committed { get; init; }

    /// <summary>The proposals to extend the application window, in their order, each with its decision.</summary>
    public IReadOnlyList<ProgrammeExtension> Extensions { get; init; } = [];

    /// <summary>The offices that may apply after the end of the window.</summary>
    [StoredAsJson]
    public IReadOnlyList<LateException> LateExceptions { get; init; } = [];

    /// <summary>Why it was cancelled; null when it was not.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The two parts of the lot; null until they are entered.</summary>
    public ProgrammeLot? Lot => LotSecret is null ? null : new ProgrammeLot(LotSecret, LotValue!, LotConfirmedBy is not null);

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    // What no caller sees, or sees in another form.
    internal long Seq { get; init; }
    internal string? LotSecret { get; init; }
    internal string? LotValue { get; init; }
    internal string? LotEnteredBy { get; init; }
    internal string? LotConfirmedBy { get; init; }
    internal Guid? CopiedFrom { get; init; }
    internal int ApplicationCount { get; init; }
    internal int AwardCount { get; init; }

    internal int SelectionCount { get; init; }

    internal int ExtensionCount { get; init; }

    /// <summary>The programme, or null when there is none with this id.</summary>
    public static async Task<Programme?> Find(Session session, Guid id) =>
        await session.OneOrNull<Programme>(Select + " where Id = @Id", new { Id = id }) is { } programme
            ? (await WithExtensions(session, [programme]))[0]
            : null;

    /// <summary>The programmes, with the extensions of those that have some.</summary>
    public static async Task<IReadOnlyList<Programme>> WithExtensions(Session session, IReadOnlyList<Programme> programmes)
    {
        var extended = programmes.Where(programme => programme.ExtensionCount > 0).Select(programme => programme.Id).ToList();
        if (extended.Count == 0)
            return programmes;
        var extensions = await ProgrammeExtension.Of(session, extended);
        return [.. programmes.Select(programme => programme with { Extensions = [.. extensions[programme.Id]] })];
    }

    /// <summary>
    /// The programme, locked for the rest of the transaction and otherwise unchanged; null when there is none with this id.
    /// </summary>
    public static async Task<Programme?> Lock(Tx tx, Guid id) =>
        await tx.Execute("update Programme set SelectedCount = SelectedCount where Id = @Id", new { Id = id }) == 0
            ? null
            : await Find(tx, id);

    /// <summary>
    /// The programme, with one selection more in the counter that numbers them, locked for the rest of the transaction; null when there is
    /// none with this id.
    /// </summary>
    public static async Task<Programme?> CountSelection(Tx tx, Guid id) =>
        await tx.Execute("update Programme set SelectionCount = SelectionCount + 1 where Id = @Id", new { Id = id }) == 0
            ? null
            : await Find(tx, id);

    /// <summary>
    /// Why a conditional update of a programme changed nothing, in the documented order: not found, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, params string[] needed) =>
        await Find(tx, id) is { } programme
            ? Problems.StaleOrWrongState(programme.Version, version, programme.Status, needed)
            : Problems.NotFound;

    public const string Select = """
        select Seq, Id, Version, Code, Status, Terms, SelectedCount as Selected, CommittedCents, LotSecret, LotValue, LotEnteredBy,
            LotConfirmedBy, CopiedFrom, ApplicationCount, AwardCount, SelectionCount, ExtensionCount, LateExceptions, CancelReason,
            CreatedAt, UpdatedAt
        from Programme
        """;
}

/// <summary>What decides between applications that are equal in everything else; with it anyone can recompute the ranking.</summary>
/// <param name="Secret">Its SHA-256 is the <c>lotCommitment</c> of the terms.</param>
/// <param name="PublicValue">The value of the <c>lotSource</c> of the terms.</param>
/// <param name="Confirmed">Whether a second person has confirmed both. Only then is the lot drawn.</param>
sealed record ProgrammeLot(string Secret, string PublicValue, bool Confirmed);
