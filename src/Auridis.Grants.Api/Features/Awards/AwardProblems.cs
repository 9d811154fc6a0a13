namespace Auridis.Grants.Api.Features.Awards;

static class AwardProblems
{
    public static readonly Problem NotFinal = new("award-not-final", 409,
        new("The award is not final", "Die Zuwendung ist nicht bestandskräftig"),
        new("The remedy period is running: the award is final from {finalFrom}, or when the office waives its remedies. Today is {today}.",
            "Die Rechtsbehelfsfrist läuft: Bestandskräftig ist die Zuwendung ab dem {finalFrom} oder mit dem Rechtsbehelfsverzicht. "
            + "Heute ist der {today}."))
    {
        Example = [("finalFrom", new DateOnly(2019, 2, 12)), ("today", new DateOnly(2019, 1, 14))],
    };
}
