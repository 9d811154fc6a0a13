create table YouthOffice (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    Ags text not null,
    Name text not null,
    -- What the name is found by.
    NameKey text not null default '',
    Kind text not null
        constraint CK_YouthOffice_Kind check (Kind in ('county', 'independent-city', 'municipality')),
    GovernmentDistrict text not null,
    County text null,
    Address text null,
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
    Status text not null
        constraint CK_BankAccount_Status check (Status in ('unverified', 'verified', 'refused', 'blocked')),
    EnteredBy text not null,
    VerifiedBy text null,
    RefusedBy text null,
    -- The last one who has blocked it.
    BlockedBy text null,
    -- Why it is refused or blocked.
    Reason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
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
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    YouthOfficeId text not null constraint FK_Contact_YouthOffice references YouthOffice (Id),
    Name text not null,
    JobTitle text null,
    Email text null,
    Phone text null,
    Status text not null constraint CK_Contact_Status check (Status in ('current', 'replaced')),
    -- Always a current one.
    ReplacedById text null constraint FK_Contact_ReplacedBy references Contact (Id),
    CreatedAt text not null,
    UpdatedAt text not null,
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
