namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What is sent with a step that needs a reason and nothing else.</summary>
/// <param name="Reason">Why: up to 2,000 characters.</param>
sealed record Reasoned(string Reason)
{
    public sealed class Validator : RequestValidator<Reasoned>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }
}
