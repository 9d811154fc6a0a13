using System.Text.RegularExpressions;
using FluentValidation;

namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Adds a bank account to a youth office.</summary>
/// <remarks>By the office itself or by a caseworker. No payment goes to it until a second person has verified it.</remarks>
sealed partial class AddBankAccount(CurrentUser user) : Creation<AddBankAccount.Request, BankAccount>
{
    /// <param name="Iban">ISO 13616, of a country of SEPA, in capital or small letters, with or without blanks of any kind.</param>
    /// <param name="Bic">ISO 9362, 8 or 11 characters; not needed for payments within SEPA.</param>
    /// <param name="Holder">Who holds the account, as the bank knows it, up to 70 characters.</param>
    public sealed record Request(string Iban, string Holder, string? Bic = null);

    public sealed partial class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Iban).MaximumLength(100).SetValidator(new IbanValidator<Request>());
            RuleFor(request => request.Bic).MaximumLength(11).Matches(BusinessIdentifier())
                .WithMessage(_ => Bilingual.Of(
                    "A BIC has 8 or 11 capital letters and digits; the fifth and sixth are letters, the country.",
                    "Eine BIC hat 8 oder 11 Großbuchstaben und Ziffern; die fünfte und sechste Stelle sind Buchstaben, das Land."));
            RuleFor(request => request.Holder).Line(70);
        }

        [GeneratedRegex(
            "^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?\\z",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            matchTimeoutMilliseconds: 1000)]
        private static partial Regex BusinessIdentifier();
    }

    public override void Configure()
    {
        Post("/youth-offices/{id:guid}/bank-accounts");
        Policies(Can.EnterBankAccounts);
        Refuses(Problems.NotFound, Problems.Forbidden, YouthOfficeProblems.BankAccountTaken);
    }

    protected override string LocationOf(BankAccount account) => $"/bank-accounts/{account.Id}";

    protected override async Task<Outcome<BankAccount>> Handle(Tx tx, Request request)
    {
        if (await YouthOffice.Find(tx, Id) is not { } office)
            return Problems.NotFound;
        if (WhoEntersForOffices.WhyRefused(user, office.Ags) is { } refused)
            return refused;
        if (!Iban.TryParse(request.Iban, out var iban))
            throw new InvalidOperationException("The validator lets no other text pass.");
        if (await tx.OneOrNull<int?>(FindIban, new { Id, Iban = iban.ToString() }) is not null)
            return YouthOfficeProblems.BankAccountTaken;
        var account = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = account,
            YouthOfficeId = Id,
            Iban = iban.ToString(),
            request.Bic,
            request.Holder,
            EnteredBy = user.Actor,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.BankAccountAdded, account, 1, new { YouthOfficeId = Id });
        return (await BankAccount.Find(tx, account))!.For(user);
    }

    const string FindIban =
        "select 1 from BankAccount where YouthOfficeId = @Id and Iban = @Iban and Status <> 'refused'";

    const string Insert = """
        insert into BankAccount (Id, Version, YouthOfficeId, Iban, Bic, Holder, Status, EnteredBy, CreatedAt, UpdatedAt)
        values (@Id, 1, @YouthOfficeId, @Iban, @Bic, @Holder, 'unverified', @EnteredBy, @At, @At)
        """;
}
