namespace Auridis.Grants.Api.Features.ExportRuns;

static class ExportProblems
{
    public static readonly Problem Acknowledged = new("export-run-acknowledged", 409,
        new("Export run acknowledged", "Exportlauf bestätigt"),
        new("The bookkeeping has imported this run; an error in it is corrected by a reversal.",
            "Die Buchhaltung hat diesen Lauf übernommen; ein Fehler darin wird durch eine Stornobuchung berichtigt."));
}
