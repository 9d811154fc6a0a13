namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Adds a contact person to a youth office.</summary>
/// <remarks>By the office itself or by a caseworker. Applications can name the contact by its id.</remarks>
sealed class AddContact(CurrentUser user) : Creation<ContactDetails, Contact>
{
    public override void Configure()
    {
        Post("/youth-offices/{id:guid}/contacts");
        Policies(Can.WriteContacts);
        Refuses(Problems.NotFound, Problems.Forbidden);
    }

    protected override string LocationOf(Contact contact) => $"/contacts/{contact.Id}";

    protected override async Task<Outcome<Contact>> Handle(Tx tx, ContactDetails request)
    {
        if (await YouthOffice.Find(tx, Id) is not { } office)
            return Problems.NotFound;
        if (WhoEntersForOffices.WhyRefused(user, office.Ags) is { } refused)
            return refused;
        var contact = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = contact,
            YouthOfficeId = Id,
            request.Name,
            request.JobTitle,
            request.Email,
            request.Phone,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.ContactAdded, contact, 1, new { YouthOfficeId = Id });
        return (await Contact.Find(tx, contact))!;
    }

    const string Insert = """
        insert into Contact (Id, Version, YouthOfficeId, Name, JobTitle, Email, Phone, Status, CreatedAt, UpdatedAt)
        values (@Id, 1, @YouthOfficeId, @Name, @JobTitle, @Email, @Phone, 'current', @At, @At)
        """;
}
