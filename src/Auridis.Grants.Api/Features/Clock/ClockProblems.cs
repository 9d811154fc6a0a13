namespace Auridis.Grants.Api.Features.Clock;

static class ClockProblems
{
    public static readonly Problem Backwards = new("clock-backwards", 409,
        new("The clock does not go back", "Die Uhr geht nicht zurück"),
        new("The business clock shows {now} already: what fell due until then has been done.",
            "Die Geschäftsuhr zeigt schon {now}: was bis dahin fällig wurde, ist getan."))
    {
        Example = [("now", new DateTimeOffset(2018, 12, 1, 8, 0, 0, TimeSpan.Zero))],
    };
}
