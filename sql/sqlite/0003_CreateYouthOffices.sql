create table YouthOffice (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Ags text not null,
    Name text not null,
    Kind text not null
        constraint CK_YouthOffice_Kind check (Kind in ('county', 'independent-city', 'municipality')),
    GovernmentDistrict text not null,
    County text null,
    CreatedAt text not null,
    UpdatedAt text not null
);
GO
create unique index UQ_YouthOffice_Id on YouthOffice (Id);
GO
create unique index UQ_YouthOffice_Ags on YouthOffice (Ags);
GO
create index IX_YouthOffice_UpdatedAt_Seq on YouthOffice (UpdatedAt, Seq);
GO
create table BankAccount (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    YouthOfficeId text not null constraint FK_BankAccount_YouthOffice references YouthOffice (Id),
    Iban text not null,
    Bic text null,
    Holder text not null,
    Status text not null constraint CK_BankAccount_Status check (Status in ('unverified', 'verified')),
    EnteredBy text not null,
    VerifiedBy text null,
    CreatedAt text not null,
    UpdatedAt text not null,
    constraint CK_BankAccount_FourEyes check (
        (VerifiedBy is null or VerifiedBy <> EnteredBy)
        and (Status <> 'verified' or VerifiedBy is not null)
    )
);
GO
create unique index UQ_BankAccount_Id on BankAccount (Id);
GO
create unique index UQ_BankAccount_YouthOfficeId_Iban on BankAccount (YouthOfficeId, Iban);
GO
create index IX_BankAccount_YouthOfficeId_Seq on BankAccount (YouthOfficeId, Seq);
