namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>The base rate (Basiszinssatz, § 247 BGB) from a day on: to it the surcharge is added that an award's terms name.</summary>
sealed record BaseRate : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    [OneOf(typeof(BaseRateStatus))]
    public required string Status { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The rate in percent a year; it can be negative.</summary>
    public decimal Percent => Rate.Percent;

    /// <summary>The last day for which confirmed interest was reckoned with it; null as long as there is none.</summary>
    public DateOnly? UsedOn { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
    internal required int BasisPoints { get; init; }
    internal string? ProposedBy { get; init; }

    internal Rate Rate => new(ValidFrom, BasisPoints);

    /// <summary>The base rate, or null when there is none with this id.</summary>
    public static Task<BaseRate?> Find(Session session, Guid id) =>
        session.OneOrNull<BaseRate>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The rates that hold, by their first days.</summary>
    public static async Task<IReadOnlyList<Rate>> InForce(Session session) =>
        (await session.All<BaseRate>(Select + " where Status = 'confirmed' order by ValidFrom")).ConvertAll(rate => rate.Rate);

    /// <summary>
    /// Holds all rates until the commit: none is confirmed while interest is asked by them, and the other way round.
    /// </summary>
    public static Task Lock(Tx tx) => tx.Execute("update BaseRateHead set Confirmed = Confirmed");

    /// <summary>Notes that interest was confirmed with a rate that holds. The caller has called <see cref="Lock"/>.</summary>
    /// <param name="validFrom">The rate's first day.</param>
    /// <param name="usedOn">The last day of that interest.</param>
    public static async Task Use(Tx tx, DateOnly validFrom, DateOnly usedOn)
    {
        var used = new { ValidFrom = validFrom, UsedOn = usedOn, tx.Author.At };
        if (await tx.Execute(UseRow, used) == 0)
            return;
        var rate = await tx.One<BaseRate>(Select + " where ValidFrom = @ValidFrom and Status = 'confirmed'", used);
        Audit.Append(tx, AuditAction.BaseRateUsed, rate.Id, rate.Version, new { UsedOn = usedOn });
    }

    /// <summary>Why a step on a base rate changed nothing.</summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, int version) =>
        await Find(tx, id) is { } rate
            ? Problems.StaleOrWrongState(rate.Version, version, rate.Status, BaseRateStatus.Proposed)
            : Problems.NotFound;

    public const string Select = """
        select Seq, Id, Version, Status, ValidFrom, BasisPoints, UsedOn, RefusalReason, ProposedBy, CreatedAt, UpdatedAt from BaseRate
        """;

    const string UseRow = """
        update BaseRate set UsedOn = @UsedOn, Version = Version + 1, UpdatedAt = @At
        where ValidFrom = @ValidFrom and Status = 'confirmed' and (UsedOn is null or UsedOn < @UsedOn)
        """;
}
