using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.YouthOffices;

sealed class YouthOfficeExamples : IExamples
{
    public const string Ags = "05512000";

    public static readonly Guid Id = Example.Id(3);

    static readonly CreateYouthOffice.Request New = new("05111000", "Düsseldorf", YouthOfficeKind.IndependentCity, "Düsseldorf");

    static readonly AddBankAccount.Request NewAccount = new("DE89370400440532013000", "Stadt Bottrop", "COBADEFFXXX");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListYouthOffices>(Example.Page(Bottrop)),
        Example.Of<CreateYouthOffice>(new YouthOffice(Example.Id(4), 1, New.Ags, New.Name, New.Kind, New.GovernmentDistrict, null), New),
        Example.Of<GetYouthOffice>(Bottrop),
        Example.Of<ListBankAccounts>(Example.Page(Account)),
        Example.Of<AddBankAccount>(Unverified, NewAccount),
        Example.Of<GetBankAccount>(Account),
        Example.Of<VerifyBankAccount>(Account),
    ];

    static YouthOffice Bottrop => new(Id, 1, Ags, "Bottrop", YouthOfficeKind.IndependentCity, "Münster", null);

    static BankAccount Unverified => new(Example.Id(5), 1, Id, NewAccount.Iban, NewAccount.Bic, NewAccount.Holder, BankAccountStatus.Unverified);

    public static BankAccount Account => Unverified with { Version = 2, Status = BankAccountStatus.Verified };
}
