create table Review (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_Review_Programme references Programme (Id),
    ApplicationId text not null constraint FK_Review_Application references Application (Id),
    -- The reviewer as issuer#subject.
    Reviewer text not null,
    Status text not null
        constraint CK_Review_Status check (Status in ('assigned', 'in-progress', 'submitted', 'conflicted', 'withdrawn')),
    ConflictReason text null,
    Scores text not null,
    -- Sum of weight times score: the total from 0 to 100 points, exact in tenths.
    TotalTenths integer null constraint CK_Review_TotalTenths check (TotalTenths between 0 and 1000),
    WithdrawReason text null,
    AssignedOn text not null,
    SubmittedOn text null,
    CreatedAt text not null,
    UpdatedAt text not null
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
