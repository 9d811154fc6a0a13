
namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>A youth welfare office (Jugendamt).</summary>
/// <param name="Ags">Official municipality key (Amtlicher Gemeindeschlüssel), 8 digits.</param>
/// <param name="Name">The town or county, as <c>Bottrop</c> or <c>Kreis Borken</c>.</param>
/// <param name="Kind">What kind of body runs it.</param>
/// <param name="GovernmentDistrict">Regierungsbezirk.</param>
/// <param name="County">The county of a municipality; null otherwise.</param>
sealed record YouthOffice(
    Guid Id,
    int Version,
    string Ags,
    string Name,
    [property: OneOf(typeof(YouthOfficeKind))] string Kind,
    string GovernmentDistrict,
    string? County) : IResource
{
    /// <summary>The office, or null when there is none with this id.</summary>
    public static async Task<YouthOffice?> Find(Session session, Guid id) =>
        (await session.OneOrNull<Row>(Row.Select + " where Id = @Id", new { Id = id }))?.ToYouthOffice();

    /// <summary>The office, or null when there is none with this key.</summary>
    public static async Task<YouthOffice?> FindByAgs(Session session, string ags) =>
        (await session.OneOrNull<Row>(Row.Select + " where Ags = @Ags", new { Ags = ags }))?.ToYouthOffice();

    /// <summary>Inserts a new office.</summary>
    public async Task Insert(Tx tx) => await tx.Execute("""
        insert into YouthOffice (Id, Version, Ags, Name, Kind, GovernmentDistrict, County, CreatedAt)
        values (@Id, @Version, @Ags, @Name, @Kind, @GovernmentDistrict, @County, @CreatedAt)
        """, new { Id, Version, Ags, Name, Kind, GovernmentDistrict, County, CreatedAt = tx.Author.At });

    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = "select Seq, Id, Version, Ags, Name, Kind, GovernmentDistrict, County from YouthOffice";

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string Ags { get; init; }
        public required string Name { get; init; }
        public required string Kind { get; init; }
        public required string GovernmentDistrict { get; init; }
        public required string? County { get; init; }

        public YouthOffice ToYouthOffice() => new(Id, Version, Ags, Name, Kind, GovernmentDistrict, County);
    }
}
