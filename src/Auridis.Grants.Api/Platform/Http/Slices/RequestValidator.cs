using FluentValidation;
using FluentValidation.Results;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The rules of a request. None of them waits for anything: FastEndpoints asks asynchronously, and gets the cheaper synchronous walk.
/// </summary>
abstract class RequestValidator<TRequest> : AbstractValidator<TRequest>
{
    public sealed override Task<ValidationResult> ValidateAsync(
        ValidationContext<TRequest> context, CancellationToken cancellation = default) =>
        Task.FromResult(Validate(context));
}
