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

    /// <summary>Why it was refused or blocked; null while it is neither.</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    // What no caller sees.
    internal long Seq { get; init; }
    internal required string OfficeAgs { get; init; }
    internal required string EnteredBy { get; init; }
    internal string? BlockedBy { get; init; }

    /// <summary>The account, or null when there is none with this id.</summary>
    public static Task<BankAccount?> Find(Session session, Guid id) =>
        session.OneOrNull<BankAccount>(Select + " where a.Id = @Id", new { Id = id });

    /// <summary>The account as this caller may see it; null when there is none, or none for the caller.</summary>
    public static async Task<BankAccount?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } account && user.Sees(account.OfficeAgs) ? account.For(user) : null;

    /// <summary>The account as this caller may see it.</summary>
    public BankAccount For(CurrentUser user) => this with { Iban = WhoSeesIban.Show(user, OfficeAgs, Iban) };

    /// <summary>
    /// The account as it is now, held until the transaction ends: nobody refuses or blocks it meanwhile. Null when there is none with this
    /// id.
    /// </summary>
    public static async Task<BankAccount?> Lock(Tx tx, Guid id) =>
        await tx.Execute("update BankAccount set Version = Version where Id = @Id", new { Id = id }) == 0 ? null : await Find(tx, id);

    /// <summary>
    /// Why finance's conditional update of an account changed nothing, in the documented order: not found, excluded, stale version, wrong
    /// state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version, params string[] needed)
    {
        if (await Find(tx, id) is not { } account)
            return Problems.NotFound;
        return ExcludedPersons.WhyRefused(user, account.OfficeAgs)
            ?? Problems.StaleOrWrongState(account.Version, version, account.Status, needed);
    }

    public const string Select = """
        select a.Seq, a.Id, a.Version, a.YouthOfficeId, a.Iban, a.Bic, a.Holder, a.Status, a.Reason, a.EnteredBy, a.BlockedBy,
            o.Ags as OfficeAgs, a.CreatedAt, a.UpdatedAt
        from BankAccount a
        join YouthOffice o on o.Id = a.YouthOfficeId
        """;
}
