namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Lists programmes.</summary>
/// <remarks>In the order in which they were created.</remarks>
sealed class ListProgrammes : Page<Programme>
{
    public override void Configure()
    {
        Get("/programmes");
        Policies(Can.Read);
    }

    protected override async Task<Outcome<ListOf<Programme>>> Handle(Session session, Paging request) =>
        await request.Of<Programme>(session, Select, new { request.AfterSeq, request.Take });

    const string Select = Programme.Select + " where Seq > @AfterSeq order by Seq";
}
