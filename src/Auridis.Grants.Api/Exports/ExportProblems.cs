using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Api.Exports;

static class ExportProblems
{
    public static readonly ProblemType Acknowledged = new("export-run-acknowledged", 409,
        new("Export run acknowledged", "Exportlauf bestätigt"),
        new("The bookkeeping has taken this run in; what is wrong in it is corrected by a reversal.",
            "Die Buchhaltung hat diesen Lauf übernommen; was daran falsch ist, wird durch eine Storno-Buchung berichtigt."));
}
