create table Selection (
    Seq bigint identity not null constraint PK_Selection primary key,
    Id uniqueidentifier not null,
    Version int not null,
    ProgrammeId uniqueidentifier not null constraint FK_Selection_Programme references Programme (Id),
    Reference nvarchar(50) not null,
    Status varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_Selection_Status check (Status in ('draft', 'proposed', 'sent-back', 'confirmed', 'published')),
    -- The ranking that it was made from, so that it can be recomputed to the same result.
    Ranking nvarchar(max) not null,
    SentBackReason nvarchar(4000) null,
    CreatedBy nvarchar(800) collate Latin1_General_BIN2 not null,
    CreatedAt datetime2(3) not null,
    UpdatedAt datetime2(3) not null,
    ProposedBy nvarchar(800) collate Latin1_General_BIN2 null,
    ProposedOn date null,
    ConfirmedBy nvarchar(800) collate Latin1_General_BIN2 null,
    ConfirmedOn date null,
    PublishedBy nvarchar(800) collate Latin1_General_BIN2 null,
    PublishedOn date null,
    constraint CK_Selection_FourEyes check (
        (ConfirmedBy is null or (ProposedBy is not null and ConfirmedBy <> ProposedBy))
        and (Status <> 'proposed' or ProposedBy is not null)
        and (Status not in ('confirmed', 'published') or ConfirmedBy is not null)
        and (Status <> 'published' or PublishedBy is not null))
);
GO
create unique index UQ_Selection_Id on Selection (Id);
GO
create unique index UQ_Selection_Reference on Selection (Reference);
GO
create index IX_Selection_UpdatedAt_Seq on Selection (UpdatedAt, Seq);
GO
create index IX_Selection_Status_Seq on Selection (Status, Seq);
GO
create index IX_Selection_ProgrammeId_Seq on Selection (ProgrammeId, Seq);
GO
create table SelectionDecision (
    Seq bigint identity not null constraint PK_SelectionDecision primary key,
    SelectionId uniqueidentifier not null constraint FK_SelectionDecision_Selection references Selection (Id),
    ApplicationId uniqueidentifier not null constraint FK_SelectionDecision_Application references Application (Id),
    Decision varchar(20) collate Latin1_General_BIN2 not null
        constraint CK_SelectionDecision_Decision check (Decision in ('select', 'waitlist', 'reject')),
    AmountCents bigint null,
    WaitlistRank int null,
    Reason nvarchar(4000) null,
    constraint CK_SelectionDecision_Parts check (
        (Decision = 'select' and AmountCents > 0 and WaitlistRank is null)
        or (Decision = 'waitlist' and AmountCents is null and WaitlistRank > 0)
        or (Decision = 'reject' and AmountCents is null and WaitlistRank is null and Reason is not null))
);
GO
create unique index UQ_SelectionDecision_SelectionId_ApplicationId on SelectionDecision (SelectionId, ApplicationId);
GO
create index IX_SelectionDecision_ApplicationId on SelectionDecision (ApplicationId);
