using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A receipt to add.</summary>
/// <param name="Number">Unique in the report, up to 50 characters, without spaces around it; capital and small letters differ.</param>
/// <param name="PaidOn">The day of the payment; not in the future.</param>
/// <param name="Payee">Who was paid, up to 200 characters.</param>
/// <param name="Purpose">What for, up to 500 characters.</param>
/// <param name="Category">A line of the award's plan.</param>
/// <param name="Amount">What was paid.</param>
sealed record NewReceipt(string Number, DateOnly PaidOn, string Payee, string Purpose, string Category, Money Amount);

/// <summary>The shape of a receipt to add.</summary>
sealed class NewReceiptValidator : AbstractValidator<NewReceipt>
{
    public NewReceiptValidator()
    {
        RuleFor(receipt => receipt.Number).Line(50)
            .Must(number => number.Trim() == number)
            .WithMessage(_ => Bilingual.Of(
                "Spaces before or after it are not allowed.", "Leerzeichen davor oder dahinter sind nicht erlaubt."));
        RuleFor(receipt => receipt.PaidOn).Day();
        RuleFor(receipt => receipt.Payee).Line(200);
        RuleFor(receipt => receipt.Purpose).Prose(500);
        RuleFor(receipt => receipt.Category).Code();
        RuleFor(receipt => receipt.Amount).Positive();
    }
}
