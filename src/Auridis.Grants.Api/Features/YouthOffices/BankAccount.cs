
namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>A bank account of a youth office.</summary>
/// <param name="YouthOfficeId">The office that it belongs to.</param>
/// <param name="Iban">Without spaces, 15 to 34 characters. In full for finance and the office itself; for others the middle is masked by asterisks.</param>
/// <param name="Bic">ISO 9362, 8 or 11 characters; null when none was given.</param>
/// <param name="Holder">Who holds the account, up to 70 characters.</param>
/// <param name="Status">Payments go to verified accounts only.</param>
sealed record BankAccount(
    Guid Id,
    int Version,
    Guid YouthOfficeId,
    string Iban,
    string? Bic,
    string Holder,
    [property: OneOf(typeof(BankAccountStatus))] string Status) : IView
{
    /// <summary>The account, or null when there is none with this id.</summary>
    public static Task<Row?> Find(Session session, Guid id) => session.OneOrNull<Row>(Row.Select + " where a.Id = @Id", new { Id = id });

    /// <summary>An IBAN as this caller may see it.</summary>
    public static string ShowIban(CurrentUser user, string officeAgs, string iban) =>
        user.Has(Role.Finance) || user.ActsFor(officeAgs) ? iban : Values.Iban.TryParse(iban, out var parsed) ? parsed.Masked : "";

    /// <summary>A row of the table, with the key of its office.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = """
            select a.Seq, a.Id, a.Version, a.YouthOfficeId, o.Ags as OfficeAgs, a.Iban, a.Bic, a.Holder, a.Status, a.EnteredBy
            from BankAccount a join YouthOffice o on o.Id = a.YouthOfficeId
            """;

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid YouthOfficeId { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Iban { get; init; }
        public required string? Bic { get; init; }
        public required string Holder { get; init; }
        public required string Status { get; init; }
        public required string EnteredBy { get; init; }

        /// <summary>The account as this caller may see it.</summary>
        public BankAccount For(CurrentUser user) =>
            new(Id, Version, YouthOfficeId, ShowIban(user, OfficeAgs, Iban), Bic, Holder, Status);
    }
}
