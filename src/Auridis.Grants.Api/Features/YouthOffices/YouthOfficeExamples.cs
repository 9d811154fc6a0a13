using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.YouthOffices;

sealed class YouthOfficeExamples : IExamples
{
    public const string Ags = "05512000";

    public static readonly Guid Id = Example.Id(3);

    static readonly CreateYouthOffice.Request New = new("05111000", "Düsseldorf", YouthOfficeKind.IndependentCity, "Düsseldorf");

    static readonly EditYouthOffice.Request Edit = new(
        "Bottrop", YouthOfficeKind.IndependentCity, "Münster", Address: new PostalAddress("Ernst-Wilczok-Platz 1", "46236", "Bottrop"));

    const string File = """
        ags;name;kind;governmentDistrict;county;street;postalCode;town
        05113000;Essen;kreisfreie Stadt;Düsseldorf;;Kennedyplatz 6;45127;Essen
        05154008;Emmerich am Rhein;kreisangehörige Stadt;Düsseldorf;Kreis Kleve;;;

        """;

    static readonly ContactDetails Details = new("Erika Mustermann", "Jugendhilfeplanung", "jugendamt@bottrop.example", "+49 2041 7030");

    static readonly ContactDetails NewDetails = Details with { Phone = "+49 2041 7031" };

    static readonly Reasoned Refusal = new("The letter of the office names another holder.");

    static readonly Reasoned Blocking = new("The office reports a forged letter.");

    static readonly AddBankAccount.Request NewAccount = new("DE89370400440532013000", "Stadt Bottrop", "COBADEFFXXX");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListYouthOffices>(Example.Page(Bottrop)),
        Example.Of<CreateYouthOffice>(Created, New),
        Example.Of<ImportYouthOffices>(new YouthOfficeImport(2, 2), File),
        Example.Of<GetYouthOffice>(Bottrop),
        Example.Of<EditYouthOffice>(Edited, Edit),
        Example.Of<ListContacts>(Example.Page(Contact)),
        Example.Of<AddContact>(Contact, Details),
        Example.Of<GetContact>(Contact),
        Example.Of<EditContact>(Contact with { Version = 2, Phone = NewDetails.Phone, UpdatedAt = Example.At(2018, 11, 26) }, NewDetails),
        Example.Of<ReplaceContact>(
            Contact with
            {
                Version = 2,
                Status = ContactStatus.Replaced,
                ReplacedById = Example.Id(31),
                UpdatedAt = Example.At(2019, 3, 4),
            },
            new ReplaceContact.Request(Example.Id(31))),
        Example.Of<ListBankAccounts>(Example.Page(Account)),
        Example.Of<AddBankAccount>(Unverified, NewAccount),
        Example.Of<GetBankAccount>(Account),
        Example.Of<VerifyBankAccount>(Account),
        Example.Of<RefuseBankAccount>(
            Unverified with { Version = 2, Status = BankAccountStatus.Refused, Reason = Refusal.Reason }, Refusal),
        Example.Of<BlockBankAccount>(
            Account with { Version = 3, Status = BankAccountStatus.Blocked, Reason = Blocking.Reason }, Blocking),
        Example.Of<GetConflictDeclaration>(Declaration),
        Example.Of<SaveConflictDeclaration>(Declaration, new SaveConflictDeclaration.Request(Declaration.Offices)),
    ];

    static ConflictDeclaration Declaration => new()
    {
        Id = Example.Id(18),
        Version = 1,
        ProgrammeId = Example.Id(1),
        Person = Example.Person("decider-1"),
        Offices = [new ConflictedOffice("05711000", "My sister heads this office.")],
        CreatedAt = Example.At(2018, 12, 10),
        UpdatedAt = Example.At(2018, 12, 10),
    };

    static YouthOffice Bottrop => new()
    {
        Id = Id,
        Version = 1,
        Ags = Ags,
        Name = "Bottrop",
        Kind = YouthOfficeKind.IndependentCity,
        GovernmentDistrict = "Münster",
        County = null,
        Address = null,
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
        Address = New.Address,
        CreatedAt = Example.At(2018, 11, 12),
        UpdatedAt = Example.At(2018, 11, 12),
    };

    static YouthOffice Edited => Bottrop with { Version = 2, Address = Edit.Address, UpdatedAt = Example.At(2018, 9, 10) };

    public static Contact Contact => new()
    {
        Id = Example.Id(30),
        Version = 1,
        YouthOfficeId = Id,
        Name = Details.Name,
        JobTitle = Details.JobTitle,
        Email = Details.Email,
        Phone = Details.Phone,
        Status = ContactStatus.Current,
        OfficeAgs = Ags,
        CreatedAt = Example.At(2018, 11, 19),
        UpdatedAt = Example.At(2018, 11, 19),
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
