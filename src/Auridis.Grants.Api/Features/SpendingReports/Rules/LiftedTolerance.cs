namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// The examiner may lift the tolerance of a line whose overrun rests on conditions that an authority has set, with a reason (ANBest-P no.
/// 1.2, sentence 4). Other lines must still save as much.
/// </summary>
static class LiftedTolerance
{
    /// <summary>The lines of a report whose tolerance is lifted.</summary>
    public static Task<List<LiftedLine>> Of(Session session, Guid reportId) =>
        session.All<LiftedLine>(Select, new { ReportId = reportId });

    /// <summary>Replaces the lines of a report whose tolerance is lifted; the caller has touched the report.</summary>
    public static async Task Replace(Tx tx, Guid reportId, IReadOnlyList<LiftedLine> lines)
    {
        await tx.Execute(Delete, new { ReportId = reportId });
        foreach (var line in lines)
            await tx.Execute(Insert, new { ReportId = reportId, line.Category, line.Reason, tx.Author.Actor, tx.Author.At });
    }

    const string Select = "select Category, Reason from LiftedTolerance where SpendingReportId = @ReportId order by Category";

    const string Delete = "delete from LiftedTolerance where SpendingReportId = @ReportId";

    const string Insert = """
        insert into LiftedTolerance (SpendingReportId, Category, Reason, FoundBy, CreatedAt)
        values (@ReportId, @Category, @Reason, @Actor, @At)
        """;
}
