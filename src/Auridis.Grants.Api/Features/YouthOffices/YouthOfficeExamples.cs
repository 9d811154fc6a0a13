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
        Example.Of<CreateYouthOffice>(Created, New),
        Example.Of<GetYouthOffice>(Bottrop),
        Example.Of<ListBankAccounts>(Example.Page(Account)),
        Example.Of<AddBankAccount>(Unverified, NewAccount),
        Example.Of<GetBankAccount>(Account),
        Example.Of<VerifyBankAccount>(Account),
    ];

    static YouthOffice Bottrop => new()
    {
        Id = Id,
        Version = 1,
        Ags = Ags,
        Name = "Bottrop",
        Kind = YouthOfficeKind.IndependentCity,
        GovernmentDistrict = "Münster",
        County = null,
        CreatedAt = Example.At(2018, 9, 3),
        UpdatedAt = Example.At(2018, 9, 3),
    };

    static YouthOffice Created => new()
    {
        Id = Example.Id(4),
        Version = 1,
        Ags = New.Ags,
        Name = New.Name,
        Kind = New.Kind,
        GovernmentDistrict = New.GovernmentDistrict,
        County = New.County,
        CreatedAt = Example.At(2018, 11, 12),
        UpdatedAt = Example.At(2018, 11, 12),
    };

    static BankAccount Unverified => new()
    {
        Id = Example.Id(5),
        Version = 1,
        YouthOfficeId = Id,
        Iban = NewAccount.Iban,
        Bic = NewAccount.Bic,
        Holder = NewAccount.Holder,
        Status = BankAccountStatus.Unverified,
        OfficeAgs = Ags,
        EnteredBy = Example.Person("applicant-05512000"),
        CreatedAt = Example.At(2019, 1, 21),
        UpdatedAt = Example.At(2019, 1, 21),
    };

    public static BankAccount Account => Unverified with
    {
        Version = 2,
        Status = BankAccountStatus.Verified,
        UpdatedAt = Example.At(2019, 1, 22),
    };
}
