namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// A selection's reference, such as <c>GA-2018-A-S-01</c>: <c>GA</c>, the programme's code, <c>S</c>, and a number without gaps in the
/// programme, in the order of creation.
/// </summary>
static class SelectionReference
{
    public static string Of(string programmeCode, int selection) => FormattableString.Invariant($"GA-{programmeCode}-S-{selection:00}");
}
