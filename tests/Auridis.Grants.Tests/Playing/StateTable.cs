namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// A state machine as a table: a row for each state, a column for each command, and in each cell the state that follows, a dot for
/// <c>wrong-state</c>, or another problem.
/// </summary>
sealed class StateTable
{
    readonly string[] commands;
    readonly List<(string State, string[] Outcomes)> rows;

    /// <param name="parts">The table, or its parts side by side where it is too wide for a page: each has all rows.</param>
    public StateTable(params string[] parts)
    {
        var lines = parts.Select(part =>
            part.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList()).ToList();
        commands = [.. lines.SelectMany(part => part[0])];
        rows = [.. lines[0].Skip(1).Select((words, row) => (words[0], lines.SelectMany(part => part[row + 1][1..]).ToArray()))];
    }

    public IEnumerable<string> States => rows.Select(row => row.State);

    /// <summary>Every state with every command.</summary>
    public IEnumerable<(string State, string Command, string Outcome)> Pairs =>
        rows.SelectMany(row => commands.Zip(row.Outcomes, (command, outcome) => (row.State, command, outcome)));

    public bool IsState(string outcome) => States.Contains(outcome, StringComparer.Ordinal);

    /// <summary>
    /// Takes every command in every state, and tells what is not as the table says: another outcome, or a refusal that changed something.
    /// </summary>
    /// <param name="bring">Something new that was brought into a state.</param>
    /// <param name="take">Takes a command on it.</param>
    /// <param name="read">How it stands.</param>
    public async Task<List<string>> Differences<T>(
        Func<string, Task<T>> bring, Func<string, T, Task<Answer>> take, Func<T, Task<Answer>> read)
    {
        List<string> differences = [];
        foreach (var (state, command, expected) in Pairs)
        {
            var subject = await bring(state);
            var before = (await read(subject)).Succeeded();

            var answer = await take(command, subject);

            var after = (await read(subject)).Succeeded();
            var outcome = answer.Code is null ? after["status"] : answer.Code is "wrong-state" ? "." : answer.Code;
            if (outcome != expected)
                differences.Add($"{command} in {state}: {outcome}, not {expected}");
            if (answer.Code is not null && after.Text != before.Text)
                differences.Add($"{command} in {state} was refused and changed something");
        }
        return differences;
    }

    /// <summary>The states that no command of another state leads to, without the first one, in which everything begins.</summary>
    public IEnumerable<string> NeverReached =>
        States.Skip(1).Where(state => !Pairs.Any(pair => pair.State != state && pair.Outcome == state));

    /// <summary>The states that no command leaves.</summary>
    public IEnumerable<string> NeverLeft =>
        States.Where(state => !Pairs.Any(pair => pair.State == state && IsState(pair.Outcome) && pair.Outcome != state));
}
