using System.Runtime.InteropServices;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>So much more, or less, is owed from the day after a day on: a day of payment still bears interest.</summary>
/// <param name="On">The day: the start of the interest, or that of a payment.</param>
/// <param name="Amount">Negative for what came in.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct SumOwed(DateOnly On, Money Amount);
