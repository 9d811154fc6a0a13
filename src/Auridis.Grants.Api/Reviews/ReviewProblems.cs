using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Api.Reviews;

static class ReviewProblems
{
    public static readonly ProblemType ConflictUndeclared = new("conflict-undeclared", 403,
        new("Conflict of interest undeclared", "Befangenheit nicht erklärt"),
        new("Declare first whether you have a conflict of interest.", "Erklären Sie zuerst, ob Sie befangen sind."));
}
