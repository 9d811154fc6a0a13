namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The request cannot be read as its route needs it.</summary>
sealed class RefusedRequestException(Problem problem) : Exception(problem.Code)
{
    public Problem Problem => problem;
}
