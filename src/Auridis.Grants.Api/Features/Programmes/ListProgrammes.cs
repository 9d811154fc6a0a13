namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Lists programmes.</summary>
/// <remarks>In the order in which they were created.</remarks>
sealed class ListProgrammes : Page<ChangesPaging, Programme>
{
    public override void Configure()
    {
        Get("/programmes");
        Policies(Can.Read);
    }

    protected override async Task<Outcome<ListOf<Programme>>> Handle(Session session, ChangesPaging request)
    {
        var page = await request.Of<Programme>(session, Select(request), new { request.AfterSeq, request.AfterTime, request.Take });
        return page with { Items = await Programme.WithExtensions(session, page.Items) };
    }

    static string Select(ChangesPaging request) => $"{Programme.Select} where {request.After()}{request.InOrder()}";
}
