namespace Auridis.Grants.Api.Platform.Deadlines;

/// <summary>
/// What a day alone brings about: nobody decides it, so the system does it when the day has passed. A feature gives its two functions,
/// which stand beside the rule of the day.
/// </summary>
/// <param name="Name">What is done, for the log.</param>
/// <param name="Due">
/// The first rows whose day has passed by today, by an index: they leave it when the step is taken. The number is how many at most.
/// </param>
/// <param name="Take">
/// Takes the step on one row: a conditional update that asks for state and day once more, and its audit event. It yields 0 when somebody
/// was faster, and has changed nothing then.
/// </param>
sealed record DueStep(
    string Name, Func<Session, DateOnly, int, Task<List<Guid>>> Due, Func<Tx, Guid, DateOnly, Task<int>> Take);
