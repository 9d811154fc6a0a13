namespace Auridis.Grants.Api.Features.Applications;

/// <summary>What submitting an application would refuse of its content; both lists are empty when it would refuse nothing.</summary>
/// <param name="Incomplete">
/// What is missing: empty exactly when submitting does not answer <c>application-incomplete</c>.
/// </param>
/// <param name="Refused">What else is refused, in the order in which submitting looks at it.</param>
sealed record Completeness(IReadOnlyList<ContentFault> Incomplete, IReadOnlyList<ContentFault> Refused)
{
    public static Completeness Of(IEnumerable<(IReadOnlyList<string> Pointers, Problem Problem)> faults)
    {
        var places = faults
            .SelectMany(fault => fault.Pointers, (fault, pointer) =>
                new ContentFault(pointer, fault.Problem.Code, fault.Problem.Sentence()))
            .ToLookup(fault => fault.Code == ApplicationProblems.Incomplete.Code);
        return new([.. places[true]], [.. places[false]]);
    }
}

/// <summary>Something in a content that keeps it from being submitted.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the content.</param>
/// <param name="Code">The code of the problem that submitting answers.</param>
/// <param name="Text">What is wrong, in a sentence.</param>
sealed record ContentFault(string Pointer, string Code, string Text);
