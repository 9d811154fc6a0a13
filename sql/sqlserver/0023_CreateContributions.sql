-- What the funder of a programme has paid and got back, and the number of its last contribution: a row from the first one on. A release
-- holds it, so that no two count on the same money.
create table Fund (
    ProgrammeId uniqueidentifier not null constraint PK_Fund primary key
        constraint FK_Fund_Programme references Programme (Id),
    ReceivedCents bigint not null constraint CK_Fund_ReceivedCents check (ReceivedCents >= 0),
    ReturnedCents bigint not null constraint CK_Fund_ReturnedCents check (ReturnedCents >= 0),
    ContributionCount int not null
);
GO
create table Contribution (
    Seq bigint identity not null constraint PK_Contribution primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_Contribution_Programme references Programme (Id),
    Reference nvarchar(50) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Contribution_Status check (Status in ('proposed', 'confirmed', 'refused')),
    Kind varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Contribution_Kind check (Kind in ('received', 'returned')),
    AmountCents bigint not null constraint CK_Contribution_AmountCents check (AmountCents > 0),
    BookedOn date not null,
    BankReference nvarchar(280) collate Latin1_General_BIN2 not null,
    RefusalReason nvarchar(4000) null,
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    DecidedBy nvarchar(800) collate Latin1_General_BIN2 null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_Contribution_FourEyes check (Status <> 'confirmed' or (DecidedBy is not null and DecidedBy <> ProposedBy))
);
GO
create unique index UQ_Contribution_Id on Contribution (Id);
GO
create unique index UQ_Contribution_Reference on Contribution (Reference);
GO
create unique index UQ_Contribution_ProgrammeId_BankReference on Contribution (ProgrammeId, BankReference) where Status <> 'refused';
GO
create index IX_Contribution_Status_Seq on Contribution (Status, Seq);
GO
create index IX_Contribution_ProgrammeId_Seq on Contribution (ProgrammeId, Seq);
