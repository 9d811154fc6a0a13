-- What offices have filed against their awards, or against what was decided on their reports: one that was recorded by mistake is struck.
create table AwardRemedy (
    Seq integer primary key,
    Id text not null,
    Version integer not null,
    ProgrammeId text not null constraint FK_AwardRemedy_Programme references Programme (Id),
    AwardId text not null constraint FK_AwardRemedy_Award references Award (Id),
    -- The accepted report that it is filed against; none when it is the award itself.
    SpendingReportId text null constraint FK_AwardRemedy_SpendingReport references SpendingReport (Id),
    OfficeAgs text not null,
    Kind text not null constraint CK_AwardRemedy_Kind check (Kind in ('objection', 'action')),
    Status text not null constraint CK_AwardRemedy_Status check (Status in ('open', 'closed', 'struck')),
    FiledOn text not null,
    Reference text not null,
    RecordedBy text not null,
    Outcome text null constraint CK_AwardRemedy_Outcome check (Outcome in ('withdrawn', 'rejected', 'upheld')),
    ClosedOn text null,
    -- The last day for an action, after an objection that was rejected.
    ActionEndsOn text null,
    ClosedBy text null,
    StruckBy text null,
    StrikeReason text null,
    CreatedAt text not null,
    UpdatedAt text not null,
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
