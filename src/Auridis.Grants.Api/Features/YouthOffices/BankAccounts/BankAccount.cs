namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>A bank account of a youth office.</summary>
sealed record BankAccount : IView, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The office that it belongs to.</summary>
    public required Guid YouthOfficeId { get; init; }

    /// <summary>
    /// Without spaces, 15 to 34 characters. In full for finance and the office itself; for others the middle is masked by asterisks.
    /// </summary>
    public required string Iban { get; init; }

    /// <summary>ISO 9362, 8 or 11 characters; null when none was given.</summary>
    public required string? Bic { get; init; }

    /// <summary>Who holds the account, up to 70 characters.</summary>
    public required string Holder { get; init; }

    /// <summary>Payments go to verified accounts only.</summary>
    [OneOf(typeof(BankAccountStatus))]
    public required string Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    // What no caller sees.
    internal long Seq { get; init; }
    internal required string OfficeAgs { get; init; }
    internal required string EnteredBy { get; init; }

    /// <summary>The account, or null when there is none with this id.</summary>
    public static Task<BankAccount?> Find(Session session, Guid id) =>
        session.OneOrNull<BankAccount>(Select + " where a.Id = @Id", new { Id = id });

    /// <summary>The account as this caller may see it; null when there is none, or none for the caller.</summary>
    public static async Task<BankAccount?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } account && user.Sees(account.OfficeAgs) ? account.For(user) : null;

    /// <summary>The account as this caller may see it.</summary>
    public BankAccount For(CurrentUser user) => this with { Iban = WhoSeesIban.Show(user, OfficeAgs, Iban) };

    /// <summary>
    /// Why a conditional update by a second person changed nothing, in the documented order: not found, four eyes, excluded, stale version,
    /// wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version, params string[] needed)
    {
        if (await Find(tx, id) is not { } account)
            return Problems.NotFound;
        if (user.Is(account.EnteredBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Enterer));
        if (ExcludedPersons.WhyRefused(user, account.OfficeAgs) is { } excluded)
            return excluded;
        return Problems.StaleOrWrongState(account.Version, version, account.Status, needed);
    }

    public const string Select = """
        select a.Seq, a.Id, a.Version, a.YouthOfficeId, a.Iban, a.Bic, a.Holder, a.Status, a.EnteredBy, o.Ags as OfficeAgs,
            a.CreatedAt, a.UpdatedAt
        from BankAccount a
        join YouthOffice o on o.Id = a.YouthOfficeId
        """;
}
