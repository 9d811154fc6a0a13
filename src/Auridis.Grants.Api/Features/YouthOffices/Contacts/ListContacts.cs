namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Lists the contact persons of a youth office.</summary>
/// <remarks>In the order in which they were added, with those that others have taken over from. An applicant lists those of their own
/// office; reviewers and the funder see none.</remarks>
sealed class ListContacts(CurrentUser user) : Page<Contact>
{
    public override void Configure()
    {
        Get("/youth-offices/{id:guid}/contacts");
        Policies(Can.ReadContacts);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Contact>>> Handle(Session session, Paging request)
    {
        if (await YouthOffice.Find(session, Id) is not { } office || !user.Sees(office.Ags))
            return Problems.NotFound;
        return await request.Of<Contact>(session, Select, new { Id, request.AfterSeq, request.Take });
    }

    const string Select = Contact.Select + " where c.YouthOfficeId = @Id and c.Seq > @AfterSeq order by c.Seq";
}
