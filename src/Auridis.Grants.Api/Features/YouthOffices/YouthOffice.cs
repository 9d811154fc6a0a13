namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>A youth welfare office (Jugendamt).</summary>
sealed record YouthOffice : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>Official municipality key (Amtlicher Gemeindeschlüssel), 8 digits.</summary>
    public required string Ags { get; init; }

    /// <summary>The town or county, such as <c>Bottrop</c> or <c>Kreis Borken</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of body runs it.</summary>
    [OneOf(typeof(YouthOfficeKind))]
    public required string Kind { get; init; }

    /// <summary>Regierungsbezirk.</summary>
    public required string GovernmentDistrict { get; init; }

    /// <summary>The county of a municipality; null otherwise.</summary>
    public required string? County { get; init; }

    /// <summary>Where letters reach it; null when that is not known.</summary>
    [StoredAsJson]
    public required PostalAddress? Address { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The office, or null when there is none with this id.</summary>
    public static Task<YouthOffice?> Find(Session session, Guid id) =>
        session.OneOrNull<YouthOffice>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The office, or null when there is none with this key.</summary>
    public static Task<YouthOffice?> FindByAgs(Session session, string ags) =>
        session.OneOrNull<YouthOffice>(Select + " where Ags = @Ags", new { Ags = ags });

    /// <summary>A new office, which is still to be inserted.</summary>
    public static YouthOffice Of(Tx tx, CreateYouthOffice.Request request) => new()
    {
        Id = tx.NewId(),
        Version = 1,
        Ags = request.Ags,
        Name = request.Name,
        Kind = request.Kind,
        GovernmentDistrict = request.GovernmentDistrict,
        County = request.County,
        Address = request.Address,
        CreatedAt = tx.Author.At,
        UpdatedAt = tx.Author.At,
    };

    /// <summary>Inserts a new office.</summary>
    public async Task Insert(Tx tx)
    {
        await tx.Execute(InsertRow, new
        {
            Id,
            Version,
            Ags,
            Name,
            NameKey = SearchKey.Of(Name).ToString(),
            Kind,
            GovernmentDistrict,
            County,
            Address = Address is null ? null : StoredJson.Of(Address),
            CreatedAt,
            UpdatedAt,
        });
        Audit.Append(tx, AuditAction.YouthOfficeCreated, Id, Version, new { Ags });
    }

    public const string Select =
        "select Seq, Id, Version, Ags, Name, Kind, GovernmentDistrict, County, Address, CreatedAt, UpdatedAt from YouthOffice";

    const string InsertRow = """
        insert into YouthOffice (Id, Version, Ags, Name, NameKey, Kind, GovernmentDistrict, County, Address, CreatedAt, UpdatedAt)
        values (@Id, @Version, @Ags, @Name, @NameKey, @Kind, @GovernmentDistrict, @County, @Address, @CreatedAt, @UpdatedAt)
        """;
}
