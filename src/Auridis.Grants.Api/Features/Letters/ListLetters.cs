using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>Lists the letters of an application.</summary>
/// <remarks>
/// In the order in which they were created; its office sees those that have gone out to it. Listing them does not count as reading: what a
/// letter says stands in its document.
/// </remarks>
sealed class ListLetters(CurrentUser user, BusinessClock clock) : Page<Letter>
{
    public override void Configure()
    {
        Get("/applications/{id:guid}/letters");
        Policies(Can.ReadLetters);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<ListOf<Letter>>> Handle(Session session, Paging request)
    {
        var application = await Application.FindFor(session, Id, user);
        if (!application.Succeeded)
            return application.Refusal;
        // Who reviews it sees the application, and not what its office is told.
        if (!user.Sees(application.Value.OfficeAgs))
            return Problems.NotFound;
        var today = clock.Today;
        return await request.Of<Letter>(session, Select(), new
        {
            Id,
            request.AfterSeq,
            request.Take,
            Today = today,
            MissedBefore = PortalReading.MissedBefore(today),
        });
    }

    string Select() => $"""
        {Letter.Select}
        where ApplicationId = @Id and Seq > @AfterSeq{(user.SeesAllOffices ? "" : $" and {LetterRow.Outside}")}
        order by Seq
        """;
}
