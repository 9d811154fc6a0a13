using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.YouthOffices;

/// <summary>Adds a bank account to a youth office.</summary>
sealed class AddBankAccount : IEndpoint
{
    /// <param name="Iban">ISO 13616, of a country of SEPA, in capital letters, with or without spaces.</param>
    /// <param name="Bic">ISO 9362, 8 or 11 characters; not needed for payments within SEPA.</param>
    /// <param name="Holder">Who holds the account, as the bank knows it, up to 70 characters.</param>
    public sealed record Request(string Iban, string Holder, string? Bic = null);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            // The pattern is for the OpenAPI document, which cannot count check digits.
            RuleFor(request => request.Iban).Cascade(CascadeMode.Stop)
                .Matches("^ *([A-Z] *){2}([0-9] *){2}([A-Z0-9] *){11,30}\\z").WithMessage(_ => NoIban)
                .Must(iban => Iban.TryParse(iban, out _)).WithMessage(_ => NoIban);
            RuleFor(request => request.Bic).Matches("^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?\\z")
                .WithMessage(_ => Text.Of("A BIC has 8 or 11 capital letters and digits; the fifth and sixth are letters, the country.",
                    "Eine BIC hat 8 oder 11 Großbuchstaben und Ziffern; die fünfte und sechste Stelle sind Buchstaben, das Land."));
            RuleFor(request => request.Holder).Line(70);
        }

        static string NoIban => Text.Of("This is no IBAN of a SEPA country: length or check digits are wrong.", "Das ist keine IBAN eines SEPA-Landes: Länge oder Prüfziffern stimmen nicht.");
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/youth-offices/{id:guid}/bank-accounts", Handle)
        .RequireAuthorization(Policies.CanEnterBankAccounts)
        .Describe("addBankAccount", "Adds a bank account to a youth office",
            "By the office itself or by a caseworker. No payment goes there until a second person has verified it.")
        .Refuses(Problems.NotFound, Problems.Forbidden, YouthOfficeProblems.BankAccountTaken);

    static Task<Created<BankAccount>> Handle(Guid id, Request request, Change change, CurrentUser user, TimeProvider clock) =>
        change.Create<BankAccount>(account => $"/bank-accounts/{account.Id}", async tx =>
        {
            if (await YouthOffice.Find(tx, id) is not { } office || !user.Sees(office.Ags))
                return Problems.NotFound.With();
            if (!user.Has(Roles.Caseworker) && !user.ActsFor(office.Ags))
                return Problems.Forbidden.With();
            var iban = Iban.TryParse(request.Iban, out var parsed) ? parsed.ToString() : throw new InvalidOperationException("The validator lets no other text pass.");
            if (await tx.Find<int?>(FindIban, new { id, iban }) is not null)
                return YouthOfficeProblems.BankAccountTaken.With();
            var accountId = Guid.CreateVersion7(clock.GetUtcNow());
            await tx.Execute(Insert, new { Id = accountId, YouthOfficeId = id, Iban = iban, request.Bic, request.Holder, EnteredBy = user.Actor, CreatedAt = tx.Origin.At });
            Audit.Append(tx, "bank-account.added", accountId, 1, new { YouthOfficeId = id });
            return (await BankAccount.Find(tx, accountId))!.For(user);
        });

    const string FindIban = "select 1 from BankAccount where YouthOfficeId = @id and Iban = @iban";

    const string Insert = """
        insert into BankAccount (Id, Version, YouthOfficeId, Iban, Bic, Holder, Status, EnteredBy, CreatedAt)
        values (@Id, 1, @YouthOfficeId, @Iban, @Bic, @Holder, 'unverified', @EnteredBy, @CreatedAt)
        """;
}
