namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Replaces what is said of a contact person.</summary>
/// <remarks>For the same person: a new number, another name. Who takes over from somebody is another contact.</remarks>
sealed class EditContact(CurrentUser user) : Change<ContactDetails, Contact>
{
    public override void Configure()
    {
        Put("/contacts/{id:guid}");
        Policies(Can.WriteContacts);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Contact>> Handle(Tx tx, ContactDetails request)
    {
        var values = new { Id, SeenVersion, request.Name, request.JobTitle, request.Email, request.Phone, tx.Author.At };
        if (await tx.Execute(Update, values) == 0)
            return await Contact.WhyRefused(tx, Id, user, SeenVersion);
        var contact = (await Contact.Find(tx, Id))!;
        if (WhoEntersForOffices.WhyRefused(user, contact.OfficeAgs) is { } refused)
            return refused;
        Audit.Append(tx, AuditAction.ContactEdited, Id, contact.Version, new { contact.YouthOfficeId });
        return contact;
    }

    const string Update = """
        update Contact
        set Name = @Name, JobTitle = @JobTitle, Email = @Email, Phone = @Phone, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'current'
        """;
}
