namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// A contact person of a youth office. Personal data stand here and nowhere else: all other resources name a contact by its id.
/// </summary>
sealed record Contact : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The office that it belongs to.</summary>
    public required Guid YouthOfficeId { get; init; }

    /// <summary>The person's name, up to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the person does in the office, up to 200 characters; null when that is not known.</summary>
    public required string? JobTitle { get; init; }

    /// <summary>Up to 254 characters; null when there is none.</summary>
    public required string? Email { get; init; }

    /// <summary>Up to 40 characters; null when there is none.</summary>
    public required string? Phone { get; init; }

    [OneOf(typeof(ContactStatus))]
    public required string Status { get; init; }

    /// <summary>Who has taken over, and is asked now: always a current one. Null while this one is current.</summary>
    public Guid? ReplacedById { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    // What no caller sees.
    internal long Seq { get; init; }
    internal required string OfficeAgs { get; init; }

    /// <summary>The contact, or null when there is none with this id.</summary>
    public static Task<Contact?> Find(Session session, Guid id) =>
        session.OneOrNull<Contact>(Select + " where c.Id = @Id", new { Id = id });

    /// <summary>The contact as this caller may see it; null when there is none, or none for the caller.</summary>
    public static async Task<Contact?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } contact && user.Sees(contact.OfficeAgs) ? contact : null;

    /// <summary>
    /// Why a conditional update of a contact changed nothing, in the documented order: not found, forbidden, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version)
    {
        if (await Find(tx, id) is not { } contact)
            return Problems.NotFound;
        return WhoEntersForOffices.WhyRefused(user, contact.OfficeAgs)
            ?? Problems.StaleOrWrongState(contact.Version, version, contact.Status, ContactStatus.Current);
    }

    public const string Select = """
        select c.Seq, c.Id, c.Version, c.YouthOfficeId, c.Name, c.JobTitle, c.Email, c.Phone, c.Status, c.ReplacedById,
            o.Ags as OfficeAgs, c.CreatedAt, c.UpdatedAt
        from Contact c
        join YouthOffice o on o.Id = c.YouthOfficeId
        """;
}
