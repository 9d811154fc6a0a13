
namespace Auridis.Grants.Api.Features.ExportRuns;

static class ExportProblems
{
    public static readonly Problem Acknowledged = new("export-run-acknowledged", 409,
        new("Export run acknowledged", "Exportlauf bestätigt"),
        new("The bookkeeping has taken this run in; what is wrong in it is corrected by a reversal.",
            "Die Buchhaltung hat diesen Lauf übernommen; was daran falsch ist, wird durch eine Storno-Buchung berichtigt."));
}
