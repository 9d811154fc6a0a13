namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// What an office applies for names one of its own contacts. One that was replaced stands for who has taken over, so that an application
/// can be saved again as it was read.
/// </summary>
static class ContactOfOffice
{
    /// <summary>Why the contact cannot be named for this office; null when it can, or none is named.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Guid? contactId, string officeAgs) =>
        contactId is { } id && (await Contact.Find(session, id))?.OfficeAgs != officeAgs
            ? YouthOfficeProblems.ContactUnknown.With(("contactId", id))
            : null;
}
