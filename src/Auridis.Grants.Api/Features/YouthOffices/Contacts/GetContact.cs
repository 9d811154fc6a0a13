namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Reads a contact person.</summary>
/// <remarks>An applicant reads those of their own office; reviewers and the funder read none.</remarks>
sealed class GetContact(CurrentUser user) : Read<Contact>
{
    public override void Configure()
    {
        Get("/contacts/{id:guid}");
        Policies(Can.ReadContacts);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Contact>> Handle(Session session) =>
        await Contact.FindFor(session, Id, user) is { } contact ? contact : Problems.NotFound;
}
