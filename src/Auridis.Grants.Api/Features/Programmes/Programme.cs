using System.Text.Json;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>A funding programme (Förderprogramm, Förderaufruf).</summary>
/// <param name="Code">Its short name in references, as <c>2018-A</c>.</param>
/// <param name="Selected">Sites that hold a place now.</param>
/// <param name="Committed">What is promised to them.</param>
/// <param name="Lot">The two parts of the lot, from when they are entered; null before.</param>
sealed record Programme(
    Guid Id,
    int Version,
    string Code,
    [property: OneOf(typeof(ProgrammeStatus))] string Status,
    ProgrammeTerms Terms,
    int Selected,
    Money Committed,
    ProgrammeLot? Lot) : IResource
{
    /// <summary>The programme, or null when there is none with this id.</summary>
    public static async Task<Programme?> Find(Session session, Guid id) =>
        await session.OneOrNull<Row>(Row.Select + " where Id = @Id", new { Id = id }) is { } row ? row.ToProgramme() : null;

    /// <summary>
    /// Why an update of <c>where Id = @Id and Version = @Version and Status in (…)</c> changed nothing, in the documented order: not
    /// found, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, params string[] expected) =>
        await Find(tx, id) is { } programme ? Problems.StaleOrWrongState(programme.Version, version, programme.Status, expected) : Problems.NotFound;

    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = "select Seq, Id, Version, Code, Status, Terms, SelectedCount, CommittedCents, LotSecret, LotValue, LotConfirmedBy from Programme";

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string Code { get; init; }
        public required string Status { get; init; }
        public required string Terms { get; init; }
        public required int SelectedCount { get; init; }
        public required long CommittedCents { get; init; }
        public required string? LotSecret { get; init; }
        public required string? LotValue { get; init; }
        public required string? LotConfirmedBy { get; init; }

        public Programme ToProgramme() => new(
            Id, Version, Code, Status, StoredJson.Read<ProgrammeTerms>(Terms),
            SelectedCount, new Money(CommittedCents),
            LotSecret is null ? null : new ProgrammeLot(LotSecret, LotValue!, LotConfirmedBy is not null));
    }
}

/// <summary>What decides between applications that are equal in everything else; with it anyone can recompute the ranking.</summary>
/// <param name="Secret">Its SHA-256 is the <c>lotCommitment</c> of the terms.</param>
/// <param name="PublicValue">The value of the <c>lotSource</c> of the terms.</param>
/// <param name="Confirmed">A second person has confirmed both. Only then is the lot drawn.</param>
sealed record ProgrammeLot(string Secret, string PublicValue, bool Confirmed);
