using System.Collections.Frozen;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>The government districts (Regierungsbezirke) of Germany; in a state that has none, the state.</summary>
static class GovernmentDistrict
{
    static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            // Baden-Württemberg, Bayern, Hessen, Nordrhein-Westfalen
            "Freiburg", "Karlsruhe", "Stuttgart", "Tübingen",
            "Mittelfranken", "Niederbayern", "Oberbayern", "Oberfranken", "Oberpfalz", "Schwaben", "Unterfranken",
            "Darmstadt", "Gießen", "Kassel",
            "Arnsberg", "Detmold", "Düsseldorf", "Köln", "Münster",
            "Berlin", "Brandenburg", "Bremen", "Hamburg", "Mecklenburg-Vorpommern", "Niedersachsen", "Rheinland-Pfalz", "Saarland",
            "Sachsen", "Sachsen-Anhalt", "Schleswig-Holstein", "Thüringen",
        ]);

    public static bool IsOne(string name) => All.Contains(name);
}
