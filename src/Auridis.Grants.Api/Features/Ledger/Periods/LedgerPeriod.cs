namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>A month of the ledger that two people close (Buchungsperiode).</summary>
sealed record LedgerPeriod : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The month, such as <c>2019-02</c>.</summary>
    public required string Month { get; init; }

    [OneOf(typeof(PeriodStatus))]
    public required string Status { get; init; }

    /// <summary>Why its closing was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
    internal string? ProposedBy { get; init; }

    /// <summary>The month as it was proposed last, or null when nobody has proposed to close it.</summary>
    public static async Task<LedgerPeriod?> Find(Session session, string month) =>
        (await session.Top<LedgerPeriod>(Select + " where Month = @Month order by Seq desc", new { Month = month, Take = 1 }))
            .SingleOrDefault();

    /// <summary>Why an update of a month changed nothing.</summary>
    public static async Task<Problem> WhyRefused(Tx tx, string month, int version) =>
        await Find(tx, month) is { } period
            ? Problems.StaleOrWrongState(period.Version, version, period.Status, PeriodStatus.Proposed)
            : Problems.NotFound;

    public const string Select = """
        select Seq, Id, Version, Month, Status, RefusalReason, ProposedBy, CreatedAt, UpdatedAt from LedgerPeriod
        """;
}
