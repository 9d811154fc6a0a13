using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Tests.Features.ExportRuns;

/// <summary>Exports of a journal that each test starts empty: it has a database of its own.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public abstract class ExportFixture(DatabaseKind kind)
{
    private protected GrantsApp app = null!;
    private protected SeededAward award = null!;

    [SetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(kind);
        award = await SeededAward.Insert(app.Db);
    }

    [TearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    private protected async Task<Answer> Run(object? filter = null, string? key = null) =>
        (await app.AsMachine().Post("/export-runs", filter ?? new { format = "csv" }, key: key ?? Payments.Key)).Succeeded();

    private protected async Task<Answer> File(Answer run) => (await app.AsMachine().Get($"/export-runs/{run["id"]}/file")).Succeeded();

    private protected static List<string> Rows(Answer file) =>
        [.. file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])];

    private protected async Task Post(PostingRule rule, int entries, DateOnly on)
    {
        for (var i = 0; i < entries; i++)
        {
            await app.Db.Write<bool>(new Author("test", "test", TimeProvider.System.GetUtcNow().ToMilliseconds()), tx =>
            {
                var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
                Journal.Post(
                    tx, rule, new Money(1_00), new BusinessDocument(id, "T-1", award.ProgrammeId, award.Id, "=cmd|' /c calc'!A1", on));
                return Task.FromResult<Outcome<bool>>(true);
            }, CancellationToken.None);
        }
    }
}
