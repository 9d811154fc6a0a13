using System.Diagnostics.CodeAnalysis;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>What a closure comes to: a value, which commits, or a refusal, which rolls back.</summary>
readonly struct Outcome<T>
{
    readonly T? value;

    Outcome(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>Why nothing was changed; null when the closure succeeded.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    /// <summary>The closure's value; only there when it succeeded.</summary>
    public T Value => Succeeded ? value! : throw new InvalidOperationException("A refused transaction has no value.");

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
