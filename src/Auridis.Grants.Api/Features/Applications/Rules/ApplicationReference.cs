namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// An application's reference, such as <c>GA-2018-A-0007</c>: the programme's code and a number without gaps in the programme, in the
/// order of submission.
/// </summary>
static class ApplicationReference
{
    public static string Of(string programmeCode, int number) => FormattableString.Invariant($"GA-{programmeCode}-{number:0000}");
}
