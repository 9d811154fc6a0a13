create table YouthOffice (
    Seq bigint identity not null constraint PK_YouthOffice primary key,
    Id uniqueidentifier not null,
    Version int not null,
    Ags nvarchar(8) not null,
    Name nvarchar(400) not null,
    -- What the name is found by.
    NameKey nvarchar(800) collate Latin1_General_BIN2 not null default '',
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_YouthOffice_Kind check (Kind in ('county', 'independent-city', 'municipality')),
    GovernmentDistrict nvarchar(200) collate Latin1_General_BIN2 not null,
    County nvarchar(400) null,
    Address nvarchar(max) null,
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
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_BankAccount_Status check (Status in ('unverified', 'verified', 'refused', 'blocked')),
    EnteredBy nvarchar(800) collate Latin1_General_BIN2 not null,
    VerifiedBy nvarchar(800) collate Latin1_General_BIN2 null,
    RefusedBy nvarchar(800) collate Latin1_General_BIN2 null,
    -- The last one who has blocked it.
    BlockedBy nvarchar(800) collate Latin1_General_BIN2 null,
    -- Why it is refused or blocked.
    Reason nvarchar(4000) null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_BankAccount_FourEyes check (
        (VerifiedBy is null or VerifiedBy <> EnteredBy)
        and (Status not in ('verified', 'blocked') or VerifiedBy is not null)
        and (Status <> 'verified' or BlockedBy is null or VerifiedBy <> BlockedBy)
    ),
    constraint CK_BankAccount_Reason check (
        (Status <> 'refused' or (RefusedBy is not null and Reason is not null))
        and (Status <> 'blocked' or (BlockedBy is not null and Reason is not null))
    )
);
GO
create unique index UQ_BankAccount_Id on BankAccount (Id);
GO
-- A refused account frees its IBAN.
create unique index UQ_BankAccount_YouthOfficeId_Iban on BankAccount (YouthOfficeId, Iban) where Status <> 'refused';
GO
create index IX_BankAccount_Status_Seq on BankAccount (Status, Seq);
GO
create index IX_BankAccount_YouthOfficeId_Seq on BankAccount (YouthOfficeId, Seq);
GO
-- Contact persons: personal data, named by their id everywhere else.
create table Contact (
    Seq bigint identity not null constraint PK_Contact primary key,
    Id uniqueidentifier not null,
    Version int not null,
    YouthOfficeId uniqueidentifier not null constraint FK_Contact_YouthOffice references YouthOffice (Id),
    Name nvarchar(400) not null,
    JobTitle nvarchar(400) null,
    Email varchar(254) null,
    Phone varchar(40) null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Contact_Status check (Status in ('current', 'replaced')),
    -- Always a current one.
    ReplacedById uniqueidentifier null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_Contact_Reached check (Email is not null or Phone is not null),
    constraint CK_Contact_ReplacedById check (
        (Status <> 'current' or ReplacedById is null)
        and (Status <> 'replaced' or (ReplacedById is not null and ReplacedById <> Id))
    )
);
GO
create unique index UQ_Contact_Id on Contact (Id);
GO
create index IX_Contact_ReplacedById on Contact (ReplacedById) where ReplacedById is not null;
GO
create index IX_Contact_YouthOfficeId_Seq on Contact (YouthOfficeId, Seq);
GO
alter table Contact add constraint FK_Contact_ReplacedBy foreign key (ReplacedById) references Contact (Id);
