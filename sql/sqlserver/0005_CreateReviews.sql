create table Review (
    Seq bigint identity not null constraint PK_Review primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_Review_Programme references Programme (Id),
    ApplicationId uniqueidentifier not null constraint FK_Review_Application references Application (Id),
    -- The reviewer as issuer#subject.
    Reviewer nvarchar(800) collate Latin1_General_BIN2 not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Review_Status check (Status in ('assigned', 'in-progress', 'submitted', 'conflicted', 'withdrawn')),
    ConflictReason nvarchar(4000) null,
    Scores nvarchar(max) not null,
    -- Sum of weight times score: the total from 0 to 100 points, exact in tenths.
    TotalTenths int null constraint CK_Review_TotalTenths check (TotalTenths between 0 and 1000),
    WithdrawReason nvarchar(4000) null,
    AssignedOn date not null,
    SubmittedOn date null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null
);
GO
create unique index UQ_Review_Id on Review (Id);
GO
create unique index UQ_Review_ApplicationId_Reviewer on Review (ApplicationId, Reviewer) where Status <> 'withdrawn';
GO
create index IX_Review_UpdatedAt_Seq on Review (UpdatedAt, Seq);
GO
create index IX_Review_Status_UpdatedAt_Seq on Review (Status, UpdatedAt, Seq);
GO
create index IX_Review_Status_Seq on Review (Status, Seq);
GO
create index IX_Review_ProgrammeId_Seq on Review (ProgrammeId, Seq);
GO
create index IX_Review_ApplicationId_Seq on Review (ApplicationId, Seq);
GO
create index IX_Review_Reviewer on Review (Reviewer);
