namespace Auridis.Grants.Api.Features.ExportRuns;

static class ExportProblems
{
    public static readonly Problem Acknowledged = new("export-run-acknowledged", 409,
        new("Export run acknowledged", "Exportlauf bestätigt"),
        new("The bookkeeping has imported this run: it can no longer be voided.",
            "Die Buchhaltung hat diesen Lauf übernommen: Er kann nicht mehr storniert werden."));
}
