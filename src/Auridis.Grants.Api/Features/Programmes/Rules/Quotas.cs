namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// Never more sites of one government district, or of one kind of office, than the programme's quotas say. Each quota is a row with the
/// places that it has given, taken and given back by <see cref="Places"/> in the order of the terms, while the programme is locked.
/// </summary>
/// <param name="Rows">The quotas of a programme with what they have given, in the order of the terms.</param>
/// <param name="Offices">The offices that apply there, by their AGS; empty when there are no quotas.</param>
sealed record Quotas(IReadOnlyList<Quotas.Row> Rows, IReadOnlyDictionary<string, Quotas.Office> Offices)
{
    public static readonly Quotas None = new([], new Dictionary<string, Office>(StringComparer.Ordinal));

    /// <summary>The quotas that count the site of an office.</summary>
    public IEnumerable<Row> Of(string officeAgs) => Rows.Where(row => Offices[officeAgs].Has(row));

    /// <summary>Whether the site of this office is more than a quota allows, with these sites besides those that have a place.</summary>
    public bool KeepOut(string officeAgs, IReadOnlyCollection<string> besides) =>
        Of(officeAgs).Any(row => row.Taken + besides.Count(ags => Offices[ags].Has(row)) >= row.Most);

    public static async Task<Quotas> Find(Session session, Guid programmeId)
    {
        var values = new { ProgrammeId = programmeId };
        var rows = await session.All<Row>(SelectRows, values);
        return rows.Count == 0
            ? None
            : new Quotas(
                rows, (await session.All<Office>(SelectOffices, values)).ToDictionary(office => office.Ags, StringComparer.Ordinal));
    }

    /// <summary>Makes the rows of a programme that opens: its terms are fixed from now on.</summary>
    public static async Task Open(Tx tx, Programme programme)
    {
        foreach (var quota in programme.Terms.Quotas ?? [])
            await tx.Execute(Insert, new { programme.Id, quota.By, quota.Value, quota.Most });
    }

    /// <summary>Takes the places of these offices. The caller has locked the programme.</summary>
    /// <returns>The first quota that they are too many for; null when there is none.</returns>
    public static async Task<Problem?> Take(Tx tx, Guid programmeId, IReadOnlyList<string> officeAgs)
    {
        var quotas = await Find(tx, programmeId);
        foreach (var row in quotas.Rows)
        {
            var wanted = officeAgs.Count(ags => quotas.Offices[ags].Has(row));
            if (wanted > 0 && await tx.Execute(TakeRow, new { row.Seq, Sites = wanted }) == 0)
            {
                return ProgrammeProblems.QuotaReached.With(
                    ("countedBy", row.CountedBy), ("value", row.Value), ("most", row.Most), ("taken", row.Taken), ("wantedSites", wanted));
            }
        }
        return null;
    }

    /// <summary>Gives back the place of an office. The caller has locked the programme.</summary>
    public static async Task Release(Tx tx, Guid programmeId, string officeAgs)
    {
        foreach (var row in (await Find(tx, programmeId)).Of(officeAgs))
            await tx.Execute("update ProgrammeQuota set Taken = Taken - 1 where Seq = @Seq", new { row.Seq });
    }

    const string SelectRows = """
        select Seq, Property as CountedBy, Value, Most, Taken from ProgrammeQuota where ProgrammeId = @ProgrammeId order by Seq
        """;

    const string SelectOffices = """
        select Ags, Kind, GovernmentDistrict from YouthOffice
        where Id in (select YouthOfficeId from Application where ProgrammeId = @ProgrammeId)
        """;

    const string Insert = "insert into ProgrammeQuota (ProgrammeId, Property, Value, Most) values (@Id, @By, @Value, @Most)";

    const string TakeRow = "update ProgrammeQuota set Taken = Taken + @Sites where Seq = @Seq and Taken + @Sites <= Most";

    /// <summary>A quota with the places that it has given.</summary>
    public sealed record Row
    {
        public required long Seq { get; init; }
        public required string CountedBy { get; init; }
        public required string Value { get; init; }
        public required int Most { get; init; }
        public required int Taken { get; init; }
    }

    /// <summary>What of an office quotas ask for.</summary>
    public sealed record Office
    {
        public required string Ags { get; init; }
        public required string Kind { get; init; }
        public required string GovernmentDistrict { get; init; }

        public bool Has(Row row) => row.Value == (row.CountedBy == QuotaBy.Kind ? Kind : GovernmentDistrict);
    }
}
