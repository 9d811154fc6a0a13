namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>What a slice takes and answers.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Answer">What it can really answer: a test holds it against what the operation answered in a run.</param>
/// <param name="Request">What it takes; null where it takes no body. A tester can send it as it stands where it holds no id of a server's
/// own.</param>
sealed record Example(Type Slice, object Answer, object? Request)
{
    public static Example Of<TSlice>(object answer, object? request = null) => new(typeof(TSlice), answer, request);

    /// <summary>The answer of a list that has this item alone.</summary>
    public static ListOf<T> Page<T>(T item) => new([item], null);

    /// <summary>One resource has one id in all examples.</summary>
    public static Guid Id(int number) => Guid.Parse(FormattableString.Invariant($"01926f3a-5c00-7000-8000-{number:000000000000}"));

    /// <summary>A person of the demo.</summary>
    public static string Person(string subject) => $"urn:auridis-grants:development#{subject}";

    /// <summary>Nine in the morning in winter.</summary>
    public static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 8, 0, 0, TimeSpan.Zero);

    public const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
}
