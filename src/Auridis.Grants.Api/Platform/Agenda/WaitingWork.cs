namespace Auridis.Grants.Api.Platform.Agenda;

/// <summary>
/// Work that waits for people: the rows of a state, and whose step is next. A feature gives it beside its states, so that a list of tasks
/// never has a truth of its own.
/// </summary>
/// <param name="Policy">The policy of the step, of <see cref="Security.Can"/>: who may not take it has no such task.</param>
/// <param name="Collection">The path that the rows' resources stand under, as <c>/applications</c>.</param>
/// <param name="Rows">
/// A select of <c>x.Seq</c>, <c>x.Id</c>, <c>Reference</c>, <c>OfficeAgs</c>, <c>Since</c> or <c>SinceAt</c> or <c>Document</c>, and
/// <c>DueOn</c>, up to its last condition, by an index in the order of <c>x.Seq</c>. It leaves out what this person is excluded from and
/// what is their own: <c>@Actor</c> is the person, <c>@Office</c> the office that they act for, <c>@Today</c> the business date, and
/// <c>@Day</c> another day that is reckoned from it.
/// </param>
/// <param name="Office">The column of the office that a row is of; null where it is of none.</param>
/// <param name="DueOn">The column of the last day for the step; null where there is none.</param>
/// <param name="SinceOf">Where <c>Since</c> stands in a document: reads it.</param>
/// <param name="Day">Reckons <c>@Day</c> from the business date.</param>
/// <param name="ByReference">The path of the resource ends in its reference, not in its id.</param>
sealed record WaitingWork(
    string Policy, string Collection, string Rows, string? Office = "x.OfficeAgs", string? DueOn = null,
    Func<string, DateOnly>? SinceOf = null, Func<DateOnly, DateOnly>? Day = null, bool ByReference = false);
