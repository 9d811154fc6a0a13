using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>Lists the contributions to a programme.</summary>
/// <remarks>In the order in which they were recorded, with those that were refused. A funder lists those to its own programmes.</remarks>
sealed class ListContributions(CurrentUser user) : Page<Contribution>
{
    public override void Configure()
    {
        Get("/programmes/{id:guid}/contributions");
        Policies(Can.ReadFunds);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Contribution>>> Handle(Session session, Paging request) =>
        await Programme.Find(session, Id) is { } programme && FundsOfFunder.Sees(user, programme.Terms.Funder)
            ? await request.Of<Contribution>(session, Select, new { Id, request.AfterSeq, request.Take })
            : Problems.NotFound;

    const string Select = Contribution.Select + " where ProgrammeId = @Id and Seq > @AfterSeq order by Seq";
}
