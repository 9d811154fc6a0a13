-- What the funder of a programme has paid and got back, and the number of its last contribution: a row from the first one on. A release
-- holds it, so that no two count on the same money.
create table Fund (
    ProgrammeId text not null constraint PK_Fund primary key
        constraint FK_Fund_Programme references Programme (Id),
    ReceivedCents integer not null constraint CK_Fund_ReceivedCents check (ReceivedCents >= 0),
    ReturnedCents integer not null constraint CK_Fund_ReturnedCents check (ReturnedCents >= 0),
    ContributionCount integer not null
);
GO
create table Contribution (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_Contribution_Programme references Programme (Id),
    Reference text not null,
    Status text not null constraint CK_Contribution_Status check (Status in ('proposed', 'confirmed', 'refused')),
    Kind text not null constraint CK_Contribution_Kind check (Kind in ('received', 'returned')),
    AmountCents integer not null constraint CK_Contribution_AmountCents check (AmountCents > 0),
    BookedOn text not null,
    BankReference text not null,
    RefusalReason text null,
    ProposedBy text not null,
    DecidedBy text null,
    CreatedAt text not null,
    UpdatedAt text not null,
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
