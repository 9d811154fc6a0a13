
namespace Auridis.Grants.Api.Features.Awards;

static class AwardProblems
{
    public static readonly Problem NotFinal = new("award-not-final", 409,
        new("The award is not final", "Die Zuwendung ist nicht bestandskräftig"),
        new("The period for remedies runs: the award is final from {finalFrom}, or when the office waives its remedies. Today is {today}.",
            "Die Rechtsbehelfsfrist läuft: bestandskräftig ist die Zuwendung ab dem {finalFrom} oder mit dem Rechtsbehelfsverzicht. Heute ist der {today}."));
}
