namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Says who takes over from a contact person.</summary>
/// <remarks>
/// Another current contact of the same office. What names the old one means the new one from now on: applications and awards keep the id
/// that they name, and get no new version for it. replacedById always leads to the one who is asked now, however many have followed each
/// other.
/// </remarks>
sealed class ReplaceContact(CurrentUser user) : Change<ReplaceContact.Request, Contact>
{
    /// <param name="By">The contact who takes over.</param>
    public sealed record Request(Guid By);

    public sealed class Validator : RequestValidator<Request>;

    public override void Configure()
    {
        Post("/contacts/{id:guid}/replace");
        Policies(Can.WriteContacts);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, YouthOfficeProblems.ContactUnknown);
    }

    protected override async Task<Outcome<Contact>> Handle(Tx tx, Request request)
    {
        // All contacts of the office are held: of two that take over from each other at once, the second finds the first one replaced.
        await tx.Execute(LockOffice, new { Id });
        if (await Contact.Find(tx, Id) is not { Status: ContactStatus.Current } before
            || before.Version != SeenVersion
            || WhoEntersForOffices.WhyRefused(user, before.OfficeAgs) is not null)
            return await Contact.WhyRefused(tx, Id, user, SeenVersion);
        if (request.By == Id
            || await Contact.Find(tx, request.By) is not { Status: ContactStatus.Current } by
            || by.YouthOfficeId != before.YouthOfficeId)
            return YouthOfficeProblems.ContactUnknown.With(("contactId", request.By));
        await tx.Execute(Replace, new { Id, request.By, tx.Author.At });
        var contact = (await Contact.Find(tx, Id))!;
        Audit.Append(tx, AuditAction.ContactReplaced, Id, contact.Version, new { contact.YouthOfficeId, contact.ReplacedById });
        foreach (var earlier in await tx.All<Contact>(SelectEarlier, new { Id }))
        {
            await tx.Execute(Follow, new { earlier.Id, request.By, tx.Author.At });
            Audit.Append(tx, AuditAction.ContactReplaced, earlier.Id, earlier.Version + 1,
                new { earlier.YouthOfficeId, contact.ReplacedById });
        }
        return contact;
    }

    const string LockOffice = """
        update Contact set Status = Status
        where YouthOfficeId = (select c.YouthOfficeId from Contact c where c.Id = @Id)
        """;

    const string Replace = """
        update Contact set Status = 'replaced', ReplacedById = @By, Version = Version + 1, UpdatedAt = @At
        where Id = @Id
        """;

    const string SelectEarlier = Contact.Select + " where c.ReplacedById = @Id";

    const string Follow = "update Contact set ReplacedById = @By, Version = Version + 1, UpdatedAt = @At where Id = @Id";
}
