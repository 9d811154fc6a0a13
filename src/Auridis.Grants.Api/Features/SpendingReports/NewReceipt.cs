using System.Text.Json.Serialization;
using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A receipt to add.</summary>
/// <param name="Number">Unique in the report, up to 50 characters, without spaces around it; capital and small letters differ.</param>
/// <param name="PaidOn">The day of the payment; not in the future.</param>
/// <param name="Payee">Who was paid, up to 200 characters.</param>
/// <param name="Purpose">What for, up to 500 characters.</param>
/// <param name="Category">A line of the award's plan.</param>
/// <param name="Amount">What was paid.</param>
sealed record NewReceipt(string Number, DateOnly PaidOn, string Payee, string Purpose, string Category, Money Amount)
{
    /// <summary>
    /// What is wrong with a batch: JSON pointer → messages, for every receipt that is not good. Shape and rules are judged together, so
    /// that one answer names them all.
    /// </summary>
    /// <param name="categories">The lines of the award.</param>
    /// <param name="taken">Those of the batch's numbers that the report has already.</param>
    public static Dictionary<string, string[]> Faults(
        IReadOnlyList<NewReceipt> batch, IReadOnlyCollection<string> categories, IReadOnlyCollection<string> taken, DateOnly today)
    {
        var seen = taken.ToHashSet(StringComparer.Ordinal);
        var shape = new Shape();
        return batch
            .SelectMany((receipt, i) => OfShape(shape, receipt).Concat(OfRules(receipt, categories, seen, today))
                .Select(fault => (Pointer: FormattableString.Invariant($"/receipts/{i}{fault.Pointer}"), fault.Message)))
            .GroupBy(fault => fault.Pointer, fault => fault.Message, StringComparer.Ordinal)
            .ToDictionary(faults => faults.Key, faults => faults.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>What double payments are found by: capitals, single spaces.</summary>
    [JsonIgnore]
    public string PayeeKey => string.Join(' ', Payee.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static IEnumerable<(string Pointer, string Message)> OfShape(Shape shape, NewReceipt receipt) =>
        shape.Validate(receipt).Errors.Select(error => (JsonPointer.OfProperty(error.PropertyName), error.ErrorMessage));

    static IEnumerable<(string Pointer, string Message)> OfRules(NewReceipt receipt, IReadOnlyCollection<string> categories, HashSet<string> seen, DateOnly today)
    {
        if (!seen.Add(receipt.Number))
            yield return ("/number", Bilingual.Of("The report has a receipt with this number.", "Der Nachweis hat schon einen Beleg mit dieser Nummer."));
        if (receipt.PaidOn > today)
            yield return ("/paidOn", Bilingual.Of("A payment in the future is none.", "Eine Zahlung in der Zukunft ist keine."));
        if (!categories.Contains(receipt.Category, StringComparer.Ordinal))
            yield return ("/category", Bilingual.Of("One of the lines of the award: ", "Eine der Positionen der Zuwendung: ") + string.Join(", ", categories));
    }

    sealed class Shape : AbstractValidator<NewReceipt>
    {
        public Shape()
        {
            RuleFor(receipt => receipt.Number).Line(50)
                .Must(number => number.Trim() == number)
                .WithMessage(_ => Bilingual.Of("No spaces before or after it.", "Keine Leerzeichen davor oder dahinter."));
            RuleFor(receipt => receipt.Payee).Line(200);
            RuleFor(receipt => receipt.Purpose).Prose(500);
            RuleFor(receipt => receipt.Amount).Positive();
        }
    }
}
