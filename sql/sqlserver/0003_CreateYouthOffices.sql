create table YouthOffice (
    Seq bigint identity not null constraint PK_YouthOffice primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Ags nvarchar(8) not null,
    Name nvarchar(400) not null,
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_YouthOffice_Kind check (Kind in ('county', 'independent-city', 'municipality')),
    GovernmentDistrict nvarchar(200) collate Latin1_General_BIN2 not null,
    County nvarchar(400) null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null
);
GO
create unique index UQ_YouthOffice_Id on YouthOffice (Id);
GO
create unique index UQ_YouthOffice_Ags on YouthOffice (Ags);
GO
create index IX_YouthOffice_UpdatedAt_Seq on YouthOffice (UpdatedAt, Seq);
GO
create table BankAccount (
    Seq bigint identity not null constraint PK_BankAccount primary key,
    Id uniqueidentifier not null,
    Version int not null,
    YouthOfficeId uniqueidentifier not null constraint FK_BankAccount_YouthOffice references YouthOffice (Id),
    Iban varchar(34) not null,
    Bic varchar(11) null,
    Holder nvarchar(140) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null constraint CK_BankAccount_Status check (Status in ('unverified', 'verified')),
    EnteredBy nvarchar(800) collate Latin1_General_BIN2 not null,
    VerifiedBy nvarchar(800) collate Latin1_General_BIN2 null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
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
