using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A receipt to add.</summary>
/// <param name="Number">
/// Unique in the reports of the award, up to 50 characters, without spaces around it; capital and small letters differ.
/// </param>
/// <param name="PaidOn">The day of the payment; not in the future.</param>
/// <param name="Payee">Who was paid, up to 200 characters.</param>
/// <param name="Purpose">What for, up to 500 characters.</param>
/// <param name="Category">A line of the award's plan.</param>
/// <param name="Amount">What was paid; negative on a credit note, and never 0.00.</param>
/// <param name="Reference">
/// On a credit note the number of the receipt that it is on, in this or in another report of the award; null otherwise.
/// </param>
/// <param name="ProcurementNote">
/// How it was procured (Vergabevermerk), up to 500 characters; null where nothing is to be said. The terms tell above which amount it is
/// wanted.
/// </param>
sealed record NewReceipt(
    string Number, DateOnly PaidOn, string Payee, string Purpose, string Category, Money Amount, string? Reference = null,
    string? ProcurementNote = null)
{
    public sealed class Validator : RequestValidator<NewReceipt>
    {
        public Validator()
        {
            RuleFor(receipt => receipt.Number).Line(50)
                .Must(number => number.Trim() == number)
                .WithMessage(_ => Bilingual.Of(
                    "Spaces before or after it are not allowed.", "Leerzeichen davor oder dahinter sind nicht erlaubt."));
            RuleFor(receipt => receipt.PaidOn).Day();
            RuleFor(receipt => receipt.Payee).Line(200);
            RuleFor(receipt => receipt.Purpose).Prose(500);
            RuleFor(receipt => receipt.Category).Code();
            RuleFor(receipt => receipt.Amount).Must(amount => amount.Cents != 0)
                .WithMessage(_ => Bilingual.Of("The amount must not be 0.00.", "Der Betrag darf nicht 0,00 sein."));
            RuleFor(receipt => receipt.ProcurementNote!).Prose(500).When(receipt => receipt.ProcurementNote is not null);
            RuleFor(receipt => receipt.Reference!).Line(50).When(receipt => receipt.Reference is not null);
            RuleFor(receipt => receipt.Reference)
                .Must((receipt, reference) => reference is null || receipt.Amount.Cents < 0)
                .WithMessage(_ => Bilingual.Of(
                    "Only a credit note, with a negative amount, refers to a receipt.",
                    "Nur eine Gutschrift, mit negativem Betrag, bezieht sich auf einen Beleg."));
        }
    }
}
