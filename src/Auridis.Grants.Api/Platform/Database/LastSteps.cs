namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// What transactions have put off to their end. Those that are committed together do it together: a counter that all share advances once
/// for all of them.
/// </summary>
sealed class LastSteps
{
    readonly SortedList<LastStep, List<Part>> steps = [];

    public void Put<T>(LastStep step, T item, Func<Tx, List<T>, Task> finish)
    {
        if (!steps.TryGetValue(step, out var parts))
            steps.Add(step, parts = []);
        if (parts is [.., Part<T> last] && last.Finish == finish)
            last.Items.Add(item);
        else
            parts.Add(new Part<T>(finish, [item]));
    }

    /// <summary>Adds what another transaction has put off after this one.</summary>
    public void Add(LastSteps others)
    {
        foreach (var part in others.steps)
            part.Value.ForEach(put => put.AddTo(this, part.Key));
    }

    /// <summary>Runs it, in the order of the steps.</summary>
    public async Task Run(Tx tx)
    {
        while (steps.Count > 0)
        {
            var parts = steps.GetValueAtIndex(0);
            steps.RemoveAt(0);
            foreach (var part in parts)
                await part.Run(tx);
        }
    }

    abstract class Part
    {
        public abstract void AddTo(LastSteps all, LastStep step);

        public abstract Task Run(Tx tx);
    }

    sealed class Part<T>(Func<Tx, List<T>, Task> finish, List<T> items) : Part
    {
        public Func<Tx, List<T>, Task> Finish => finish;

        public List<T> Items => items;

        public override void AddTo(LastSteps all, LastStep step) => items.ForEach(item => all.Put(step, item, finish));

        public override Task Run(Tx tx) => finish(tx, items);
    }
}
