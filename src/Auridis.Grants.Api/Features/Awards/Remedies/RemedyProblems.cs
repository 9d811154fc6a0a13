using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Awards;

static class RemedyProblems
{
    public static readonly Problem Pending = new("remedy-pending", 409,
        new("A remedy is pending", "Ein Rechtsbehelf ist anhängig"),
        new("The remedy '{kind}' that was filed on {filedOn} is not closed: until then the award is not final.",
            "Der am {filedOn} eingelegte Rechtsbehelf „{kind}“ ist nicht abgeschlossen: Bis dahin ist die Zuwendung nicht "
            + "bestandskräftig."))
    {
        Example = [("kind", RemedyKind.Objection), ("filedOn", new DateOnly(2019, 1, 10))],
    };
}
