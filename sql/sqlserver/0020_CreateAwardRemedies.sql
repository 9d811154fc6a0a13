-- What offices have filed against their awards, or against what was decided on their reports: one that was recorded by mistake is struck.
create table AwardRemedy (
    Seq bigint identity not null constraint PK_AwardRemedy primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_AwardRemedy_Programme references Programme (Id),
    AwardId uniqueidentifier not null constraint FK_AwardRemedy_Award references Award (Id),
    -- The accepted report that it is filed against; none when it is the award itself.
    SpendingReportId uniqueidentifier null constraint FK_AwardRemedy_SpendingReport references SpendingReport (Id),
    OfficeAgs nvarchar(8) not null,
    Kind varchar(20) collate Latin1_General_BIN2 not null constraint CK_AwardRemedy_Kind check (Kind in ('objection', 'action')),
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_AwardRemedy_Status check (Status in ('open', 'closed', 'struck')),
    FiledOn date not null,
    Reference nvarchar(200) not null,
    RecordedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    Outcome varchar(20) collate Latin1_General_BIN2 null
        constraint CK_AwardRemedy_Outcome check (Outcome in ('withdrawn', 'rejected', 'upheld')),
    ClosedOn date null,
    -- The last day for an action, after an objection that was rejected.
    ActionEndsOn date null,
    ClosedBy nvarchar(800) collate Latin1_General_BIN2 null,
    StruckBy nvarchar(800) collate Latin1_General_BIN2 null,
    StrikeReason nvarchar(4000) null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    constraint CK_AwardRemedy_Closed check (
        (Outcome is null and ClosedOn is null and ClosedBy is null and Status <> 'closed')
        or (Outcome is not null and ClosedOn is not null and ClosedBy is not null and Status <> 'open')),
    constraint CK_AwardRemedy_Struck check (
        (Status <> 'struck' and StruckBy is null and StrikeReason is null)
        or (Status = 'struck' and StruckBy is not null and StrikeReason is not null))
);
GO
create unique index UQ_AwardRemedy_Id on AwardRemedy (Id);
GO
create index IX_AwardRemedy_AwardId_Seq on AwardRemedy (AwardId, Seq);
